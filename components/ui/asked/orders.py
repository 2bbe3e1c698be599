"""Small wizards: a rating scale of any length, and the order of levels, label by label."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from components.ui import session
from components.ui.text import plain

PLACE, TOP, LABEL, ROWS = "Step", "Top", "Your label", "Rows"
NOT_ONE = "not one"
ROW, TALLEST = 36, 380


@dataclass(frozen=True)
class Labelled:
    """One label of a column: how often it stands there, the step and mark proposed for it.

    `place` is the step, the lowest the least; None where nothing can be said.
    """

    label: str
    rows: int
    place: int | None = None
    top: bool = False


Taken = list[tuple[str, int, bool]]
"""Labels with step and top mark, lowest first; labels that are none are left out."""


def order_wizard(
    key: str,
    labels: Sequence[Labelled],
    take: Callable[[Taken], None],
    *,
    steps: Sequence[int],
    tops: bool,
) -> None:
    """A table with a step for each label, and the button that takes the order.

    Labels of one step count as the same. Fewer than two steps are no order: it is said.
    """
    st.data_editor(
        _table(labels, tops=tops),
        key=f"{key}_places",
        hide_index=True,
        row_height=ROW,
        height=min(ROW * (len(labels) + 1) + 2, TALLEST),
        num_rows="fixed",
        disabled=[LABEL, ROWS],
        column_config=_columns(steps),
    )

    st.button("Use this order", key=f"{key}_use", on_click=_pressed, args=(key, labels, take))
    if session.recall(f"{key}_short"):
        st.caption(":red[Give at least two labels a step of their own.]")


def _pressed(key: str, labels: Sequence[Labelled], take: Callable[[Taken], None]) -> None:
    taken = taken_from(labels, session.recall(f"{key}_places", {}).get("edited_rows", {}))
    enough = len({step for _, step, _ in taken}) > 1
    session.remember(f"{key}_short", not enough)
    if enough:
        take(taken)


def _table(labels: Sequence[Labelled], *, tops: bool) -> pd.DataFrame:
    return pd.DataFrame(
        {
            LABEL: [plain(one.label) for one in labels],
            ROWS: [one.rows for one in labels],
            PLACE: [str(one.place) if one.place is not None else NOT_ONE for one in labels],
            **({TOP: [one.top for one in labels]} if tops else {}),
        }
    )


def _columns(steps: Sequence[int]) -> dict[str, Any]:
    return {
        LABEL: st.column_config.TextColumn(LABEL, width=128),
        ROWS: st.column_config.NumberColumn(ROWS, width=52),
        PLACE: st.column_config.SelectboxColumn(
            PLACE,
            options=[NOT_ONE, *(str(step) for step in steps)],
            required=True,
            width=84,
            help="The higher the step, the better the rating or the higher the level.",
        ),
        TOP: st.column_config.CheckboxColumn(
            TOP, width=56, help="Whether the label counts as a top rating."
        ),
    }


def taken_from(labels: Sequence[Labelled], edited: dict[Any, dict[str, Any]]) -> Taken:
    """The order as it stands after what was changed in the table."""
    changed = {int(row): edit for row, edit in edited.items()}
    found: Taken = []
    for row, one in enumerate(labels):
        edit = changed.get(row, {})
        place = edit.get(PLACE, str(one.place) if one.place is not None else NOT_ONE)
        if place != NOT_ONE:
            found.append((one.label, int(place), bool(edit.get(TOP, one.top))))
    return sorted(found, key=lambda taken: taken[1])

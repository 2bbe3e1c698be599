"""How many active people there are in each region, level or unit."""

from functools import partial

import pandas as pd

from components.charts.counted_rows import counted_rows
from components.charts.figure import Figure
from components.charts.theme import DESK, Size


def headcount(
    rows: pd.DataFrame, *, of: str, title: str | None = None, limit: int = 5, size: Size = DESK
) -> Figure:
    """One bar for each group, in the order given.

    rows: label, people, hidden (what `access.hide_small` marks). of: what the groups are, in
    words ("region"). limit: the smallest group.
    """
    drawn = _drawn(rows)
    finding = title or f"Active people by {of}"
    base = "People active on the day."
    if drawn["hidden"].any():
        base += f" Hidden: groups below {limit}, and groups that would give them away."
    told = zip(drawn["label"], drawn["text"], strict=True)
    words = ", ".join(f"{label} {text}" for label, text in told)
    words, table = f"{finding}: {words}.", partial(_table, drawn, of)
    return Figure(counted_rows(drawn, size=size), finding, base, words, table)


def _drawn(rows: pd.DataFrame) -> pd.DataFrame:
    """The bars, hidden counts already gone."""
    hidden = rows["hidden"].astype(bool)
    people = rows["people"].astype("float64").where(~hidden, 0.0)
    told = zip(people, hidden, strict=True)
    return pd.DataFrame(
        {
            "label": rows["label"].astype(str),
            "count": people,
            "text": ["hidden" if gone else f"{int(count):,}" for count, gone in told],
            "note": "",
            "hidden": hidden,
            "bold": False,
        }
    )


def _table(drawn: pd.DataFrame, of: str) -> pd.DataFrame:
    return pd.DataFrame(
        {
            of.capitalize(): drawn["label"],
            "People": drawn["count"].where(~drawn["hidden"]).astype("Int64"),
            "Hidden": drawn["hidden"],
        }
    )

"""Choosing one person among many: text to look for, and the matches."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from components.tables import columns as col
from components.ui import session
from components.ui.facts import missing
from components.ui.text import plain

MOST = 200
"""Matches shown at once; with more people a text narrows them down."""

_LOOKED_AT = (col.NAME, col.JOB_TITLE, col.EMPLOYEE_ID)


def choose_person(
    people: pd.DataFrame, *, label: str, key: str, chosen: str | None, take: Callable[[str], Any]
) -> None:
    """Let people choose one of `people`; `take` gets the employee ID.

    people: rows with employee_id, name and job_title. Names that several people share are told
    apart by title and ID.
    """
    asked = ""
    if len(people) > MOST:
        asked = st.text_input(
            "Name, title or ID", key=f"{key}_text", icon=":material/search:", live="500ms"
        )
    found = matches(people, asked or "")
    words = dict(zip(found[col.EMPLOYEE_ID], _labels(found), strict=True))
    options = list(words)
    st.selectbox(
        label,
        options,
        index=options.index(chosen) if chosen in options else None,
        format_func=lambda one: words.get(one, one),
        key=f"{key}_one",
        placeholder=f"{len(options):,} to choose from" if options else "No match",
        on_change=_taken,
        args=(f"{key}_one", take),
    )
    if len(found) == MOST:
        st.caption(f"The first {MOST} matches; type more to narrow them down.")


def matches(people: pd.DataFrame, asked: str) -> pd.DataFrame:
    """The first people whose name, title or ID holds the text, in name order."""
    asked = asked.strip()
    found = people
    if asked:
        holds = [
            people[name].str.contains(asked, case=False, regex=False).fillna(False)
            for name in _LOOKED_AT
        ]
        found = people[holds[0] | holds[1] | holds[2]]
    found = found.head(MOST)
    names = found[col.NAME].fillna(found[col.EMPLOYEE_ID]).str.lower()
    return found.loc[names.sort_values(kind="stable").index]


def _labels(found: pd.DataFrame) -> list[str]:
    parts = (found[name] for name in (col.NAME, col.JOB_TITLE, col.EMPLOYEE_ID))
    return [
        " · ".join(plain(str(text)) for text in texts if not missing(text))
        for texts in zip(*parts, strict=True)
    ]


def _taken(widget: str, take: Callable[[str], Any]) -> None:
    chosen = session.recall(widget)
    if chosen:
        take(chosen)

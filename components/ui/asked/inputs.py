"""Small forms: the cycle or day that no column states, full-time hours, a file's letters."""

from collections.abc import Callable
from datetime import date
from typing import Any

import streamlit as st

from components.intake import Answers, encoding_previews
from components.ui import arrivals, session
from components.ui.asked.asked import Asked
from components.ui.text import safe

NAMES = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "cp1252": "Windows, Western Europe",
    "cp1250": "Windows, Central Europe",
    "iso-8859-15": "ISO 8859-15",
    "mac_roman": "Mac, old",
    "cp850": "DOS, Western Europe",
    "cp437": "DOS, United States",
}
LONGEST_WEEK = 60.0
USUAL_WEEK = 40.0
LINES = 2
"""So many lines of the file are shown for each way to read its letters."""


def cycle(asked: Asked) -> None:
    """The review cycle that the whole sheet is of."""
    _form(
        asked,
        lambda key: st.text_input(
            "Review cycle of the whole sheet", value=asked.problem.value, max_chars=60, key=key
        ),
        lambda said: asked.sheet_said(cycle=str(said).strip() or None),
    )


def snapshot_day(asked: Asked) -> None:
    """The day on which a roster was true."""
    proposed = _day(asked.problem.value)
    _form(
        asked,
        lambda key: st.date_input("Day on which the list was true", value=proposed, key=key),
        lambda said: asked.sheet_said(known_on=said),
    )


def full_time(asked: Asked) -> None:
    """The hours of a full-time week."""
    _form(
        asked,
        lambda key: st.number_input(
            "Hours of a full-time week",
            min_value=1.0,
            max_value=LONGEST_WEEK,
            value=_number(asked.problem.value) or USUAL_WEEK,
            step=0.5,
            key=key,
        ),
        lambda said: asked.column_said(unit="hours", full_time=float(said)),
    )


def letters(asked: Asked) -> None:
    """How the file's letters are stored, each way with lines as it would show them."""
    content = next(
        (one.content for one in asked.arrival.came.uploads if one.name == asked.problem.file), b""
    )
    previews = dict(encoding_previews(content))
    names = {encoding: NAMES.get(encoding, encoding) for encoding in previews}
    shown = {encoding: " · ".join(lines[:LINES]) for encoding, lines in previews.items()}
    _form(
        asked,
        lambda key: st.radio(
            "Which lines look right?",
            list(previews),
            format_func=lambda encoding: safe(shown[encoding]),
            captions=list(names.values()),
            key=key,
        ),
        lambda said: asked.sheet_said(encoding=said),
    )


def _form(asked: Asked, put: Callable[[str], Any], answers_of: Callable[[Any], Answers]) -> None:
    """One input and the button that takes it."""
    key = f"{asked.key}_input"
    put(key)

    def take() -> None:
        arrivals.answer(answers_of(session.recall(key)))

    st.button("Use it", key=f"{asked.key}_use", on_click=take)


def _day(text: str) -> date | None:
    """The day that was proposed; none is made up where none was."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _number(text: str) -> float | None:
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        return None
    return number if 1 <= number <= LONGEST_WEEK else None

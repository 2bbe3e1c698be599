"""What one browser tab remembers: plain values only, and the one place they are touched."""

from datetime import date
from typing import Any

import streamlit as st

from components.tables.selection import Selection

CHOSEN = "chosen"
FILTERS = "filters"
AS_OF = "as_of_day"
STARTED = "started"
PENDING = "pending_upload"


def started() -> bool:
    """Whether this tab has run before; the first call after its start says no."""
    before = bool(st.session_state.get(STARTED))
    st.session_state[STARTED] = True
    return before


def selection() -> Selection:
    """The filters in force."""
    chosen = st.session_state.get(CHOSEN, {})
    return Selection({key: tuple(values) for key, values in chosen.items()})


def choose(chosen: dict[str, list[str]]) -> None:
    """Replace all filters."""
    st.session_state[CHOSEN] = {key: list(values) for key, values in chosen.items() if values}


def choose_from(widget: str, dimension: str) -> None:
    """Take over one filter from the widget of that key."""
    chosen = dict(st.session_state.get(CHOSEN, {}))
    chosen[dimension] = list(st.session_state[widget])
    choose(chosen)
    _keep_filters_open()


def as_of() -> date | None:
    """The as-of day chosen in this tab, or nothing where the default holds."""
    day = st.session_state.get(AS_OF)
    return date.fromisoformat(day) if day else None


def set_as_of(day: date | None) -> None:
    """Choose the as-of day; nothing goes back to the default."""
    st.session_state[AS_OF] = day.isoformat() if day else None


def take_as_of(widget: str) -> None:
    """Take over the as-of day from the widget of that key."""
    set_as_of(st.session_state[widget])
    _keep_filters_open()


def _keep_filters_open() -> None:
    """The sentence on the filter bar is part of its identity: another sentence, another bar."""
    st.session_state[FILTERS] = True


def remember(name: str, value: Any) -> None:
    """Keep a plain value under a name."""
    st.session_state[name] = value


def recall(name: str, default: Any = None) -> Any:
    """The plain value kept under a name."""
    return st.session_state.get(name, default)


def forget(*names: str) -> None:
    """Drop the values kept under the names."""
    for name in names:
        st.session_state.pop(name, None)

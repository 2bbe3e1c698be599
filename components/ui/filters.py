"""The filter bar: the selection sentence is the button that opens it."""

from collections.abc import Mapping
from datetime import date, timedelta

import pandas as pd
import streamlit as st

from components.tables.selection import DIMENSIONS, NOT_KNOWN, Dimension
from components.ui import session
from components.ui.text import safe
from components.ui.view import View

WIDE = 560
"""Width of the opened filter bar in pixels."""
NOBODY_HERE = (
    "Nobody here has the employee ID that config/app.toml gives as “me”: no row is hidden."
)


def filter_bar(view: View) -> None:
    """Show the selection sentence; opened, it lets people choose filters and the day."""
    bar = st.popover(
        safe(view.sentence),
        icon=":material/filter_list:",
        type="tertiary",
        key=session.FILTERS,
        on_change="rerun",
    )
    if view.settings.app.me and view.scope.own is None:
        st.caption(NOBODY_HERE, width="content")
    if bar.open:
        with bar, st.container(width=WIDE):
            _choices(view)


def _choices(view: View) -> None:
    sides = st.columns(2)
    for number, dimension in enumerate(DIMENSIONS):
        with sides[number % 2]:
            _choice(dimension, view)
    with sides[1]:
        _day(view.as_of)
    st.button("Show everyone", on_click=session.choose, args=({},), type="tertiary")


def _choice(dimension: Dimension, view: View) -> None:
    options = options_of(dimension.key, view.active)
    if dimension.coded:
        options.sort(key=lambda value: (view.names.get(value, value).casefold(), value))
    widget = f"filter_{dimension.key}"
    kept = view.selection.chosen.get(dimension.key, ())
    st.multiselect(
        dimension.label,
        options,
        default=[value for value in kept if value in options],
        format_func=lambda value: _shown(value, view.names) if dimension.coded else value,
        key=widget,
        on_change=session.choose_from,
        args=(widget, dimension.key),
        placeholder="All",
    )


def _shown(employee_id: str, names: Mapping[str, str]) -> str:
    name = names.get(employee_id)
    return f"{name} ({employee_id})" if name else employee_id


def _day(as_of: date) -> None:
    st.date_input(
        "As of",
        as_of,
        min_value=as_of - timedelta(days=365 * 60),
        max_value=as_of + timedelta(days=365 * 10),
        key="filter_day",
        on_change=session.take_as_of,
        args=("filter_day",),
        help="Facts dated or recorded after this day are not seen.",
    )


def options_of(key: str, active: pd.DataFrame) -> list[str]:
    """The values people have, in order, and "not known" where someone has none."""
    values = active[key] if key in active.columns else pd.Series([], dtype="string")
    known = sorted({str(value) for value in values.dropna().unique()}, key=_reading_order)
    return [*known, NOT_KNOWN] if values.isna().any() else known


def _reading_order(value: str) -> tuple[int, str]:
    return (int(value), "") if value.isdigit() else (10**9, value.casefold())

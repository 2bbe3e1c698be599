"""The section of the page on flags: choose an end and a comparison, see the curves."""

import streamlit as st

from components.analysis.incidence import GROUPS, ScopeStays
from components.charts.incidence import incidence
from components.ui import caching
from components.ui.figures import show_figure, show_table
from components.ui.text import safe
from components.ui.time_in_scope.curves import Drawn, of_everyone, of_flagged, of_groups
from components.ui.time_in_scope.reasons import reasons_by_months
from components.ui.time_in_scope.steps import show_steps
from components.ui.time_in_scope.words import ENDINGS, base, finding, of_flags
from components.ui.view import View

EVERYONE, FLAGGED = "Everyone", "Flagged or not"


def show_time_in_scope(view: View) -> None:
    """Curves of everybody in the data version, whatever is filtered, and reasons beside them."""
    found = caching.stays(view.version.name, view.settings.fingerprint, view.as_of)
    if found.since is None or found.rows.empty:
        return
    st.space("small")
    with st.container(key="time_in_scope", gap="medium"):
        _curves(view, found)
        _reasons(view, found)
        show_steps(view)


def _curves(view: View, found: ScopeStays) -> None:
    given = {one.replace("_", " ").capitalize(): one for one in GROUPS if _is_given(found, one)}
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        how = _how_it_ended()
        by = st.selectbox(
            "Compare",
            [EVERYONE, FLAGGED, *given],
            format_func=lambda one: f"By {one.lower()}" if one in given else one,
            label_visibility="collapsed",
            key="stays_by",
            width=190,
        )
    ending = ENDINGS[how]
    note, drawn = "", Drawn((), ())
    if by == FLAGGED:
        watched = caching.watched(view.version.name, view.settings.fingerprint, view.as_of)
        drawn, note = of_flagged(watched, ending), of_flags(watched.unknown)
    else:
        drawn = of_groups(found, given[by], ending) if by in given else of_everyone(found, ending)
    words = f"{base(drawn, found)} {note}".strip()
    if drawn.lines:
        show_figure(incidence(drawn.lines, title=finding(drawn, how), base=words), "stays")
        return
    st.header(safe(finding(drawn, how)), anchor=False)
    st.caption(safe(f"Shown from 20 stays watched and 5 such ends on. {words}"))


def _reasons(view: View, found: ScopeStays) -> None:
    table = reasons_by_months(found, view.settings.app.min_group)
    if table.empty:
        return
    with st.container(key="fig_exit_reasons", gap="xsmall"):
        st.header("Recorded reasons, by months in scope", anchor=False)
        st.caption(
            "Exits of everybody in the data. Hidden: fewer than 5, or a number that would give "
            "such a one away."
        )
        alt = "Exits by recorded reason and months in one scope"
        show_table(table, key="exit_reasons", alt=alt, height="content")


def _how_it_ended() -> str:
    chosen: str | None = st.segmented_control(
        "How it ended",
        list(ENDINGS),
        default=next(iter(ENDINGS)),
        required=True,
        label_visibility="collapsed",
        key="stays_how",
    )
    return chosen or next(iter(ENDINGS))


def _is_given(found: ScopeStays, name: str) -> bool:
    return bool(found.rows[name].nunique() > 1)

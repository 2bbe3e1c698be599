"""The section of the page on flags: choose an end and a comparison, see the curves."""

import streamlit as st

from components.analysis.incidence import GROUPS, ScopeStays
from components.charts.incidence import incidence
from components.ui import caching
from components.ui.figures import show_figure, show_table
from components.ui.text import safe
from components.ui.time_in_scope.curves import Drawn, of_everyone, of_flagged, of_groups
from components.ui.time_in_scope.reasons import reasons_by_months
from components.ui.time_in_scope.words import ENDINGS, base, finding, of_flags
from components.ui.view import View

EVERYONE, FLAGGED = "Everyone", "Flagged or not"


def show_time_in_scope(view: View) -> None:
    """Curves of everybody in the data version, whatever is filtered, and reasons beside them."""
    found = caching.stays(view.version.name, view.settings.fingerprint, view.as_of)
    if found.since is None or found.rows.empty:
        return
    left, right = st.columns([1.22, 1], gap="large")
    with left:
        _curves(view, found)
    with right:
        _reasons(view, found)


def _curves(view: View, found: ScopeStays) -> None:
    place = st.container()
    how = _chosen("How it ended", list(ENDINGS), "stays_how")
    given = {one.replace("_", " ").capitalize(): one for one in GROUPS if _is_given(found, one)}
    by = _chosen("Compare", [EVERYONE, FLAGGED, *given], "stays_by")
    ending = ENDINGS[how]
    note, drawn = "", Drawn((), ())
    if by == FLAGGED:
        watched = caching.watched(view.version.name, view.settings.fingerprint, view.as_of)
        drawn, note = of_flagged(watched, ending), of_flags(watched.unknown)
    else:
        drawn = of_groups(found, given[by], ending) if by in given else of_everyone(found, ending)
    words = f"{base(drawn, found)} {note}".strip()
    with place:
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
            "Exits of everybody in the data. Empty: fewer than 5, or hidden so that such a "
            "number can't be worked out."
        )
        alt = "Exits by recorded reason and months in one scope"
        show_table(table, key="exit_reasons", alt=alt, height="content")


def _chosen(label: str, options: list[str], key: str) -> str:
    chosen: str | None = st.segmented_control(
        label, options, default=options[0], required=True, label_visibility="collapsed", key=key
    )
    return chosen or options[0]


def _is_given(found: ScopeStays, name: str) -> bool:
    return bool(found.rows[name].nunique() > 1)

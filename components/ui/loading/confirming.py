"""The one primary button, how the next files of the kind are read, and the way back."""

from typing import Literal

import streamlit as st

from components.tables.problems import Severity
from components.ui import arrivals, caching, session
from components.ui.arrival import Arrival
from components.ui.loading.words import counted
from components.ui.matcher import proposals
from components.ui.profile_files import profile_text
from components.ui.registry import page
from components.ui.text import safe

REMEMBER, PROFILE = "remember_profile", "profile_name"


def confirm_or_leave(arrival: Arrival) -> None:
    """Confirm columns that wait, then the whole; or start over."""
    asked = sum(p.severity is Severity.QUESTION for p in arrival.problems)
    waiting = {plan.sheet: proposals(plan) for plan in arrival.reading.plans}
    columns = sum(len(proposed) for proposed in waiting.values())
    label = f"Go on without {counted(asked, 'answer')}" if asked else "Looks right"
    with st.container(horizontal=True, gap="small"):
        if columns:
            st.button(
                f"Confirm {counted(columns, 'column')}",
                type="primary",
                key="confirm_columns",
                on_click=arrivals.accept,
                args=(waiting,),
            )
        usable = arrival.reading.dataset.people_count > 0
        kind: Literal["primary", "secondary"] = "secondary" if columns or asked else "primary"
        if st.button(label, type=kind, key="looks_right", disabled=not usable):
            arrivals.confirm(arrival, remember_as=_profile_name(arrival))
            st.switch_page(page("overview").file)
        _next_time(arrival)
        if arrival.base is None and caching.versions().current():
            _as_corrections()
        st.button("Start over", on_click=arrivals.start_over, key="start_over", type="tertiary")


def _as_corrections() -> None:
    st.button(
        "It is a corrected copy",
        key="as_corrections",
        on_click=arrivals.correct_what_is_in_use,
        type="tertiary",
        icon=":material/difference:",
        help="Keeps the other files of the version in use, and shows only what differs.",
    )
    if session.recall(arrivals.NO_COPY):
        st.caption("No file of the version in use has the same columns and mostly the same rows.")


def _next_time(arrival: Arrival) -> None:
    """Whether and under which name what was confirmed is kept as a profile."""
    with st.popover("Next time", icon=":material/bookmark:", key="next_time", type="tertiary"):
        st.checkbox("Read the next files of this kind the same way", value=True, key=REMEMBER)
        st.text_input("Name of the profile", value=arrival.kind, max_chars=60, key=PROFILE)
        st.caption("A profile holds headers, formats, scales and joins, never a value from a row.")
        st.download_button(
            "Download the profile",
            data=lambda: profile_text(arrival),
            file_name="trajectory-profile.toml",
            mime="application/toml",
            key="download_profile",
            on_click="ignore",
            icon=":material/download:",
            type="tertiary",
        )
        if arrival.profile:
            st.button(
                safe(f"Read these files without the profile “{arrival.profile}”"),
                key="without_profile",
                on_click=arrivals.read_afresh,
            )


def _profile_name(arrival: Arrival) -> str:
    """The name to keep the profile under; empty where it is not to be kept."""
    if not session.recall(REMEMBER, True):
        return ""
    return str(session.recall(PROFILE) or arrival.kind).strip()

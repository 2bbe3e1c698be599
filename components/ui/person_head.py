"""The head of the Person page: whom it is about, and the way to the next one."""

import streamlit as st

from components.tables import columns as col
from components.ui.empty import empty
from components.ui.facts import Facts, known, missing, person_name
from components.ui.filters import filter_bar
from components.ui.offer import Offer, offer
from components.ui.people_choice import choose_person
from components.ui.person_asked import Asked, show_person, show_place
from components.ui.text import safe
from components.ui.view import View


def person_head(view: View, asked: Asked, take_away: Offer | None) -> None:
    """Filters, the way through the list, the name, and the role in one line."""
    with st.container(key="head", gap="xsmall"):
        with st.container(horizontal=True, horizontal_alignment="distribute"):
            filter_bar(view)
            with st.container(
                horizontal=True, width="content", gap="medium", vertical_alignment="center"
            ):
                _walk(view, asked)
                _find(view, asked)
                if take_away is not None:
                    offer(view, take_away)
        if asked.who is None:
            st.title("Nobody is shown under this address", anchor=False)
        else:
            st.title(safe(person_name(asked.who)), anchor=False)
            st.markdown(safe(role_line(asked.who)))


def _walk(view: View, asked: Asked) -> None:
    place, count = asked.place, len(asked.seen.persons)
    if place is not None:
        st.caption(f"{place + 1:,} of {count:,} {asked.seen.words}", width="content")
    for label, icon, step in (("Previous", "left", -1), ("Next", "right", 1)):
        target = None if place is None else place + step
        reachable = target is not None and 0 <= target < count
        st.button(
            label,
            key=f"person_{label.lower()}",
            icon=f":material/chevron_{icon}:",
            type="tertiary",
            disabled=not reachable,
            on_click=show_place,
            args=(view, asked.seen, target),
        )


def _find(view: View, asked: Asked) -> None:
    drawer = st.popover(
        "Find", icon=":material/search:", type="tertiary", key="find", on_change="rerun"
    )
    if drawer.open:
        with drawer, st.container(width=380):
            choose_person(
                view.people,
                label="Person",
                key="find",
                chosen=None if asked.who is None else asked.who[col.EMPLOYEE_ID],
                take=lambda employee_id: show_person(view, employee_id),
            )


def role_line(who: Facts) -> str:
    """Role, level, place, manager and first day in one line, as far as they are known."""
    level = known(who[col.LEVEL])
    role = [known(who[col.JOB_TITLE]), f"level {level}" if level.isdigit() else level]
    place = [known(who[col.DEPARTMENT]), known(who[col.LOCATION]) or known(who[col.COUNTRY])]
    manager = known(who[col.MANAGER_NAME]) or known(who[col.MANAGER_ID])
    hired = who[col.HIRE_DATE]
    parts = [
        ", ".join(filter(None, role)) or "Role not known",
        ", ".join(filter(None, place)),
        f"reports to {manager}" if manager else "manager not known",
        "first day not known" if missing(hired) else f"joined {hired:%b %Y}",
    ]
    return " · ".join(filter(None, parts))


def nobody_shown(view: View, asked: Asked) -> None:
    """Say calmly why there is nobody, and how to find somebody."""
    if view.people.empty:
        empty("Nobody is in this selection", "Open the filters above and keep more people.")
    elif asked.unknown_code:
        empty(
            "This address names nobody in the data in use",
            "Addresses of people hold for one version of the data. Find the person by name above.",
            icon="person_search",
        )
    else:
        empty(
            "This person is not among the people shown",
            "The filters leave the person out, or the person is not active on this day. Change "
            "the filters or the day above, or find somebody else.",
            icon="person_search",
        )

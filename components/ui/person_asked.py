"""Whom the Person page is about: by the address, else the last one seen, else the first."""

from dataclasses import dataclass

import streamlit as st

from components.tables import columns as col
from components.ui import address, caching, session
from components.ui.facts import Facts, facts_of
from components.ui.list_seen import ListSeen, list_seen
from components.ui.view import View

SEEN = "person_seen"


@dataclass(frozen=True)
class Asked:
    """The person's row as facts, or why there is none; the list to walk through."""

    who: Facts | None
    seen: ListSeen
    unknown_code: bool = False

    @property
    def place(self) -> int | None:
        """Where the person stands in the list, from 0."""
        return None if self.who is None else self.seen.place(self.who[col.PERSON])


def person_asked(view: View) -> Asked:
    """The person the address names, the one seen last, or the first of the list last seen."""
    seen = list_seen(view)
    if address.PERSON in st.query_params:
        employee_id = address.person_in(caching.codes(view.version.name))
        if employee_id is None:
            return Asked(None, seen, unknown_code=True)
        session.remember(SEEN, employee_id)
        return Asked(_facts(view, col.EMPLOYEE_ID, employee_id), seen)
    who = _facts(view, col.EMPLOYEE_ID, session.recall(SEEN, ""))
    if who is None and len(seen.persons):
        who = _facts(view, col.PERSON, seen.persons[0])
    if who is not None:
        show_person(view, who[col.EMPLOYEE_ID])
    return Asked(who, seen)


def show_person(view: View, employee_id: str) -> None:
    """Put the code of the person into the address."""
    st.query_params[address.PERSON] = view.code(employee_id)


def show_place(view: View, seen: ListSeen, place: int) -> None:
    """Go to somebody in the list last seen."""
    who = _facts(view, col.PERSON, seen.persons[place])
    if who is not None:
        show_person(view, who[col.EMPLOYEE_ID])


def _facts(view: View, column: str, value: object) -> Facts | None:
    """The row of one of the people shown."""
    rows = view.people[(view.people[column] == value).fillna(value=False)]
    return facts_of(rows)[0] if len(rows) else None

"""Whose team is looked at: by the address, the manager filter, else the first by name."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from components.access import line_of
from components.tables import columns as col
from components.ui import address, caching, session
from components.ui.facts import missing
from components.ui.people_choice import choose_person
from components.ui.person_asked import show_person
from components.ui.text import plain
from components.ui.view import View

SEEN = "team_seen"
_SHOWN = [col.EMPLOYEE_ID, col.NAME, col.JOB_TITLE, col.PERSON]


@dataclass(frozen=True)
class Chosen:
    """A manager by employee ID, what to call them, and all managers there are."""

    employee_id: str
    words: str
    managers: pd.DataFrame
    unknown_code: bool = False


def chosen_team(view: View) -> Chosen | None:
    """The manager asked for, or nothing where nobody shown has one."""
    managers = managers_of(view)
    if managers.empty:
        return None
    ids = set(managers[col.EMPLOYEE_ID])
    asked = ""
    if address.PERSON in st.query_params:
        asked = address.person_in(caching.codes(view.version.name)) or ""
    wanted = [asked, *view.selection.chosen.get(col.MANAGER_ID, ()), session.recall(SEEN, "")]
    one = next((one for one in wanted if one in ids), None) or _first(managers)
    session.remember(SEEN, one)
    lost = address.PERSON in st.query_params and asked != one
    if not lost:
        show_person(view, one)
    return Chosen(one, manager_words(one, managers), managers, lost)


def managers_of(view: View) -> pd.DataFrame:
    """Everybody to whom somebody shown reports; one unknown to the data has an ID only."""
    ids = view.people[col.MANAGER_ID].dropna().drop_duplicates()
    known = view.measures.people[_SHOWN]
    known = known[known[col.EMPLOYEE_ID].isin(ids)]
    return ids.rename(col.EMPLOYEE_ID).to_frame().merge(known, on=col.EMPLOYEE_ID, how="left")


def manager_words(employee_id: str, managers: pd.DataFrame) -> str:
    """The manager's name; with the ID where another manager has the same one."""
    names = dict(zip(managers[col.EMPLOYEE_ID], managers[col.NAME], strict=True))
    name = names[employee_id]
    if missing(name):
        return employee_id
    alone = int((managers[col.NAME] == name).fillna(value=False).sum()) == 1
    return plain(str(name)) if alone else f"{plain(str(name))} ({employee_id})"


def _first(managers: pd.DataFrame) -> str:
    names = managers[col.NAME].fillna(managers[col.EMPLOYEE_ID]).tolist()
    return str(min(zip(map(str.casefold, names), managers[col.EMPLOYEE_ID], strict=True))[1])


def choose_team(view: View, chosen: Chosen) -> bool:
    """Let people choose another manager; returns whether everyone below is wanted."""
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        with st.container(width=420):
            choose_person(
                chosen.managers,
                label="Manager",
                key="team",
                chosen=chosen.employee_id,
                take=lambda employee_id: show_person(view, employee_id),
            )
        return st.toggle("Everyone below, not only direct reports", key="team_line")


def team_of(view: View, chosen: Chosen, *, whole_line: bool) -> pd.DataFrame:
    """The people shown who report to the manager, directly or at all."""
    people = view.people
    if not whole_line:
        return people[(people[col.MANAGER_ID] == chosen.employee_id).fillna(value=False)]
    row = chosen.managers[chosen.managers[col.EMPLOYEE_ID] == chosen.employee_id]
    number = row[col.PERSON].iloc[0]
    line = frozenset() if missing(number) else line_of(int(number), view.measures.people)
    return people[people[col.PERSON].isin(line)]

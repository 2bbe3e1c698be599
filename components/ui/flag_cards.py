"""One card for each person with a flag, a notice or a question that the rules can't answer."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from components.signals import rule
from components.tables import columns as col
from components.ui.chips import Facts, show_chips
from components.ui.evidence_cells import show_evidence
from components.ui.registry import page
from components.ui.standing import Standing
from components.ui.text import safe
from components.ui.view import View


def person_name(who: Facts) -> str:
    """The name, or the ID where no name was given."""
    name = who[col.NAME]
    return str(who[col.EMPLOYEE_ID] if pd.isna(name) else name)


def role_words(who: Facts) -> str:
    """Role and department, as far as they are known."""
    parts = [str(who[name]) for name in (col.JOB_TITLE, col.DEPARTMENT) if not pd.isna(who[name])]
    return ", ".join(parts) or "role not known"


def person_link(view: View, who: Facts) -> None:
    """The name as a link to the person's page; the address holds a code only."""
    st.page_link(
        page("person").file,
        label=safe(person_name(who)),
        query_params={"person": view.code(str(who[col.EMPLOYEE_ID]))},
    )


def show_cards(view: View, answers: Standing, persons: Sequence[int]) -> None:
    """The cards of these people, in this order."""
    few = answers.rows_about(list(persons))
    people = {one[col.PERSON]: one for one in few.people.to_dict("records")}
    told = {
        name: _by_person(rows)
        for name, rows in (("yes", few.flags), ("plan", few.notices), ("open", few.unknown))
    }
    for person in persons:
        about = {name: rows.get(person, []) for name, rows in told.items()}
        with st.container(border=True, gap="xxsmall", key=f"row_{person}"):
            _card(view, people[person], about)


def _by_person(rows: pd.DataFrame) -> dict[int, list[dict[str, Any]]]:
    """The rows as facts, under the person they are about."""
    found: dict[int, list[dict[str, Any]]] = {}
    for facts in rows.to_dict("records"):
        found.setdefault(facts[col.PERSON], []).append(facts)
    return found


def _card(view: View, who: Facts, about: dict[str, list[dict[str, Any]]]) -> None:
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        person_link(view, who)
        st.caption(safe(role_words(who)), width="content")
    said = [*about["yes"], *about["plan"]]
    if said:
        show_chips(said, who, view.as_of)
        st.caption(safe(" ".join(str(flag[col.REASON]) for flag in said)))
    for flag in about["open"]:
        st.caption(f":material/help: {safe(open_words(flag))}")
    if said:
        _evidence(view, who, said)


def open_words(flag: Facts) -> str:
    """What a rule can't tell about somebody, and why."""
    missing = "" if pd.isna(flag[col.MISSING]) else f": {flag[col.MISSING]}"
    return f"{rule(flag[col.RULE]).label} – can’t tell{missing}."


def _evidence(view: View, who: Facts, said: list[dict[str, Any]]) -> None:
    drawer = st.expander(
        "Cells and what would clear it",
        type="compact",
        key=f"cells_{who[col.PERSON]}",
        on_change="rerun",
    )
    if not drawer.open:
        return
    with drawer:
        for flag in said:
            if len(said) > 1:
                st.markdown(f"**{safe(rule(flag[col.RULE]).label)}**")
            show_evidence(flag, view.dataset)

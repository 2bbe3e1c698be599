"""One card for each person with a flag, a notice or a question that the rules can't answer."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.signals import rule
from components.tables import columns as col
from components.ui.chips import show_chips
from components.ui.evidence_cells import show_evidence
from components.ui.facts import Facts, facts_of, known, person_name
from components.ui.follow_up.overrides import override_words
from components.ui.questions import first_questions
from components.ui.registry import page
from components.ui.standing import Standing
from components.ui.text import safe
from components.ui.view import View


def role_words(who: Facts) -> str:
    """Role and department, as far as they are known."""
    parts = (known(who[col.JOB_TITLE]), known(who[col.DEPARTMENT]))
    return " · ".join(filter(None, parts)) or "role not known"


def person_link(view: View, who: Facts) -> None:
    """The name as a link to the person's page; the address holds a code only."""
    st.page_link(
        page("person").file,
        label=f"**{safe(person_name(who))}**",
        query_params={"person": view.code(str(who[col.EMPLOYEE_ID]))},
    )


def show_cards(view: View, answers: Standing, persons: Sequence[int], *, ask: bool = False) -> None:
    """The cards of these people, in this order; `ask`: with a question to begin with."""
    few = answers.rows_about(list(persons))
    people = {one[col.PERSON]: one for one in facts_of(few.people)}
    told = {
        name: _by_person(rows)
        for name, rows in (
            ("yes", few.flags),
            ("plan", few.notices),
            ("set back", few.set_back),
            ("no concern", few.no_concern),
            ("open", few.unknown),
        )
    }
    with st.container(gap="xsmall"):
        for person in persons:
            about = {name: rows.get(person, []) for name, rows in told.items()}
            with st.container(border=True, gap="xxsmall", key=f"row_{person}"):
                _card(view, people[person], about)
                if ask:
                    question = first_questions(answers.rows_about([person]))[0]
                    st.caption(f":material/forum: {question}")


def _by_person(rows: pd.DataFrame) -> dict[int, list[Facts]]:
    """The rows as facts, under the person they are about."""
    found: dict[int, list[Facts]] = {}
    for facts in facts_of(rows):
        found.setdefault(facts[col.PERSON], []).append(facts)
    return found


def _card(view: View, who: Facts, about: dict[str, list[Facts]]) -> None:
    said = [one for name in ("yes", "plan", "set back", "no concern") for one in about[name]]
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
            person_link(view, who)
            st.caption(safe(role_words(who)), width="content")
        if said:
            _evidence(view, who, said)
    if said:
        show_chips(said, who, view)
        st.caption(safe(" ".join(str(flag[col.REASON]) for flag in said)))
    for flag in about["no concern"]:
        st.caption(f":material/block: {safe(override_words(view, flag))}")
    for flag in about["open"]:
        st.caption(f":material/help: {safe(open_words(flag))}")


def open_words(flag: Facts) -> str:
    """What a rule can't tell about somebody, and why."""
    why = known(flag[col.MISSING])
    return f"{rule(flag[col.RULE]).label} – can’t tell{f': {why}' if why else ''}."


def _evidence(view: View, who: Facts, said: list[Facts]) -> None:
    drawer = st.popover(
        "Evidence", type="tertiary", key=f"cells_{who[col.PERSON]}", on_change="rerun"
    )
    if not drawer.open:
        return
    with drawer:
        for flag in said:
            if len(said) > 1:
                st.markdown(f"**{safe(rule(flag[col.RULE]).label)}**")
            show_evidence(flag, view.dataset)

"""Which flagged people are looked at, in which order, five a page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import streamlit as st

from components.signals import RULES
from components.signals.backtest import Verdict
from components.tables import columns as col
from components.ui import session
from components.ui.chips import show_legend
from components.ui.list_seen import remember_list
from components.ui.standing import Standing, by_reasons, numbers_of
from components.ui.view import View

PAGE = 5


@dataclass(frozen=True, slots=True)
class Choice:
    """One list to look at: its words and the people in it."""

    label: str
    persons: frozenset[int]

    @property
    def words(self) -> str:
        """The label with the number of people."""
        return f"{self.label} {len(self.persons):,}"


def choices(answers: Standing) -> dict[str, Choice]:
    """The lists that can be looked at; notices stand apart and are no flags."""
    found = {
        "all": Choice("All", frozenset(answers.reasons)),
        "several": Choice("Several reasons", frozenset(answers.several)),
    }
    by_rule = answers.flags.groupby(col.RULE)[col.PERSON]
    people = {str(key): frozenset(persons.tolist()) for key, persons in by_rule}
    for one in RULES:
        if one.kind == "flag" and one.key not in answers.off:
            found[one.key] = Choice(one.label, people.get(one.key, frozenset()))
    if len(answers.set_back):
        found["set_back"] = Choice("Not supported here", frozenset(numbers_of(answers.set_back)))
    if len(answers.no_concern):
        found["no_concern"] = Choice("No concern", frozenset(numbers_of(answers.no_concern)))
    found["talk"] = Choice("Plan a talk", frozenset(answers.planned))
    found["open"] = Choice("Can’t tell", frozenset(answers.cant_tell))
    return found


def choose_list(found: Mapping[str, Choice], verdicts: Mapping[str, Verdict]) -> Choice:
    """Let people choose one of the lists."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        key = st.segmented_control(
            "Which people",
            list(found),
            default="all",
            required=True,
            format_func=lambda key: found[key].words,
            key="flag_list",
            label_visibility="collapsed",
            wrap=True,
            persist_state="session",
        )
        show_legend(verdicts)
    return found.get(key or "all", found["all"])


def in_order(answers: Standing, persons: frozenset[int]) -> list[int]:
    """The people by number of reasons, then by name."""
    return by_reasons(answers, answers.people[np.isin(numbers_of(answers.people), list(persons))])


def page_of(view: View, choice: Choice, ordered: Sequence[int]) -> Sequence[int]:
    """Remember the list for Previous and Next, and give the five people of the page shown."""
    remember_list(view, choice.label.lower() if choice.label != "All" else "flagged", ordered)
    shown = session.recall(_key(choice, ordered), 1)
    start = (int(shown) - 1) * PAGE
    return ordered[start : start + PAGE]


def turn_pages(choice: Choice, ordered: Sequence[int]) -> None:
    """Page numbers under the cards, and the order in words."""
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        if len(ordered) > PAGE:
            pages = -(-len(ordered) // PAGE)
            st.pagination(pages, key=_key(choice, ordered), max_visible_pages=5)
        st.caption("By number of reasons, then name", width="content")


def _key(choice: Choice, ordered: Sequence[int]) -> str:
    return f"page_of_{choice.label}_{len(ordered)}"

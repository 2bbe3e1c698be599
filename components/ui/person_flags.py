"""A person's flags and notices, what would clear them, and what the rules can't tell."""

import streamlit as st

from components.signals import NO_CONCERN, rule
from components.tables import columns as col
from components.ui.chips import show_chips
from components.ui.counted_words import counted_words
from components.ui.evidence_cells import show_evidence
from components.ui.facts import Facts, facts_of
from components.ui.flag_cards import open_words
from components.ui.follow_up.overrides import override_words
from components.ui.questions import first_questions
from components.ui.standing import Standing
from components.ui.text import safe
from components.ui.view import View


def flags_title(answers: Standing) -> str:
    """How many flags and notices, in words."""
    flags, notices = len(answers.flags), len(answers.notices)
    if flags:
        pronoun = "it" if flags == 1 else "them"
        return f"{counted_words(flags, 'flag')}, and what would clear {pronoun}"
    if notices:
        return f"No flag, {counted_words(notices, 'notice').lower()}: plan a talk"
    return "No flag can be told yet" if len(answers.unknown) else "No flag"


def show_person_flags(view: View, who: Facts, answers: Standing) -> None:
    """A card for each flag and notice, then what can't be told and what is off."""
    with st.container(gap="xsmall"):
        st.header(flags_title(answers), anchor=False)
        st.caption(_base(answers))
    every = (answers.flags, answers.notices, answers.set_back, answers.no_concern)
    for flag in [one for rows in every for one in facts_of(rows)]:
        with st.container(border=True, gap="xxsmall", key=f"flag_{flag[col.RULE]}"):
            show_chips([flag], who, view)
            st.markdown(safe(str(flag[col.REASON])))
            if flag[col.STATE] == NO_CONCERN:
                st.caption(f":material/block: {safe(override_words(view, flag))}")
            show_evidence(flag, view.dataset)
    for flag in facts_of(answers.unknown):
        st.caption(f":material/help: {safe(open_words(flag))}")
    for key, why in [*view.flags.off.items(), *view.flags.partly.items()]:
        st.caption(f":material/toggle_off: {rule(key).label} – {safe(_lower(why))}")


def _base(answers: Standing) -> str:
    if len(answers.flags) or len(answers.notices):
        return "Each reason names its cells; the limits are yours to set."
    if len(answers.unknown):
        return "Where something is missing, a rule says neither yes nor no."
    return f"{counted_words(len(answers.no), 'rule')} could judge; each says no."


def show_questions(answers: Standing) -> None:
    """The questions, under the wishes."""
    st.markdown("**Ask first**\n" + "\n".join(f"- {one}" for one in first_questions(answers)))


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]

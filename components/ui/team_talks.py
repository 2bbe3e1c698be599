"""Conversations a team's flags and notices ask for, in name order: nobody is ranked."""

import streamlit as st

from components.ui.counted_words import counted_words
from components.ui.flag_cards import show_cards
from components.ui.standing import Standing, by_name, numbers_of
from components.ui.view import View

MOST = 6


def show_talks(view: View, answers: Standing) -> None:
    """The people with a flag or a notice as cards, each with a question to begin with."""
    people = answers.people
    asked = answers.reasons.keys() | answers.planned
    ordered = by_name(people[[one in asked for one in numbers_of(people).tolist()]])
    if not ordered:
        _heading("No conversation is open", "No flag and no notice speaks about anybody here.")
        return
    more = f" {len(ordered) - MOST:,} more in the table." if len(ordered) > MOST else ""
    title = f"{counted_words(len(ordered), 'conversation')} to have or to plan"
    _heading(title, f"In name order, each with a question to begin with.{more}")
    for column, persons in zip(st.columns(2, gap="small"), _sides(ordered[:MOST]), strict=True):
        with column:
            show_cards(view, answers, persons, ask=True)


def _heading(title: str, base: str) -> None:
    with st.container(gap="xsmall"):
        st.header(title, anchor=False)
        st.caption(base)


def _sides(persons: list[int]) -> tuple[list[int], list[int]]:
    return persons[::2], persons[1::2]


def team_words(manager: str) -> str:
    """Whose team it is.

    >>> team_words("Dana Cruz"), team_words("Chris Jones")
    ('Dana Cruz’s team', 'Chris Jones’ team')
    """
    return f"{manager}{'’' if manager.endswith('s') else '’s'} team"


def finding(manager: str, answers: Standing) -> str:
    """How many of the team are worth a conversation."""
    people, flagged = len(answers.people), len(answers.reasons)
    noun, verb = ("person", "is") if people == 1 else ("people", "are")
    if flagged == 1:
        verb = "is"
    return f"{team_words(manager)}: {flagged:,} of {people:,} {noun} {verb} worth a conversation"

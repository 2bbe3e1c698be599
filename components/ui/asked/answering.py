"""Under a question: the buttons or the form that answer it, where there are any."""

from collections.abc import Sequence

import streamlit as st

from components.tables.problems import Problem
from components.ui import arrivals
from components.ui.arrival import Arrival
from components.ui.asked.asked import Asked, asked_of
from components.ui.asked.choices import CHOICES
from components.ui.asked.forms import FORMS
from components.ui.text import safe

SHOWN = 5
"""So many questions of one kind are answered here; the next ones follow when these are gone."""


def answer_here(problems: Sequence[Problem], arrival: Arrival) -> None:
    """Put what answers the questions of one kind; one answer for a sheet is asked once."""
    for asked in _once(problems, arrival)[:SHOWN]:
        with st.container(key=asked.key, gap="xsmall"):
            if len(problems) > 1:
                st.caption(safe(about(asked, problems[0])))
            _answer(asked)


def _once(problems: Sequence[Problem], arrival: Arrival) -> list[Asked]:
    """Questions that can be answered here; those with the same answers only once."""
    found: list[Asked] = []
    seen: set[object] = set()
    for problem in problems:
        asked = asked_of(problem, arrival)
        if asked is None or problem.code not in CHOICES.keys() | FORMS.keys():
            continue
        same = _sameness(asked)
        if same not in seen:
            seen.add(same)
            found.append(asked)
    return found


def _sameness(asked: Asked) -> object:
    choices = CHOICES.get(asked.problem.code)
    if choices is None:
        return asked.key
    return (asked.problem.code, tuple(choice.answers.to_toml() for choice in choices(asked)))


def about(asked: Asked, first: Problem) -> str:
    """Where it stands, and of what is not said of the first: what it is and what now.

    A form names in its own words what it is about.
    """
    problem = asked.problem
    place = problem.place or problem.file
    told = [problem.what] if problem.what != first.what and problem.code not in FORMS else []
    told += [problem.now] if problem.now != first.now else []
    return f"{place}: {' '.join(told)}" if told else place


def _answer(asked: Asked) -> None:
    form = FORMS.get(asked.problem.code)
    if form is not None:
        form(asked)
        return
    with st.container(horizontal=True, gap="small"):
        for choice in CHOICES[asked.problem.code](asked):
            st.button(
                safe(choice.label),
                key=f"{asked.key}_{choice.label}",
                on_click=arrivals.answer,
                args=(choice.answers,),
            )

"""What the buttons under a question say, and that pressing one answers it."""

from dataclasses import replace
from datetime import date

import pytest

from components.intake import Answers, Opened, Upload, open_files, understand
from components.settings import load_settings
from components.tables.problems import Problem, Severity
from components.ui.arrival import Arrival
from components.ui.asked.answering import about
from components.ui.asked.asked import Asked, asked_of
from components.ui.asked.choices import CHOICES, Choice

SETTINGS = load_settings()
DAY = date(2026, 6, 30)
FIRST = ("Ada", "Ben", "Cem", "Dora")
PEOPLE = "Employee ID,Name,Email,Hire date\n" + "".join(
    f"00{number},{first} King,{first.lower()}@x.org,2020-01-01\n"
    for number, first in enumerate(FIRST, 1)
)
MAILS = [f"{first}@X.org" for first in FIRST]
NAMES = [f"{first} King" for first in FIRST]


def opened(key: str, whose: list[str]) -> Opened:
    rows = "".join(f"{who},2025,{at % 5 + 1}\n" for at, who in enumerate(whose))
    held = {"people.csv": PEOPLE, "by name.csv": f"{key},Cycle,Rating\n{rows}"}
    return open_files([Upload(name, text.encode()) for name, text in held.items()], SETTINGS)


def arrival(files: Opened, answers: Answers) -> Arrival:
    return Arrival(files, files, answers, understand(files, SETTINGS, answers=answers, today=DAY))


def asked(held: Arrival) -> Asked:
    """The one question of the files that buttons answer."""
    (problem,) = [one for one in held.problems if one.code in ("ids_missing", "ids_differ")]
    found = asked_of(problem, held)
    assert found is not None
    return found


def choices(files: Opened) -> list[Choice]:
    question = asked(arrival(files, Answers()))
    return CHOICES[question.problem.code](question)


@pytest.mark.parametrize(
    ("key", "whose", "labels"),
    [
        ("Email", MAILS, ["Give its rows to them, by e-mail", "Leave this sheet out"]),
        ("Name", NAMES, ["Give its rows to them, by name", "Leave this sheet out"]),
        ("Employee ID", MAILS, ["Match them, by e-mail"]),
        ("Employee ID", ["1", "2", "3", "4"], ["Match them, without leading zeros"]),
    ],
)
def test_the_ways_to_people_that_the_question_names_are_buttons(
    key: str, whose: list[str], labels: list[str]
) -> None:
    said = [choice.label for choice in choices(opened(key, whose))]
    assert said == [labels[0], "They are other people", *labels[1:]]


@pytest.mark.parametrize(("key", "whose"), [("Email", MAILS), ("Name", NAMES)])
def test_each_button_answers_the_question(key: str, whose: list[str]) -> None:
    files = opened(key, whose)
    reviews = []
    for choice in choices(files):
        pressed = arrival(files, choice.answers)
        assert not any(one.code == "ids_missing" for one in pressed.problems)
        reviews.append(len(pressed.reading.dataset.tables.get("reviews", ())))
    assert reviews == [4, 0, 0]


def test_each_question_of_one_kind_says_of_itself_what_the_first_does_not() -> None:
    """Two columns under one heading: the second is named beside its buttons."""
    files = open_files([Upload("people.csv", PEOPLE.encode())], SETTINGS)
    held = arrival(files, Answers())
    first = Problem("column_contradicts", Severity.QUESTION, "Was: its words say title.", "Say.")
    second = replace(first, what="Seit: its words say hire date.", file="people.csv", cell="D1")
    assert about(Asked(second, 0, held), first) == "people.csv › D1: Seit: its words say hire date."
    same = replace(first, file="people.csv", cell="B1")
    assert about(Asked(same, 0, held), first) == "people.csv › B1"
    form = replace(second, code="unknown_rating")
    assert about(Asked(form, 0, held), first) == "people.csv › D1"

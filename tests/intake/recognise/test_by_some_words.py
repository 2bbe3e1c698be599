"""Headers of known words but one: proposed where the sheet has the field nowhere else."""

import pytest

from tests.intake.recognise.made import confidence, read, text, used

ROWS = "0007,Ada King,2020-01-31,2024-05-31\n0008,Bo Hart,2021-02-28,2023-04-30"


@pytest.mark.parametrize(
    ("header", "proposed"),
    [
        ("Zorbian exit date", True),
        ("Planned exit date", False),
        ("Zorbian Blarg exit date", False),
        ("Zorbian date", False),
    ],
)
def test_one_strange_word_leaves_a_question(header: str, proposed: bool) -> None:
    found = read(text(f"employee_id,name,hire_date,{header}\n{ROWS}", "people.csv"))
    assert (confidence(found, header) == "asked") == proposed
    assert header not in used(found)


def test_an_empty_column_is_not_asked_about() -> None:
    rows = ROWS.replace("2024-05-31", "").replace("2023-04-30", "")
    found = read(text(f"employee_id,name,hire_date,Zorbian exit date\n{rows}", "people.csv"))
    assert confidence(found, "Zorbian exit date") == "unused"


def test_a_field_that_a_column_holds_is_asked_about_no_more() -> None:
    head = "employee_id,name,hire_date,Zorbian exit date,exit_date"
    rows = "\n".join(f"{row},2024-05-31" for row in ROWS.split("\n"))
    assert confidence(read(text(f"{head}\n{rows}", "people.csv")), "Zorbian exit date") == "unused"


def test_a_question_of_a_form_is_told_by_the_words_in_it() -> None:
    question = "What was the main reason that made you think about your exit?"
    lines = "0007,Ada King,2020-01-31,Pay\n0008,Bo Hart,2021-02-28,Family"
    found = read(text(f"employee_id,name,hire_date,{question}\n{lines}", "people.csv"))
    assert confidence(found, question) == "asked"


@pytest.mark.parametrize(
    ("others", "asked"), [(("SQL;Git", "Go;Rust"), False), (("SQL", "Go"), True)]
)
def test_a_list_of_skills_is_no_competency(others: tuple[str, str], asked: bool) -> None:
    lines = "\n".join(f"000{at},Ada King,2020-01-31,{one}" for at, one in enumerate(others, 7))
    found = read(text(f"employee_id,name,hire_date,Skillz\n{lines}", "people.csv"))
    assert (confidence(found, "Skillz") == "asked") == asked

"""What no column dates is asked once for each sheet, and the answer reaches the facts."""

import pytest

from tests.intake.recognise.made import codes, problem, read, text

RATED = "employee_id,rating,reviewer_id\nE1,3,E2\nE2,4,E3"
LIST = "employee_id,name,job_title,department\n"
ROWS = "E1,Ada King,Analyst,Sales\nE2,Bo Lee,Clerk,Sales\nE3,Cy Fox,Clerk,Legal"


def test_ratings_without_cycle_are_asked_and_the_name_of_the_file_is_proposed() -> None:
    asked = problem(read(text(RATED, "Ratings FY24.csv")), "cycle_missing")
    assert (asked.severity, asked.value, asked.cell) == ("question", "FY24", "")


def test_an_answer_names_the_cycle() -> None:
    said = '[[sheet]]\nfile = "ratings.csv"\ncycle = "FY24"'
    found = read(text(RATED, "ratings.csv"), answers=said)
    assert found.plans[0].cycle == "FY24"
    assert "cycle_missing" not in codes(found)


@pytest.mark.parametrize(
    "rows",
    [
        "employee_id,rating,cycle\nE1,3,2024",
        "employee_id,rating,review_date\nE1,3,2024-03-01",
        "employee_id,2024 Rating,2023 Rating\nE1,3,4\nE2,4,4",
    ],
)
def test_dated_ratings_are_not_asked_about(rows: str) -> None:
    assert "cycle_missing" not in codes(read(text(rows, "ratings.csv")))


def test_two_lists_of_the_same_people_are_asked_for_their_days() -> None:
    first, second = text(LIST + ROWS, "staff 2024-01-31.csv"), text(LIST + ROWS, "staff now.csv")
    asked = [one for one in read(first, second).problems if one.code == "snapshot_day"]
    assert [(one.file, one.value) for one in asked] == [
        ("staff 2024-01-31.csv", "2024-01-31"),
        ("staff now.csv", ""),
    ]


def test_an_answer_gives_a_list_its_day_and_the_other_stays_open() -> None:
    said = '[[sheet]]\nfile = "old.csv"\nknown_on = 2024-01-31'
    found = read(text(LIST + ROWS, "old.csv"), text(LIST + ROWS, "new.csv"), answers=said)
    assert str(found.plans[0].known_on) == "2024-01-31"
    assert [one.file for one in found.problems if one.code == "snapshot_day"] == ["new.csv"]
    both = f'{said}\n[[sheet]]\nfile = "new.csv"\nknown_on = 2025-01-31'
    found = read(text(LIST + ROWS, "old.csv"), text(LIST + ROWS, "new.csv"), answers=both)
    assert "snapshot_day" not in codes(found)


def test_lists_of_other_people_or_of_other_facts_are_not_asked() -> None:
    others = text(LIST + "E7,Di Roy,Clerk,Sales\nE8,Ed May,Clerk,Sales", "others.csv")
    facts = text("employee_id,gender,hire_date\nE1,female,2020-01-01\nE2,male,2021-01-01", "b.csv")
    found = read(text(LIST + ROWS, "staff.csv"), others, facts)
    assert "snapshot_day" not in codes(found)

"""Ratings that nothing puts in a cycle are asked about once for each sheet."""

import pytest

from tests.intake.recognise.made import codes, problem, read, text

RATED = "employee_id,rating,reviewer_id\nE1,3,E2\nE2,4,E3"


def test_ratings_without_cycle_are_asked_and_the_name_of_the_file_is_proposed() -> None:
    asked = problem(read(text(RATED, "Ratings FY24-25 H1.csv")), "cycle_missing")
    assert (asked.severity, asked.value, asked.cell) == ("question", "FY24-25 H1", "")


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

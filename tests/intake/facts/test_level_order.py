"""Levels in no order are asked about; so are numbers that seem to run from the top down."""

import pytest

from components.settings import Settings
from tests.intake.facts.planned import built, found, rows, sheet

PEOPLE = {"ID": "people.employee_id", "Title": "people.job_title", "Level": "people.level"}


def test_levels_in_no_order_are_one_question(settings: Settings) -> None:
    cells = [["ID", "Level"], ["1", "Wizard"], ["2", "Sage"], ["3", "Wizard"], ["4", "3"]]
    result = built(settings, (sheet("people", cells), "people", PEOPLE))
    (asked,) = found(result, "level_order")
    assert asked.what.startswith("Which level is higher? Not known of “Wizard” (2), “Sage” (1)")
    assert (asked.cells, asked.count) == (("B2", "B3"), 3)
    assert not found(result, "unknown_level")


def test_an_answered_order_asks_nothing_more(settings: Settings) -> None:
    cells = [["ID", "Level"], ["1", "Wizard"], ["2", "Sage"], ["3", "Guest"]]
    answered = settings.with_answers(levels=("Sage", "Wizard"))
    result = built(answered, (sheet("people", cells), "people", PEOPLE))
    assert not found(result, "level_order")
    assert [problem.value for problem in found(result, "unknown_level")] == ["Guest"]


def test_a_few_strays_are_listed_one_by_one(settings: Settings) -> None:
    many = [[str(n), str(1 + n % 5)] for n in range(98)]
    cells = [["ID", "Level"], *many, ["a", "Wizard"], ["b", "Sage"]]
    result = built(settings, (sheet("people", cells), "people", PEOPLE))
    assert not found(result, "level_order")
    assert [problem.cell for problem in found(result, "unknown_level")] == ["B100", "B101"]


def test_a_chief_at_1_asks_which_end_is_the_top(settings: Settings) -> None:
    cells = [["ID", "Title", "Level"], ["1", "Chief People Officer", "1"], ["2", "Clerk", "5"]]
    result = built(settings, (sheet("people", cells), "people", PEOPLE))
    (asked,) = found(result, "level_order")
    assert asked.what == (
        "Is level 1 the lowest or the highest? People with a title of the top stand at 1. 2 cells."
    )
    assert {level for (level,) in rows(result, "people", "level")} == {None}


@pytest.mark.parametrize("top", ["1", "5"])
def test_a_chief_at_the_highest_number_asks_nothing(settings: Settings, top: str) -> None:
    cells = [
        ["ID", "Title", "Level"],
        ["1", "CEO", "5"],
        ["2", "Chief of staff", top],
        ["3", "Clerk", "1"],
    ]
    result = built(settings, (sheet("people", cells), "people", PEOPLE))
    assert not found(result, "level_order")


def test_a_header_that_mostly_counts_from_the_top_asks(settings: Settings) -> None:
    taken = {"ID": "people.employee_id", "Job Title Level": "people.level"}
    cells = [["ID", "Job Title Level"], ["1", "2"], ["2", "4"]]
    assert found(built(settings, (sheet("people", cells), "people", taken)), "level_order")
    answered = settings.with_answers(levels=("4", "3", "2", "1"))
    result = built(answered, (sheet("people", cells), "people", taken))
    assert not found(result, "level_order")
    assert answered.levels.rank(["2", "4"]) == {"2": 3, "4": 1}

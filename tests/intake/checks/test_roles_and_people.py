"""Role history and people that don't fit together, and signs that nobody sees."""

import pytest

from components.intake.checks.sudden_changes import MOVED, RENAMED
from components.settings import Settings
from tests.intake.facts.planned import Built, built, found, sheet
from tests.intake.facts.test_people import PEOPLE

ROLES = {
    "ID": "roles.employee_id",
    "From": "roles.effective_date",
    "To": "roles.end_date",
    "Title": "roles.job_title",
    "Level": "roles.level",
    "Unit": "roles.department",
    "Manager": "roles.manager_id",
    "Event": "roles.event",
    "Main": "roles.is_primary",
}


def roles(settings: Settings, header: str, *lines: str) -> Built:
    """A sheet of roles alone, cells apart by commas."""
    cells = [line.split(",") for line in (header, *lines)]
    return built(settings, (sheet("roles", cells), "roles", ROLES))


def changed(people: int, stayed: int, before: str, after: str) -> list[str]:
    """People who hold one thing from 2020, and another from 2024 unless they stayed."""
    first = [f"{n},2020-01-01,{before}" for n in range(people + stayed)]
    return [*first, *(f"{n},2024-01-01,{after}" for n in range(people))]


@pytest.mark.parametrize(
    ("changes", "stayed", "named"), [(RENAMED, 4 * RENAMED, True), (RENAMED - 1, 0, False)]
)
def test_a_title_renamed_for_many_on_one_day_is_named(settings, changes, stayed, named) -> None:
    lines = changed(changes, stayed, "Clerk,3", "Officer,3")
    problems = found(roles(settings, "ID,From,Title,Level", *lines), "bulk_rename")
    assert [one.count for one in problems] == ([changes] if named else [])
    if named:
        assert f"Clerk → Officer, {changes} of {changes + stayed} people" in problems[0].what


def test_a_title_that_changes_with_the_level_is_no_rename(settings) -> None:
    lines = changed(2 * RENAMED, 0, "Clerk,3", "Officer,4")
    assert not found(roles(settings, "ID,From,Title,Level", *lines), "bulk_rename")


@pytest.mark.parametrize(
    ("changes", "stayed", "named"),
    [(MOVED, 2 * MOVED, True), (MOVED - 1, 0, False), (MOVED, 3 * MOVED, False)],
)
def test_a_unit_that_many_leave_on_one_day_is_named(settings, changes, stayed, named) -> None:
    lines = changed(changes, stayed, "Sales", "Growth")
    problems = found(roles(settings, "ID,From,Unit", *lines), "sudden_reorganisation")
    assert [one.count for one in problems] == ([changes] if named else [])
    assert all("Sales" in one.what for one in problems)


def test_a_team_that_passes_to_one_other_manager_is_no_reorganisation(settings) -> None:
    lines = changed(2 * MOVED, 0, "98", "99")
    assert not found(roles(settings, "ID,From,Manager", *lines), "sudden_reorganisation")


@pytest.mark.parametrize(
    ("lines", "cells"),
    [
        (["1,2020-01-01,2022-06-30,,", "1,2022-01-01,,,"], ["B3"]),
        (["1,2020-01-01,2022-01-10,,", "1,2022-01-01,,,"], []),
        (["1,2020-01-01,2022-06-30,,", "1,2022-01-01,,acting,"], []),
        (["1,2020-01-01,2022-06-30,,yes", "1,2022-01-01,,,no"], []),
        (["1,2020-01-01,2022-06-30,,", "2,2022-01-01,,,"], []),
    ],
    ids=["long", "a handover", "acting", "main one marked", "another person"],
)
def test_roles_that_overlap_longer_than_a_handover_are_named(settings, lines, cells) -> None:
    result = roles(settings, "ID,From,To,Event,Main", *lines)
    assert [one.cell for one in found(result, "overlapping_spells")] == cells
    assert len(result.dataset.tables["roles"]) == 2


@pytest.mark.parametrize(
    ("lines", "cells"),
    [
        (["1,2020-01-01,2021-01-01,", "1,2022-01-01,,"], ["B3"]),
        (["1,2020-01-01,2021-12-20,", "1,2022-01-01,,"], []),
        (["1,2020-01-01,2021-01-01,", "1,2022-01-01,,rehire"], []),
    ],
    ids=["a year", "days", "hired again"],
)
def test_time_between_two_roles_is_named(settings, lines, cells) -> None:
    result = roles(settings, "ID,From,To,Event", *lines)
    assert [one.cell for one in found(result, "gap_between_spells")] == cells


def both(settings: Settings, people: list[list[str]], *lines: str) -> Built:
    """A sheet of people beside a sheet of roles."""
    cells = [line.split(",") for line in ("ID,From,Title", *lines)]
    listed = (sheet("people", people), "people", PEOPLE)
    return built(settings, listed, (sheet("roles", cells), "roles", ROLES))


def test_roles_and_people_are_held_against_each_other(settings) -> None:
    result = both(settings, [["ID", "Name"], ["1", "Ada"], ["2", "Bo"]], "1,2020-01-01,A",
                  "9,2020-01-01,A")  # fmt: skip
    (stranger,) = found(result, "role_without_person")
    (without,) = found(result, "person_without_role")
    assert (stranger.sheet, stranger.cell, stranger.value) == ("roles", "A3", "9")
    assert (without.sheet, without.cell, without.value) == ("people", "A3", "2")


def test_a_list_of_leavers_alone_need_not_name_everybody(settings) -> None:
    """Who has left stands on it; all the others are no strangers."""
    leavers = [["ID", "Left"], ["1", "2025-12-31"]]
    result = both(settings, leavers, "1,2020-01-01,A", "9,2020-01-01,A")
    assert not found(result, "role_without_person")


def test_who_is_marked_as_left_without_a_day_is_named_where_others_have_one(settings) -> None:
    cells = [["ID", "Status", "Left"], ["1", "Left", "2025-12-31"], ["2", "Left", ""]]
    result = built(settings, (sheet("people", cells), "people", PEOPLE))
    (undated,) = found(result, "left_without_exit")
    assert (undated.cell, undated.count) == ("B3", 1)
    alone = [["ID", "Status"], ["2", "Left"]]
    assert not found(
        built(settings, (sheet("people", alone), "people", PEOPLE)), "left_without_exit"
    )


@pytest.mark.parametrize("sign", ["\u202e", "\u200b", "\x07", "\u00ad"])
def test_signs_that_nobody_sees_are_shown_by_their_numbers(settings, sign) -> None:
    cells = [["ID", "Name"], [f"E1{sign}7", "Ada"], ["E18", f"B{sign}o"], ["E19", "Ann-Zoë"]]
    problems = found(
        built(settings, (sheet("people", cells), "people", PEOPLE)), "hidden_characters"
    )
    assert [one.cell for one in problems] == ["A2", "B3"]
    assert f"\\u{ord(sign):04x}" in problems[0].what


def test_joiners_belong_into_names_and_never_into_ids(settings) -> None:
    cells = [["ID", "Name"], ["E1", "نیم\u200cفاصله"], ["E2\u200c", "Ada"]]
    problems = found(
        built(settings, (sheet("people", cells), "people", PEOPLE)), "hidden_characters"
    )
    assert [one.cell for one in problems] == ["A3"]

"""What is said about persons who don't fit together."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.intake.checks.manager_circles import circles
from components.settings import Settings
from components.tables.problems import MOST_CELLS
from tests.intake.facts.planned import built, found, sheet
from tests.intake.facts.test_people import PEOPLE

REVIEWS = {"ID": "reviews.employee_id", "Cycle": "reviews.cycle", "Rating": "reviews.rating"}


def people(*rows: tuple[str, str]) -> list[list[str]]:
    """A sheet of ids and managers."""
    return [["ID", "Manager"], *[list(row) for row in rows]]


def test_people_who_report_in_a_circle_are_named(settings: Settings) -> None:
    cells = people(("1", ""), ("2", "4"), ("3", "2"), ("4", "3"), ("5", "4"))
    (loop,) = found(built(settings, (sheet("people", cells), "people", PEOPLE)), "manager_loop")
    assert "2 → 4 → 3 → 2" in loop.what
    assert (loop.cell, loop.value, loop.count) == ("B3", "4", 3)


def test_somebody_who_reports_to_themself_is_a_circle_of_one(settings: Settings) -> None:
    result = built(settings, (sheet("people", people(("1", "1"), ("2", "1"))), "people", PEOPLE))
    (loop,) = found(result, "manager_loop")
    assert (loop.cell, loop.count) == ("B2", 1)


def test_only_the_newest_manager_counts_for_a_circle(settings: Settings) -> None:
    cells = [
        ["ID", "Snapshot", "Manager"],
        ["1", "2020-12-31", "2"],
        ["1", "2021-12-31", ""],
        ["1", "2022-12-31", "3"],
        ["2", "2021-12-31", "1"],
        ["3", "2021-12-31", ""],
    ]
    result = built(settings, (sheet("people", cells), "people", PEOPLE))
    assert not found(result, "manager_loop")


@given(st.lists(st.integers(-1, 14), min_size=0, max_size=15))
def test_circles_are_those_a_walk_would_find(managers: list[int]) -> None:
    known = [above if above < len(managers) else -1 for above in managers]
    inside = {person for circle in circles(np.array(known, dtype=np.int32)) for person in circle}
    assert inside == {person for person in range(len(known)) if _returns(person, known)}


def _returns(person: int, managers: list[int]) -> bool:
    at = person
    for _ in managers:
        at = managers[at]
        if at in (-1, person):
            return at == person
    return False


def test_a_manager_who_is_nobody_is_listed(settings: Settings) -> None:
    cells = people(("1", ""), ("2", "1"), ("3", "99"), ("4", "NO_MANAGER"))
    result = built(settings, (sheet("people", cells), "people", PEOPLE))
    assert [problem.cell for problem in found(result, "manager_unknown")] == ["B4"]


def test_reviews_and_people_are_held_against_each_other(settings: Settings) -> None:
    reviews = sheet("reviews", [["ID", "Cycle", "Rating"], ["9", "2024", "5"], ["1", "2024", "5"]])
    listed = sheet("people", people(("1", ""), ("2", ""), ("3", "")))
    result = built(settings, (listed, "people", PEOPLE), (reviews, "reviews", REVIEWS))
    (stranger,) = found(result, "review_without_person")
    (unrated,) = found(result, "person_without_review")
    assert (stranger.sheet, stranger.cell, stranger.count) == ("reviews", "A2", 1)
    assert (unrated.sheet, unrated.cell, unrated.count) == ("people", "A3", 2)


def test_without_a_sheet_of_people_nobody_is_missing_from_it(settings: Settings) -> None:
    reviews = sheet("reviews", [["ID", "Cycle", "Rating"], ["9", "2024", "5"]])
    assert not built(settings, (reviews, "reviews", REVIEWS)).problems


def test_a_level_in_no_list_is_named_once(settings: Settings) -> None:
    taken = {"ID": "people.employee_id", "Level": "people.level"}
    cells = [["ID", "Level"], ["1", "5"], ["2", "Wizard"], ["3", "Wizard"]]
    (level,) = found(built(settings, (sheet("people", cells), "people", taken)), "unknown_level")
    assert (level.cell, level.value, level.count) == ("B3", "Wizard", 2)


def test_future_dates_are_kept_and_listed(settings: Settings) -> None:
    taken = {"ID": "roles.employee_id", "From": "roles.effective_date", "To": "roles.end_date"}
    cells = [["ID", "From", "To"], ["1", "2026-07-01", ""], ["2", "2026-06-30", "2027-01-01"]]
    result = built(settings, (sheet("roles", cells), "roles", taken))
    assert [problem.cell for problem in found(result, "future_date")] == ["B2"]
    assert len(result.dataset.tables["roles"]) == 2


@pytest.mark.parametrize(
    ("ids", "alike"),
    [
        (("000123", "123"), True),
        (("E_2068", "2068"), True),
        (("E001", "Е001"), True),
        (("ab1", "AB1"), True),
        (("1001\u200b", "1001"), True),
        (("A12", "B12"), False),
        (("12", "120"), False),
        (("c4578853", "a4578853"), False),
        (("ab", "cd"), False),
    ],
)
def test_ids_that_look_alike_are_warned_about(
    ids: tuple[str, str], alike: bool, settings: Settings
) -> None:
    cells = [["ID"], [ids[0]], [ids[1]]]
    result = built(settings, (sheet("people", cells), "people", PEOPLE))
    assert bool(found(result, "similar_ids")) is alike
    assert result.dataset.people_count == 2


def test_rows_without_an_id_are_set_aside(settings: Settings) -> None:
    cells = [["ID", "Name"], ["1", "Ada"], ["", "Bo"], ["n/a", "Cy"]]
    result = built(settings, (sheet("people", cells), "people", PEOPLE))
    assert [problem.cell for problem in found(result, "missing_id")] == ["A3", "A4"]
    assert result.dataset.people_count == 1


def test_more_than_a_few_rows_share_one_problem(settings: Settings) -> None:
    cells = [["ID", "Name"], *[["", f"n{n}"] for n in range(21)], ["1", "Ada"]]
    (missing,) = found(built(settings, (sheet("people", cells), "people", PEOPLE)), "missing_id")
    assert (missing.cell, missing.count) == ("A2", 21)


def test_a_circle_of_one_sheet_is_named_though_a_newer_row_opens_it(settings: Settings) -> None:
    old = sheet(
        "old", [["ID", "Snapshot", "Manager"], ["1", "2020-12-31", "2"], ["2", "2020-12-31", "1"]]
    )
    new = sheet(
        "new", [["ID", "Snapshot", "Manager"], ["1", "2021-12-31", "3"], ["3", "2021-12-31", ""]]
    )
    result = built(settings, (old, "people", PEOPLE), (new, "people", PEOPLE))
    (loop,) = found(result, "manager_loop")
    assert (loop.sheet, loop.cell) == ("old", "C2")
    assert loop.what.startswith("By this sheet alone")


def test_a_problem_that_many_cells_share_names_each_of_them(settings: Settings) -> None:
    rows = [[str(at), "2020-13-01" if at % 2 else "soon"] for at in range(1, 31)]
    plan = {"ID": "people.employee_id", "Hired": "people.hire_date"}
    result = built(settings, (sheet("people", [["ID", "Hired"], *rows]), "people", plan))
    shared = found(result, "unreadable_date")
    assert [(one.cell, one.count, one.cells) for one in shared] == [
        ("B2", 15, tuple(f"B{row}" for row in range(2, 32, 2))),
        ("B3", 15, tuple(f"B{row}" for row in range(3, 32, 2))),
    ]


def test_so_many_cells_are_named_and_the_rest_is_counted(settings: Settings) -> None:
    rows = [["", "2020-01-01"]] * (MOST_CELLS + 5)
    plan = {"ID": "people.employee_id", "Hired": "people.hire_date"}
    cells = [["ID", "Hired"], ["1", "2020-01-01"], *rows]
    (nobody,) = found(built(settings, (sheet("people", cells), "people", plan)), "missing_id")
    assert (nobody.count, len(nobody.addresses)) == (MOST_CELLS + 5, MOST_CELLS)
    assert (nobody.addresses[0], nobody.addresses[-1]) == ("A3", f"A{MOST_CELLS + 2}")

"""Role history: what is given and what sheets of people imply."""

from datetime import date

from components.settings import Settings
from tests.intake.facts.planned import built, found, rows, sheet
from tests.intake.facts.test_people import PEOPLE

ROLES = {
    "ID": "roles.employee_id",
    "From": "roles.effective_date",
    "To": "roles.end_date",
    "Title": "roles.job_title",
}
SHOWN = ("employee_id", "effective_date", "job_title", "derived")


def test_the_current_row_starts_the_day_after_the_last_past_spell(settings: Settings) -> None:
    people = sheet("people", [["ID", "Hired", "Title"], ["1", "2015-01-01", "Lead"]])
    past = sheet(
        "past", [["ID", "From", "To", "Title"], ["1", "2015-01-01", "2019-12-31", "Clerk"]]
    )
    result = built(settings, (people, "people", PEOPLE), (past, "roles", ROLES))
    assert rows(result, "roles", *SHOWN) == [
        ("1", date(2015, 1, 1), "Clerk", ""),
        ("1", date(2020, 1, 1), "Lead", "current row"),
    ]


def test_the_current_row_starts_on_a_later_hire_date(settings: Settings) -> None:
    people = sheet("people", [["ID", "Hired", "Title"], ["1", "2021-05-01", "Lead"]])
    past = sheet(
        "past", [["ID", "From", "To", "Title"], ["1", "2015-01-01", "2019-12-31", "Clerk"]]
    )
    result = built(settings, (people, "people", PEOPLE), (past, "roles", ROLES))
    assert rows(result, "roles", *SHOWN)[1] == ("1", date(2021, 5, 1), "Lead", "current row")


def test_the_current_row_speaks_of_the_person_from_its_start(settings: Settings) -> None:
    people = sheet("people", [["ID", "Hired", "Title"], ["1", "2015-01-01", "Lead"]])
    past = sheet(
        "past", [["ID", "From", "To", "Title"], ["1", "2015-01-01", "2019-12-31", "Clerk"]]
    )
    result = built(settings, (people, "people", PEOPLE), (past, "roles", ROLES))
    assert rows(result, "people", "known_on", "job_title") == [
        (None, "Lead"),
        (date(2015, 1, 1), "Clerk"),
        (date(2020, 1, 1), "Lead"),
    ]


def test_an_open_history_needs_no_current_row(settings: Settings) -> None:
    people = sheet("people", [["ID", "Hired", "Title"], ["1", "2015-01-01", "Lead"]])
    for end in ("", "9999-12-31", "2026-12-31"):
        cells = [["ID", "From", "To", "Title"], ["1", "2015-01-01", end, "Clerk"]]
        past = sheet("past", cells)
        result = built(settings, (people, "people", PEOPLE), (past, "roles", ROLES))
        assert rows(result, "roles", "derived") == [("",)], end


def test_somebody_who_left_has_no_current_row(settings: Settings) -> None:
    cells = [["ID", "Hired", "Left", "Title"], ["1", "2015-01-01", "2019-12-31", "Clerk"]]
    past = sheet(
        "past", [["ID", "From", "To", "Title"], ["1", "2015-01-01", "2019-12-31", "Clerk"]]
    )
    result = built(settings, (sheet("people", cells), "people", PEOPLE), (past, "roles", ROLES))
    assert rows(result, "roles", "derived") == [("",)]


def test_without_history_the_role_starts_on_the_hire_date(settings: Settings) -> None:
    cells = [["ID", "Hired", "Title"], ["1", "2015-01-01", "Lead"], ["2", "", "Clerk"]]
    result = built(settings, (sheet("people", cells), "people", PEOPLE))
    assert rows(result, "roles", *SHOWN) == [("1", date(2015, 1, 1), "Lead", "hire date")]
    assert result.dataset.cell(0, 2, "roles", "effective_date").text == "2015-01-01"
    assert result.dataset.cell(0, 2, "roles", "job_title").text == "Lead"


def test_changes_between_snapshots_are_role_rows_recorded_then(settings: Settings) -> None:
    cells = [
        ["ID", "Snapshot", "Hired", "Title"],
        ["1", "2022-12-31", "2015-01-01", "Lead"],
        ["1", "2020-12-31", "2015-01-01", "Clerk"],
        ["1", "2021-12-31", "2015-01-01", "Clerk"],
        ["2", "2021-12-31", "", "Clerk"],
    ]
    result = built(settings, (sheet("people", cells), "people", PEOPLE))
    assert rows(result, "roles", *SHOWN, "recorded_on", "row") == [
        ("1", date(2015, 1, 1), "Clerk", "hire date", date(2020, 12, 31), 3),
        ("1", date(2022, 12, 31), "Lead", "snapshot", date(2022, 12, 31), 2),
        ("2", date(2021, 12, 31), "Clerk", "snapshot", date(2021, 12, 31), 5),
    ]


def test_rows_without_a_start_are_set_aside(settings: Settings) -> None:
    cells = [
        ["ID", "From", "Title"],
        ["1", "", "Clerk"],
        ["2", "soon", "Clerk"],
        ["3", "2020-01-01", "x"],
    ]
    result = built(settings, (sheet("roles", cells), "roles", ROLES))
    assert rows(result, "roles", "employee_id") == [("3",)]
    assert [problem.cell for problem in found(result, "missing_date")] == ["B2"]
    (unread,) = found(result, "unreadable_date")
    assert (unread.cell, unread.value) == ("B3", "soon")
    assert "set aside" in unread.now


def test_rows_that_end_before_they_start_are_set_aside(settings: Settings) -> None:
    cells = [
        ["ID", "From", "To"],
        ["1", "2020-01-02", "2020-01-01"],
        ["1", "2020-01-01", "2020-01-01"],
    ]
    result = built(settings, (sheet("roles", cells), "roles", ROLES))
    assert rows(result, "roles", "row") == [(3,)]
    assert [problem.cell for problem in found(result, "end_before_start")] == ["C2"]


def test_start_means_the_hire_date_of_any_sheet(settings: Settings) -> None:
    people = sheet("people", [["ID", "Hired"], ["1", "2018-03-01"]])
    history = sheet("roles", [["ID", "From"], ["1", "Start"], ["1", "2020-01-01"], ["2", "start"]])
    result = built(settings, (people, "people", PEOPLE), (history, "roles", ROLES))
    assert rows(result, "roles", "employee_id", "effective_date") == [
        ("1", date(2018, 3, 1)),
        ("1", date(2020, 1, 1)),
    ]
    assert [problem.cell for problem in found(result, "missing_date")] == ["B4"]


def test_a_history_whose_dates_wait_for_an_answer_is_set_aside_whole(settings: Settings) -> None:
    cells = [["ID", "Start", "Title"], ["1", "2020-01-01", "Clerk"], ["2", "2020-01-01", "Chef"]]
    taken = {"ID": "roles.employee_id", "Title": "roles.job_title"}
    result = built(settings, (sheet("roles", cells), "roles", taken))
    assert "roles" not in result.dataset.tables
    assert [problem.count for problem in found(result, "no_date_column")] == [1, 1]

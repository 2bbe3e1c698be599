"""Exits: kinds, and rows that contradict themselves."""

from datetime import date

from components.settings import Settings
from tests.intake.facts.planned import built, found, rows, sheet
from tests.intake.facts.test_people import PEOPLE


def test_retirement_is_told_by_the_reason(settings: Settings) -> None:
    cells = [
        ["ID", "Left", "Kind", "Reason"],
        ["1", "2020-01-31", "Voluntary", "Retirement"],
        ["2", "2020-01-31", "Voluntary", "More money"],
        ["3", "2020-01-31", "", "Layoff"],
        ["4", "2020-01-31", "Involuntary", "something"],
        ["5", "2020-01-31", "", ""],
    ]
    result = built(settings, (sheet("people", cells), "people", PEOPLE))
    kinds = ["retirement", "voluntary", "involuntary", "involuntary", None]
    assert rows(result, "people", "exit_kind") == [(kind,) for kind in kinds]
    listed = [(one.cell, one.value) for one in found(result, "exit_kind_by_reason")]
    assert listed == [("C2", "Voluntary"), ("C4", "")]


def test_a_reason_alone_gives_the_kind(settings: Settings) -> None:
    cells = [["ID", "Left", "Reason"], ["1", "2020-01-31", "Retirement"], ["2", "", ""]]
    result = built(settings, (sheet("people", cells), "people", PEOPLE))
    assert rows(result, "people", "exit_kind") == [("retirement",), (None,)]
    assert not found(result, "exit_kind_by_reason")


def test_an_exit_before_the_hire_is_listed_and_not_used(settings: Settings) -> None:
    cells = [
        ["ID", "Hired", "Left", "Kind"],
        ["1", "2020-01-01", "2019-12-31", "Voluntary"],
        ["2", "2020-01-01", "2020-01-01", "Voluntary"],
    ]
    result = built(settings, (sheet("people", cells), "people", PEOPLE))
    assert rows(result, "people", "exit_date", "exit_kind") == [
        (None, None),
        (date(2020, 1, 1), "voluntary"),
    ]
    (problem,) = found(result, "exit_before_hire")
    assert (problem.cell, problem.value) == ("C2", "2019-12-31")
    assert problem.cells == ("C2", "D2")


def test_active_rows_with_an_exit_are_two_classes(settings: Settings) -> None:
    cells = [
        ["ID", "Snapshot", "Left", "Status"],
        ["1", "2020-12-31", "2021-05-31", "active"],
        ["2", "2020-12-31", "2021-06-30", "active"],
        ["3", "2020-12-31", "2020-12-31", "active"],
        ["4", "2020-12-31", "2020-11-30", "terminated"],
    ]
    result = built(settings, (sheet("people", cells), "people", PEOPLE))
    (later,) = found(result, "active_with_later_exit")
    (past,) = found(result, "active_with_past_exit")
    assert (later.count, later.cell) == (2, "C2")
    assert (past.count, past.cell) == (1, "C4")
    assert len(rows(result, "people", "exit_date")) == 4
    assert all(day for (day,) in rows(result, "people", "exit_date"))


def test_a_planned_exit_without_a_snapshot_is_no_contradiction(settings: Settings) -> None:
    cells = [["ID", "Left", "Status"], ["1", "2026-07-31", "active"], ["2", "2026-06-30", "active"]]
    result = built(settings, (sheet("people", cells), "people", PEOPLE))
    assert not found(result, "active_with_later_exit")
    assert [problem.cell for problem in found(result, "active_with_past_exit")] == ["B3"]

"""Texts that one answer decides: asked once, the rest of the column is used."""

from components.intake.facts import build
from components.tables.problems import Problem, Severity
from tests.intake.facts.planned import TODAY, with_checks
from tests.intake.recognise.made import SETTINGS, read, text


def problems(lines: str, answers: str = "") -> list[Problem]:
    sheet = text(lines, "people.csv")
    plans = read(sheet, answers=answers).plans
    result = build([sheet], plans, SETTINGS, content_key="k", today=TODAY)
    return list(with_checks(result).problems)


def recognised(lines: str, answers: str = "") -> list[Problem]:
    return list(read(text(lines, "people.csv"), answers=answers).problems)


def test_dates_of_two_readings_are_asked_once_with_their_count() -> None:
    rows = "Employee ID,Name,Hire date\n1,A,03/04/2020\n2,B,05/06/2020\n3,C,7 May 2020"
    (question,) = [one for one in problems(rows) if one.severity is Severity.QUESTION]
    assert (question.code, question.cell, question.count) == ("date_order_open", "C2", 2)


def test_a_row_that_waits_for_its_date_is_said_to_be_set_aside() -> None:
    rows = "Employee ID,Effective date,Level\n1,03/04/2020,4\n1,2021-01-01,5"
    found = [one for one in problems(rows) if one.code == "date_order_open"]
    assert ["set aside" in one.now for one in found] == [True]


def test_weekly_hours_ask_how_many_are_full_time_and_an_answer_is_enough() -> None:
    rows = "Employee ID,Name,Hire date,FTE\n1,A,2020-01-01,40\n2,B,2020-01-01,30"
    (question,) = [one for one in problems(rows) if one.severity is Severity.QUESTION]
    assert (question.code, question.cells) == ("full_time_hours", ("D2", "D3"))
    said = '[[sheet]]\nfile = "people.csv"\n[sheet.formats.FTE]\nunit = "hours"\nfull_time = 40'
    assert [one.code for one in problems(rows, said) if one.severity is Severity.QUESTION] == []


def test_a_word_that_often_stands_for_nothing_is_asked_and_an_answer_ends_it() -> None:
    days = [f"2020-01-{day}" for day in range(10, 31)]
    lines = [f"{n},A{n},{day}" for n, day in enumerate([*("k. A.",) * 4, "soon", *days])]
    rows = "Employee ID,Name,Hire date\n" + "\n".join(lines)
    found = problems(rows)
    (question,) = [one for one in found if one.code == "blank_marker_open"]
    assert (question.value, question.count, question.cells[0]) == ("k. A.", 4, "C2")
    assert [one.value for one in found if one.code == "unreadable_date"] == ["soon"]
    said = '[[sheet]]\nfile = "people.csv"\n[sheet.formats."Hire date"]\nblanks = ["K. A."]'
    assert [one.value for one in problems(rows, said) if "date" in one.code] == ["soon"]
    assert "blank_marker_open" not in [one.code for one in problems(rows, said)]


def test_a_column_mostly_of_a_marker_is_used_once_it_is_said() -> None:
    rows = "Employee ID,Name,Exit date\n1,A,2020-01-01\n" + "\n".join(
        f"{n},A{n},bleibt" for n in range(2, 9)
    )
    assert "column_contradicts" in [one.code for one in recognised(rows)]
    said = '[[sheet]]\nfile = "people.csv"\n[sheet.formats."Exit date"]\nblanks = ["bleibt"]'
    assert recognised(rows, said) == []


def test_ids_that_became_numbers_are_named_with_their_cells() -> None:
    rows = "Employee ID,Name,Hire date\n1001.0,A,2020-01-01\n8.948E+57,B,2020-01-01\n8948e057,C,"
    (found,) = [one for one in problems(rows) if one.code == "id_like_number"]
    assert (found.cells, found.count) == (("A2", "A3"), 2)

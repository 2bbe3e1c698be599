"""Texts that one answer decides: asked once, the rest of the column is used."""

from components.intake.facts import build
from components.tables.problems import Problem, Severity
from tests.intake.facts.planned import TODAY
from tests.intake.recognise.made import SETTINGS, read, text


def problems(lines: str, answers: str = "") -> list[Problem]:
    sheet = text(lines, "people.csv")
    plans = read(sheet, answers=answers).plans
    return list(build([sheet], plans, SETTINGS, content_key="k", today=TODAY).problems)


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

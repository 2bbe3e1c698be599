"""Exports of the systems whose templates were seen: read without a click, or asked what must be."""

from collections.abc import Callable
from datetime import date

import pytest

from components.intake import Answers, Confidence, Reading, Upload, read_files
from components.settings import load_settings
from tests.intake.exports import made_up

SETTINGS = load_settings()
DAY = date(2026, 6, 30)
TRAPS = ("Reviewer", "Contract end", "METADATA", "Tenure Category", "Cost Center - ID")
EXPORTS: dict[str, tuple[Callable[[], Upload], list[str], dict[str, str]]] = {
    "Culture Amp": (
        made_up.culture_amp,
        ["level_order"],
        {"Employee Id": "employee_id", "Start Date": "hire_date", "End Date": "exit_date"}
        | {"Manager Email": "manager_id", "Job Title Level": "level"},
    ),
    "Oracle HDL": (
        made_up.oracle_hdl,
        [],
        {"PersonNumber": "employee_id", "LastName": "name", "ActionCode": "event"}
        | {"EffectiveStartDate": "effective_date", "EffectiveSequence": "sequence"},
    ),
    "SuccessFactors Job Info": (
        made_up.successfactors,
        [],
        {"user-id": "employee_id", "start-date": "effective_date", "event-reason": "event"}
        | {"manager-id": "manager_id", "seq-number": "sequence"},
    ),
    "Workday People List": (
        made_up.workday,
        ["cycle_missing"],
        {"Employee ID": "employee_id", "Worker": "name", "Hire Date": "hire_date"}
        | {
            "2024 Completed Performance Rating": "rating",
            "Talent Assessment Potential": "potential",
        },
    ),
    "Anaplan feed": (
        made_up.anaplan,
        [],
        {"Employee ID": "employee_id", "Worker's Manager": "manager_name", "Full Name": "name"}
        | {"Termination Date": "exit_date", "Active Status": "stated_status"},
    ),
    "ADP roster": (
        made_up.adp,
        [],
        {"File Number": "employee_id", "Reports To Name": "manager_name", "Hire Date": "hire_date"}
        | {"Home Department Description": "department", "Termination Date": "exit_date"},
    ),
    "PeopleForce": (
        made_up.peopleforce,
        [],
        {"Employee ID": "employee_id", "Effective from": "effective_date", "Job level": "level"}
        | {"Position": "job_title", "Manager ID": "manager_id"},
    ),
    "ChartHop": (
        lambda: made_up.charthop(key="Employee ID"),
        [],
        {"Date": "effective_date", "Title": "job_title", "Promotion": "event"},
    ),
    "ChartHop by address": (
        lambda: made_up.charthop(key="Work Email"),
        ["no_employee_id"],
        {},
    ),
    "BambooHR": (
        made_up.bamboohr,
        [],
        {"Employee #": "employee_id", "Date": "effective_date", "Reporting to": "manager_name"},
    ),
    "15Five": (
        lambda: made_up.fifteen_five(key="Employee ID"),
        ["cycle_missing"],
        {"Employee ID": "employee_id", "Score": "rating"},
    ),
    "15Five by address": (
        lambda: made_up.fifteen_five(key="Email"),
        ["no_employee_id"],
        {},
    ),
}


def read(upload: Upload, answers: Answers | None = None) -> Reading:
    return read_files([upload], SETTINGS, answers=answers or Answers(), today=DAY)


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_is_recognised_or_asks_exactly_what_it_must(name: str) -> None:
    made, asked, fields = EXPORTS[name]
    reading = read(made())
    questions = [one.code for one in reading.problems if one.severity == "question"]
    assert questions == asked
    columns = [column for plan in reading.plans for column in plan.columns]
    used = {one.header: one.field for one in columns if one.used}
    assert {header: used.get(header) for header in fields} == fields
    assert not set(TRAPS) & used.keys()
    if "no_employee_id" not in asked:
        assert reading.dataset.people_count == made_up.PEOPLE


@pytest.mark.parametrize("made", [made_up.charthop, made_up.fifteen_five])
def test_one_answer_gives_the_rows_to_people_by_their_address(
    made: Callable[..., Upload],
) -> None:
    upload = made(key="Work Email" if made is made_up.charthop else "Email")
    first = read(upload)
    (sheet,) = first.dataset.sheets
    answers = Answers()
    for column in first.plans[0].columns:
        if column.confidence is Confidence.ASKED:
            place = f"{column.table}.{column.field}"
            answers = answers.with_column(sheet, column.header, place)
    reading = read(upload, answers)
    assert "no_employee_id" not in {one.code for one in reading.problems}
    assert reading.dataset.people_count == made_up.PEOPLE
    assert reading.dataset.persons["employee_id"].tolist()[0] == made_up.mail(0)


def test_rows_in_which_only_what_changed_is_filled_carry_the_rest_on() -> None:
    roles = read(made_up.charthop(key="Employee ID")).dataset.tables["roles"]
    mine = roles[roles["employee_id"] == made_up.identity(5)].sort_values("effective_date")
    assert mine["job_title"].tolist() == ["Engineer", "Senior Engineer"]
    assert mine["event"].tolist()[1] == "promotion"


def test_record_types_of_one_file_are_sheets_whose_cells_keep_their_address() -> None:
    reading = read(made_up.oracle_hdl())
    assert [one.name for one in reading.dataset.sheets] == ["Worker", "PersonName", "Assignment"]
    last = reading.dataset.sheets[-1]
    assert last.quote(52, 2) == "HIRE"
    assert last.address(52, 2) == "C52"
    assert not [one for one in reading.problems if one.code == "record-short"]

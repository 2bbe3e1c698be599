"""Which table a sheet is about."""

from dataclasses import replace

import pytest

from components.tables.schema import TABLES
from tests.intake.recognise.made import codes, problem, read, sheet, text, used


@pytest.mark.parametrize("table", [name for name in TABLES if name != "pay"])
def test_every_template_is_recognised_and_every_column_is_sure(table: str) -> None:
    labels = [field.label for field in TABLES[table].fields]
    found = read(sheet([labels], f"{table}.csv"))
    assert found.plans[0].table == table
    assert {match.confidence for match in found.matches} == {"sure"}
    assert {match.table for match in found.matches} == {table}
    assert [match.field for match in found.matches] == list(TABLES[table].names)


def test_a_list_of_people_with_start_and_end_dates_is_no_role_history() -> None:
    found = read(
        text(
            "Name,Employee Id,Email,Start Date,End Date,Job Title,Department,Gender\n"
            "Ada King,007,a@x.org,2020-01-01,,Analyst,Sales,Woman\n"
            "Bo Hart,008,b@x.org,2021-02-01,2024-03-01,Clerk,Sales,Man"
        )
    )
    assert found.plans[0].table == "people"
    assert used(found)["Start Date"] == "people.hire_date"
    assert used(found)["End Date"] == "people.exit_date"


def test_people_who_come_again_with_start_dates_are_role_history() -> None:
    found = read(
        text(
            "Employee Id,Name,Email,Start Date,End Date,Job Title\n"
            "007,Ada King,a@x.org,2020-01-01,2021-12-31,Analyst\n"
            "007,Ada King,a@x.org,2022-01-01,,Senior Analyst"
        )
    )
    assert found.plans[0].table == "roles"
    assert used(found)["Start Date"] == "roles.effective_date"
    assert used(found)["Name"] == "people.name"


def test_a_start_date_beside_an_effective_date_is_no_hire_date() -> None:
    found = read(
        text(
            "worker_id,effective_date,start_date,business_title\n"
            "w1,2020-01-01,2020-01-01,Analyst\nw2,2021-01-01,2019-01-01,Clerk"
        )
    )
    assert "start_date" not in used(found)


def test_snapshots_are_people_with_the_day_they_speak_from() -> None:
    found = read(
        text(
            "EmployeeID,Snapshot date,Job title,Department,Hire date\n"
            "7,2023-12-31,Clerk,Sales,2020-01-01\n7,2024-12-31,Analyst,Sales,2020-01-01"
        )
    )
    assert found.plans[0].table == "people"
    assert used(found)["Snapshot date"] == "people.known_on"


def test_one_review_sheet_also_feeds_people_and_competencies() -> None:
    found = read(
        text(
            "Employee ID,Name,Region,Cycle,Rating,Communication,Competency: Rhythm,"
            "Delivery (self)\n"
            "007,Ada King,EU,2024,4,3,2,5\n008,Bo Hart,EU,2024,5,4,2,4",
            "reviews.csv",
        )
    )
    assert found.plans[0].table == "reviews"
    assert used(found)["Name"] == "people.name"
    assert used(found)["Communication"] == "competencies.manager"
    assert used(found)["Competency: Rhythm"] == "competencies.manager"
    assert used(found)["Delivery (self)"] == "competencies.self"


def test_a_sheet_with_nothing_but_scores_is_competencies() -> None:
    found = read(text("Employee ID,Cycle,Communication,Delivery\n007,2024,4,3\n008,2024,5,4"))
    assert found.plans[0].table == "competencies"


def test_a_cycle_in_the_header_is_the_cycle_of_its_ratings() -> None:
    found = read(
        text(
            "Employee ID,Worker,Hire Date,2023 Completed Performance Rating,2024 Completed "
            "Performance Rating\n7,Ada King,2020-01-01,Strong,Leading\n8,Bo Hart,2021-01-01,"
            "Solid,Solid"
        )
    )
    cycles = {one.detail.get("cycle") for one in found.plans[0].columns if one.field == "rating"}
    assert cycles == {"2023", "2024"}
    assert used(found)["Worker"] == "people.name"


def test_a_sheet_of_pay_is_not_read_unless_allowed() -> None:
    found = read(text("Employee ID,Effective date,Amount\n7,2024-01-01,50000"))
    assert codes(found) == ["pay_not_read"]
    assert used(found) == {}


def test_a_hidden_sheet_is_named_and_used_only_when_asked_for() -> None:
    shown = text("Employee ID,Effective date,Job title\n7,2024-01-01,Clerk")
    hidden = replace(shown, hidden=True)
    assert codes(read(hidden)) == ["hidden_sheet"]
    answers = '[[sheet]]\nfile = "roles.csv"\ntable = "roles"'
    assert read(hidden, answers=answers).plans[0].table == "roles"


def test_a_sheet_without_employee_id_says_what_is_known_and_what_it_needs() -> None:
    found = read(text("gender,level,sentiment\nM,High,3\nF,Low,8"))
    warning = problem(found, "unknown_sheet")
    assert "gender, level" in warning.what
    assert "employee ID" in warning.now
    assert found.plans[0].table == ""


def test_a_column_that_looks_like_ids_is_proposed_but_not_used() -> None:
    found = read(text("iid,department,level\nc4578853,IT,High\na7d7afd6,Sales,Low"))
    asked = problem(found, "no_employee_id")
    assert (asked.severity, asked.cell, asked.value) == ("question", "A1", "iid")
    assert used(found) == {}
    answers = '[[sheet]]\nfile = "roles.csv"\ncolumns = { "iid" = "employee_id" }'
    sheet_again = text("iid,department,level\nc4578853,IT,High\na7d7afd6,Sales,Low")
    assert used(read(sheet_again, answers=answers))["iid"] == "people.employee_id"


def test_a_number_of_something_else_is_not_proposed_as_employee_id() -> None:
    found = read(text("role_id,department,level\nc4578853,IT,High\na7d7afd6,Sales,Low"))
    assert codes(found) == ["unknown_sheet"]


def test_a_bare_id_is_the_person_where_other_sheets_use_its_values() -> None:
    history = text(
        "id,worker_code,hire_date,user_id\na1,1001,2020-01-01,bob\na2,1002,2021-01-01,eve",
        "workers.csv",
    )
    positions = text(
        "worker_id,effective_date,business_title\na1,2020-01-01,Clerk\na2,2021-01-01,Analyst",
        "positions.csv",
    )
    assert used(read(history))["worker_code"] == "people.employee_id"
    together = used(read(history, positions))
    assert together["id"] == "people.employee_id"
    assert "worker_code" not in together


def test_a_sheet_can_be_left_out_or_given_another_table_by_answer() -> None:
    rows = text("Employee ID,Effective date,Job title\n7,2024-01-01,Clerk")
    assert codes(read(rows, answers='[[sheet]]\nfile = "roles.csv"\ntable = ""')) == [
        "sheet_left_out"
    ]
    as_people = read(rows, answers='[[sheet]]\nfile = "roles.csv"\ntable = "people"')
    assert used(as_people)["Job title"] == "people.job_title"


def test_an_answer_that_fits_nothing_is_named() -> None:
    answers = '[[sheet]]\nfile = "roles.csv"\ncolumns = { "Nr" = "level" }\n[[sheet]]\nfile = "x"'
    found = read(text("Employee ID,Effective date,Job title\n7,2024-01-01,Clerk"), answers=answers)
    assert codes(found) == ["answer_unmatched", "answer_unmatched"]


def test_a_successor_numbers_nobody_else() -> None:
    head = "critical_position,incumbent,department,successor,performance_score,potential_score"
    rows = "HR Manager,916,HR,935,89.8,98.8\nData Manager,701,Data,98,56.2,54.2"
    found = read(text(f"{head}\n{rows}", "succession.csv"))
    assert used(found) == {
        "critical_position": "successors.position",
        "incumbent": "successors.incumbent_id",
        "successor": "successors.employee_id",
    }


@pytest.mark.parametrize(("key", "table"), [("Candidate ID", "scorecards"), ("CCandidate ID", "")])
def test_interviews_without_their_candidates_are_no_scores_of_employees(
    key: str, table: str
) -> None:
    head = f"{key},Employee ID,Date,Interviewer,Competency,Score,Evidence"
    found = read(text(f"{head}\nC73,0007,2026-04-10,Owen Jessup,Delivery,4,Good", "scorecards.csv"))
    assert found.plans[0].table == table

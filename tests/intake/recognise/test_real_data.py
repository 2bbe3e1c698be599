"""What is made of data that nobody here wrote."""

from pathlib import Path

import pytest

from components.tables.sheets import column_letter
from tests.intake.recognise.made import (
    codes,
    confidence,
    detail,
    problem,
    read,
    read_folder,
    sheets_of,
    used,
    why,
)

WITH_PROBLEMS = ("adventureworks_hr", "excel_parser_fixtures_readxl", "oracle_hr")


def test_employees_and_their_job_history_are_people_and_roles(shared_data: Path) -> None:
    names = ("departments.csv", "employees.csv", "job_history.csv", "jobs.csv", "locations.csv")
    found = read_folder(shared_data / "oracle_hr", *names)
    assert [plan.table for plan in found.plans] == ["", "people", "roles", "", ""]
    assert used(found, 1) == {
        "employee_id": "people.employee_id",
        "first_name": "people.name",
        "last_name": "people.name",
        "email": "people.email",
        "hire_date": "people.hire_date",
        "job_id": "people.job_title",
        "manager_id": "people.manager_id",
        "department_id": "people.department",
    }
    assert used(found, 2) == {
        "employee_id": "roles.employee_id",
        "start_date": "roles.effective_date",
        "end_date": "roles.end_date",
        "job_id": "roles.job_title",
        "department_id": "roles.department",
    }
    assert why(found, "salary").startswith("pay is not read")
    assert detail(found, "hire_date") == {"date_order": "day"}
    assert sorted(codes(found)) == ["lookup_offered", "lookup_offered", "unknown_sheet"]


def test_confirmed_lookups_give_names_to_jobs_and_departments(shared_data: Path) -> None:
    names = ("departments.csv", "employees.csv", "job_history.csv", "jobs.csv")
    answers = "\n".join(
        f'[[sheet]]\nfile = "{name}"\nlookup = true' for name in ("departments.csv", "jobs.csv")
    )
    found = read_folder(shared_data / "oracle_hr", *names, answers=answers)
    by_header = {one.header: dict(one.detail) for one in found.plans[1].columns}
    assert by_header["job_id"] == {"lookup": "3"}
    assert by_header["department_id"] == {"lookup": "0"}
    assert codes(found) == []


def test_yearly_snapshots_are_people_of_a_day(shared_data: Path) -> None:
    found = read_folder(shared_data / "mfg10year_termination", "emp_tmnt_MFG10Year.csv")
    taken = used(found)
    assert found.plans[0].table == "people"
    assert found.plans[0].last_row == 49_654
    assert taken["recorddate_key"] == "people.known_on"
    assert taken["orighiredate_key"] == "people.hire_date"
    assert taken["terminationdate_key"] == "people.exit_date"
    assert taken["termtype_desc"] == "people.exit_kind"
    assert taken["termreason_desc"] == "people.exit_reason"
    assert taken["STATUS"] == "people.stated_status"
    assert taken["gender_full"] == "people.gender"
    assert taken["length_of_service"] == "people.months_of_service"
    assert detail(found, "length_of_service") == {"unit": "years"}
    assert detail(found, "recorddate_key") == {"date_order": "month"}
    assert confidence(found, "age") == "unused"
    assert codes(found) == []


def test_terms_of_office_are_met_with_a_question(shared_data: Path) -> None:
    found = read_folder(shared_data / "congress_terms", "legislator_terms_long.csv")
    asked = problem(found, "no_employee_id")
    assert (asked.severity, asked.cell, asked.value) == ("question", "A1", "bioguide")
    assert used(found) == {}
    assert confidence(found, "bioguide") == "asked"


def test_terms_of_office_are_roles_with_an_answer(shared_data: Path) -> None:
    answers = """
    [[sheet]]
    file = "legislator_terms_long.csv"
    table = "roles"
    [sheet.columns]
    bioguide = "employee_id"
    type = "job_title"
    start = "effective_date"
    end = "end_date"
    """
    folder = shared_data / "congress_terms"
    found = read_folder(folder, "legislator_terms_long.csv", answers=answers)
    taken = used(found)
    assert taken["bioguide"] == "roles.employee_id"
    assert taken["start"] == "roles.effective_date"
    assert taken["official_full"] == "people.name"
    assert codes(found) == []


def test_files_without_header_are_met_with_questions(shared_data: Path) -> None:
    folder = shared_data / "adventureworks_hr"
    names = sorted(path.name for path in folder.glob("*.csv"))
    found = read_folder(folder, *names)
    assert codes(found) == ["no_header_row"] * len(names)
    assert {match.confidence for match in found.matches} == {"unused"}
    assert all(not used(found, number) for number in range(len(names)))


def test_a_cross_section_feeds_people_and_reviews(shared_data: Path) -> None:
    found = read_folder(shared_data / "ibm_attrition", "emp_attrition.csv")
    taken = used(found)
    assert found.plans[0].table == "people"
    assert taken["EmployeeNumber"] == "people.employee_id"
    assert taken["JobRole"] == "people.job_title"
    assert taken["PerformanceRating"] == "reviews.rating"
    assert taken["Attrition"] == "people.stated_status"
    assert detail(found, "Attrition") == {"how": "yes_means_left"}
    assert detail(found, "YearsInCurrentRole") == {"unit": "years"}
    assert "YearsSinceLastPromotion" not in taken
    assert "MonthlyIncome" not in taken


def test_ratings_of_managers_are_reviews(shared_data: Path) -> None:
    found = read_folder(shared_data / "peopleanalyticsdata", "managers.csv")
    assert used(found)["employee_id"] == "reviews.employee_id"
    assert used(found)["performance_group"] == "reviews.rating"


@pytest.mark.parametrize("name", ["survey_responses.csv", "departure_dates.csv"])
def test_hashed_ids_under_an_unknown_name_are_asked(shared_data: Path, name: str) -> None:
    found = read_folder(shared_data / "peopleanalyticsdata", name)
    assert problem(found, "no_employee_id").value == "iid"
    assert used(found) == {}


def test_files_about_nobody_are_not_used(shared_data: Path) -> None:
    names = ("absenteeism.csv", "employee_survey.csv", "promotion.csv", "selection.csv")
    found = read_folder(shared_data / "peopleanalyticsdata", *names)
    assert codes(found) == ["unknown_sheet"] * len(names)


def test_workers_and_their_positions_are_people_and_roles(shared_data: Path) -> None:
    names = ("workday_worker_history_data.csv", "workday_worker_position_history_data.csv")
    found = read_folder(shared_data / "workday_fivetran_seeds", *names)
    workers, positions = used(found, 0), used(found, 1)
    assert workers["id"] == "people.employee_id"
    assert workers["termination_date"] == "people.exit_date"
    assert workers["primary_termination_category"] == "people.exit_kind"
    assert "contract_end_date" not in workers
    assert positions["worker_id"] == "roles.employee_id"
    assert positions["business_title"] == "roles.job_title"
    assert positions["effective_date"] == "roles.effective_date"
    assert positions["management_level_code"] == "roles.level"
    assert "start_date" not in positions
    assert "expected_assignment_end_date" not in positions


def test_title_rows_and_footnotes_are_told_from_the_table(shared_data: Path) -> None:
    found = read_folder(shared_data / "excel_parser_fixtures_readxl", "deaths.xlsx")
    assert [(plan.header_row, plan.last_row) for plan in found.plans] == [(5, 15), (5, 15)]
    headers = [match.header for match in found.matches][:6]
    assert headers == ["Name", "Profession", "Age", "Has kids", "Date of birth", "Date of death"]
    assert codes(found) == ["unknown_sheet", "unknown_sheet"]


def test_every_fixture_of_a_foreign_parser_is_named_and_never_guessed(shared_data: Path) -> None:
    folder = shared_data / "excel_parser_fixtures_readxl"
    names = sorted(path.name for path in folder.glob("*.xls*"))
    found = read_folder(folder, *names)
    assert {plan.table for plan in found.plans} == {""}
    assert len(found.problems) >= len(found.plans)


def test_the_cell_of_every_problem_holds_the_quoted_text(shared_data: Path) -> None:
    quoted = 0
    for folder in (shared_data / name for name in WITH_PROBLEMS):
        names = sorted(path.name for path in (*folder.glob("*.csv"), *folder.glob("*.xls*")))
        held = sheets_of(folder, *names)
        sheets = {(one.file, one.name): one for one in held}
        for one in read(*held).problems:
            letters = one.cell.rstrip("0123456789")
            if one.cell:
                sheet = sheets[one.file, one.sheet]
                columns = {column_letter(index): index for index in range(100)}
                text = sheet.quote(int(one.cell.removeprefix(letters)), columns[letters])
                assert one.value == (text or "")
                quoted += bool(one.value)
    assert quoted > 40


def test_the_order_of_files_makes_no_difference(shared_data: Path) -> None:
    names = ("departments.csv", "employees.csv", "job_history.csv", "jobs.csv", "locations.csv")
    forwards = read_folder(shared_data / "oracle_hr", *names)
    backwards = read_folder(shared_data / "oracle_hr", *reversed(names))
    assert set(forwards.matches) == set(backwards.matches)
    assert set(forwards.problems) == set(backwards.problems)

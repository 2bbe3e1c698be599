"""Which header stands for which field, and which headers must be asked about."""

import csv
from pathlib import Path

import pytest

from components.settings import ColumnSettings, header_key, load_settings
from components.tables.schema import TABLES


@pytest.fixture(scope="module")
def columns() -> ColumnSettings:
    return load_settings().columns


def fields(columns: ColumnSettings, header: str) -> set[str]:
    return {f"{place.table}.{place.field}" for place in columns.places_of(header)}


@pytest.mark.parametrize(
    ("table", "name"), [(table.name, name) for table in TABLES.values() for name in table.names]
)
def test_our_own_template_is_recognised_surely(
    columns: ColumnSettings, table: str, name: str
) -> None:
    for header in (name, TABLES[table].field(name).label):
        places = columns.places_of(header)
        assert [one.sure for one in places if (one.table, one.field) == (table, name)] == [True]


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Worker_Reference", "people.employee_id"),
        ("Business Title", "people.job_title"),
        ("Job Level - Primary Position", "people.level"),
        ("Legal Name", "people.name"),
        ("user-id", "people.employee_id"),
        ("start-date", "roles.effective_date"),
        ("event-reason", "roles.event"),
        ("seq-number", "roles.sequence"),
        ("PersonNumber", "people.employee_id"),
        ("EffectiveStartDate", "roles.effective_date"),
        ("EffectiveSequence", "roles.sequence"),
        ("GradeCode", "people.level"),
        ("ManagerPersonNumber", "people.manager_id"),
        ("Associate ID", "people.employee_id"),
        ("Hire/Rehire Date", "people.hire_date"),
        ("Employee #", "people.employee_id"),
        ("Anstelldatum", "people.hire_date"),
        ("work.reportsToIdInCompany", "people.manager_id"),
        ("Effective from", "roles.effective_date"),
        ("Overall Rating", "reviews.rating"),
        ("Job Title Level", "people.level"),
    ],
)
def test_a_header_of_a_known_system_is_recognised(
    columns: ColumnSettings, header: str, field: str
) -> None:
    assert field in fields(columns, header)


def test_a_header_names_the_systems_that_write_it(columns: ColumnSettings) -> None:
    assert "Workday" in columns.places_of("employee_id")[0].systems


@pytest.mark.parametrize(
    "header", ["bioguide", "iid", "start", "end", "type", "id", "Employee", ""]
)
def test_a_header_that_may_mean_anything_is_not_known(columns: ColumnSettings, header: str) -> None:
    assert columns.places_of(header) == ()
    assert columns.part_of(header) is None
    assert columns.named_in(header) == ()


@pytest.mark.parametrize("header", ["Reviewer", "job_id", "Start date", "Status", "Title"])
def test_a_header_used_for_several_things_is_never_sure(
    columns: ColumnSettings, header: str
) -> None:
    places = columns.places_of(header)
    assert places
    assert not any(place.sure for place in places)


@pytest.mark.parametrize(
    ("header", "never"),
    [
        ("Worker", "people.employee_id"),
        ("Reviewee", "reviews.reviewer_id"),
        ("Contract End Date", "people.exit_date"),
        ("Probation Period End Date", "people.exit_date"),
        ("Notice Period End Date", "people.exit_date"),
        ("planned_end_date", "people.exit_date"),
        ("Applicant ID", "people.employee_id"),
        ("YearsSinceLastPromotion", "people.months_in_level"),
    ],
)
def test_a_header_that_only_looks_right_is_a_trap(
    columns: ColumnSettings, header: str, never: str
) -> None:
    trap = columns.trap_of(header)
    assert trap is not None
    assert never in trap.never
    assert never not in fields(columns, header)


def test_no_trap_feeds_a_field_it_must_never_feed(columns: ColumnSettings) -> None:
    for trap in columns.traps.values():
        for header in trap.headers:
            assert not fields(columns, header) & set(trap.never), header


def test_a_header_stands_for_a_field_or_makes_part_of_one_never_both(
    columns: ColumnSettings,
) -> None:
    for part in columns.parts.values():
        for header in part.headers:
            assert columns.places_of(header) == (), header


def test_the_earlier_header_is_the_better_one(columns: ColumnSettings) -> None:
    def order(header: str) -> int:
        places = columns.places_of(header)
        return next(
            one.order for one in places if (one.table, one.field) == ("people", "department")
        )

    assert order("department_name") < order("BUSINESS_UNIT")


def test_every_weak_header_is_listed_somewhere_or_left_to_a_question(
    columns: ColumnSettings,
) -> None:
    keys = [header_key(header) for header in columns.likely]
    assert len(keys) == len(set(keys))


def test_a_forgotten_header_is_not_recognised(tmp_path: Path) -> None:
    (tmp_path / "columns.toml").write_text('forget = ["badge_id"]\n')
    assert load_settings(tmp_path).columns.places_of("Badge ID") == ()


@pytest.mark.parametrize(
    ("header", "field", "named"),
    [
        ("2024 Completed Performance Rating", "rating", "2024"),
        ("FY25 Rating", "rating", "FY25"),
        ("Performance Rating 2023", "rating", "2023"),
        ("Aug 2025  Talent Assessment Potential", "potential", "Aug 2025"),
        ("Competency: Delivery", "manager", "Delivery"),
        ("Competency: Problem solving (self)", "self", "Problem solving"),
        ("Delivery - Self", "self", "Delivery"),
    ],
)
def test_a_header_that_carries_its_cycle_or_competency_is_read(
    columns: ColumnSettings, header: str, field: str, named: str
) -> None:
    first = columns.named_in(header)[0]
    assert (first.field, first.named) == (field, named)


KNOWN = {
    "oracle_hr/job_history.csv": {
        "employee_id": "roles.employee_id",
        "start_date": "roles.effective_date",
        "end_date": "roles.end_date",
        "job_id": "roles.job_title",
        "department_id": "roles.department",
    },
    "oracle_hr/employees.csv": {
        "employee_id": "people.employee_id",
        "email": "people.email",
        "hire_date": "people.hire_date",
        "manager_id": "people.manager_id",
        "salary": "pay.amount",
    },
    "mfg10year_termination/emp_tmnt_MFG10Year.csv": {
        "EmployeeID": "people.employee_id",
        "recorddate_key": "people.known_on",
        "orighiredate_key": "people.hire_date",
        "terminationdate_key": "people.exit_date",
        "termtype_desc": "people.exit_kind",
        "termreason_desc": "people.exit_reason",
        "STATUS": "people.stated_status",
        "city_name": "people.location",
        "department_name": "people.department",
        "job_title": "people.job_title",
    },
    "peopleanalyticsdata/managers.csv": {"employee_id": "people.employee_id"},
    "peopleanalyticsdata/departure_dates.csv": {"departure_date": "people.exit_date"},
    "ibm_attrition/emp_attrition.csv": {
        "EmployeeNumber": "people.employee_id",
        "JobRole": "people.job_title",
        "JobLevel": "people.level",
        "PerformanceRating": "reviews.rating",
    },
}


@pytest.mark.parametrize("name", KNOWN)
def test_headers_of_public_data_are_recognised(
    columns: ColumnSettings, shared_data: Path, name: str
) -> None:
    with (shared_data / name).open(encoding="utf-8-sig", newline="") as lines:
        headers = next(csv.reader(lines))
    for header, field in KNOWN[name].items():
        assert header in headers
        assert field in fields(columns, header)


@pytest.mark.parametrize(
    ("header", "field", "how"),
    [
        ("YearsInCurrentRole", "months_in_role", "years"),
        ("YearsAtCompany", "months_of_service", "years"),
        ("Attrition", "stated_status", "yes_means_left"),
        ("first_name", "name", "first_name"),
        ("birthdate_key", "age_band", "birth_date"),
        ("Manager Email", "manager_id", "manager_email"),
    ],
)
def test_a_part_says_what_it_makes_and_how(
    columns: ColumnSettings, header: str, field: str, how: str
) -> None:
    part = columns.part_of(header)
    assert part is not None
    assert (part.field, part.how) == (field, how)

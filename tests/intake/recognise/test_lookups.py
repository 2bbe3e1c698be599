"""Sheets that give names to numbers: offered, used when confirmed."""

from components.tables.sheets import Sheet
from tests.intake.recognise.made import codes, detail, problem, read, text, used

ROLES = (
    "employee_id,effective_date,job_title,department_id\n"
    "7,2024-01-01,Clerk,10\n8,2024-02-01,Chef,20"
)
DEPARTMENTS = "department_id,department_name,manager_id\n10,Sales,7\n20,Kitchen,8\n30,Garden,"
CONFIRMED = '[[sheet]]\nfile = "departments.csv"\nlookup = true'
DECLINED = '[[sheet]]\nfile = "departments.csv"\nlookup = false'


def sheets() -> tuple[Sheet, Sheet]:
    """A lookup and the sheet whose ids it names."""
    return text(DEPARTMENTS, "departments.csv"), text(ROLES)


def test_a_list_of_departments_with_managers_is_no_list_of_people() -> None:
    found = read(*sheets())
    assert found.plans[0].table == ""
    offer = problem(found, "lookup_offered")
    assert (offer.severity, offer.cell, offer.value) == ("question", "A1", "department_id")
    assert "lookup" not in detail(read(sheets()[1]), "department_id")


def test_a_confirmed_lookup_is_named_in_the_columns_that_use_it() -> None:
    found = read(*sheets(), answers=CONFIRMED)
    lookup, roles = found.plans
    assert lookup.lookup
    assert lookup.table == ""
    assert used(found) == {"department_id": "lookup.id", "department_name": "lookup.name"}
    assert dict(roles.columns[3].detail) == {"lookup": "0"}
    assert codes(found) == []


def test_a_declined_lookup_is_not_offered_again() -> None:
    found = read(*sheets(), answers=DECLINED)
    assert codes(found) == ["unknown_sheet"]
    assert not found.plans[0].lookup


def test_a_list_that_no_sheet_refers_to_is_not_offered() -> None:
    alone = text(DEPARTMENTS, "departments.csv")
    assert codes(read(alone)) == ["unknown_sheet"]
    assert codes(read(alone, answers=CONFIRMED)) == ["unknown_sheet", "lookup_not_used"]


def test_ids_that_the_list_does_not_hold_are_not_its() -> None:
    other = text(ROLES.replace(",10", ",77").replace(",20", ",78"))
    assert codes(read(text(DEPARTMENTS, "departments.csv"), other)) == ["unknown_sheet"]

"""Persons and what is said about them."""

from datetime import date

from components.settings import Settings
from tests.intake.facts.planned import TODAY, built, found, rows, sheet

PEOPLE = {
    "ID": "people.employee_id",
    "Name": "people.name",
    "Department": "people.department",
    "Manager": "people.manager_id",
    "Snapshot": "people.known_on",
    "Hired": "people.hire_date",
    "Left": "people.exit_date",
    "Kind": "people.exit_kind",
    "Reason": "people.exit_reason",
    "Status": "people.stated_status",
    "Gender": "people.gender",
    "Title": "people.job_title",
}
ROLES = {
    "ID": "roles.employee_id",
    "From": "roles.effective_date",
    "Department": "roles.department",
    "Order": "roles.sequence",
    "Main": "roles.is_primary",
    "Name": "people.name",
}


def test_persons_are_numbered_in_the_order_of_their_ids(settings: Settings) -> None:
    people = sheet("people", [["ID"], ["b"], ["10"], ["9"], ["A"]])
    more = sheet("roles", [["ID", "From"], ["0", "2020-01-01"]])
    dataset = built(settings, (people, "people", PEOPLE), (more, "roles", ROLES)).dataset
    assert dataset.persons["employee_id"].tolist() == ["0", "10", "9", "A", "b"]
    assert dataset.tables["people"]["person"].tolist() == [4, 1, 2, 3]


def test_ids_are_never_numbers(settings: Settings) -> None:
    people = sheet("people", [["ID"], ["007"], ["7"], ["3e5"]])
    dataset = built(settings, (people, "people", PEOPLE)).dataset
    assert dataset.tables["people"]["employee_id"].tolist() == ["007", "7", "3e5"]


def test_a_row_knows_its_sheet_and_the_number_a_spreadsheet_shows(settings: Settings) -> None:
    people = sheet(
        "people", [["ID", "Name"], ["1", "Ada"], ["2", "Ben"]], first_row=5, first_column=2
    )
    dataset = built(settings, (people, "people", PEOPLE)).dataset
    assert dataset.tables["people"]["row"].tolist() == [6, 7]
    cell = dataset.cell(0, 7, "people", "name")
    assert (cell.address, cell.text) == ("D7", "Ben")


def test_rows_after_the_last_row_and_empty_rows_are_no_facts(settings: Settings) -> None:
    people = sheet("people", [["ID", "Name"], ["1", "Ada"], ["", ""], ["2", "Ben"]])
    assert rows(built(settings, (people, "people", PEOPLE)), "people", "employee_id", "row") == [
        ("1", 2),
        ("2", 4),
    ]


def test_first_and_last_name_become_one(settings: Settings) -> None:
    taken = PEOPLE | {"First": "people.name?how=first_name", "Last": "people.name?how=last_name"}
    people = sheet(
        "people", [["ID", "Last", "First"], ["1", "King", "Ada"], ["2", "", "Bo"], ["3", "", ""]]
    )
    assert rows(built(settings, (people, "people", taken)), "people", "name") == [
        ("Ada King",),
        ("Bo",),
        (None,),
    ]


def test_role_rows_speak_of_the_person_only_where_something_changes(settings: Settings) -> None:
    cells = [
        ["ID", "From", "Department", "Name"],
        ["1", "2020-01-01", "Sales", "Ada"],
        ["1", "2021-01-01", "Sales", "Ada"],
        ["1", "2022-01-01", "Legal", "Ada"],
        ["2", "2020-01-01", "Legal", ""],
    ]
    result = built(settings, (sheet("roles", cells), "roles", ROLES))
    assert rows(result, "people", "employee_id", "known_on", "department", "name") == [
        ("1", date(2020, 1, 1), "Sales", "Ada"),
        ("1", date(2022, 1, 1), "Legal", "Ada"),
        ("2", date(2020, 1, 1), "Legal", None),
    ]
    assert len(result.dataset.tables["roles"]) == 4


def test_a_review_row_speaks_of_the_person_on_its_day(settings: Settings) -> None:
    taken = {"ID": "reviews.employee_id", "Day": "reviews.review_date", "Unit": "people.department"}
    cells = [["ID", "Day", "Unit"], ["1", "2024-12-31", "Sales"], ["1", "2025-12-31", "Legal"]]
    result = built(settings, (sheet("reviews", cells), "reviews", taken))
    assert rows(result, "people", "known_on", "department") == [
        (date(2024, 12, 31), "Sales"),
        (date(2025, 12, 31), "Legal"),
    ]
    assert result.dataset.cell(0, 3, "people", "department").text == "Legal"


def test_a_cycle_without_a_day_puts_statements_in_order(settings: Settings) -> None:
    taken = {"ID": "reviews.employee_id", "Cycle": "reviews.cycle", "Unit": "people.department"}
    cells = [["ID", "Cycle", "Unit"], ["1", "H1 2025", "Legal"], ["1", "2024", "Sales"]]
    result = built(settings, (sheet("reviews", cells), "reviews", taken))
    assert rows(result, "people", "known_on", "department") == [
        (date(2025, 6, 30), "Legal"),
        (date(2024, 12, 31), "Sales"),
    ]
    assert not found(result, "conflicting_rows")


def test_of_several_rows_of_a_day_the_last_in_sequence_speaks(settings: Settings) -> None:
    cells = [
        ["ID", "From", "Order", "Department"],
        ["1", "2020-01-01", "2", "Legal"],
        ["1", "2020-01-01", "1", "Sales"],
    ]
    result = built(settings, (sheet("roles", cells), "roles", ROLES))
    assert rows(result, "people", "department") == [("Legal",)]
    assert not found(result, "conflicting_rows")


def test_the_primary_row_of_a_day_speaks(settings: Settings) -> None:
    cells = [
        ["ID", "From", "Main", "Department"],
        ["1", "2020-01-01", "no", "Legal"],
        ["1", "2020-01-01", "yes", "Sales"],
    ]
    result = built(settings, (sheet("roles", cells), "roles", ROLES))
    assert rows(result, "people", "department") == [("Sales",)]


def test_two_values_on_one_day_are_a_problem_and_the_first_is_used(settings: Settings) -> None:
    cells = [
        ["ID", "From", "Department"],
        ["1", "2020-01-01", "Legal"],
        ["1", "2020-01-01", "Sales"],
    ]
    result = built(settings, (sheet("roles", cells), "roles", ROLES))
    assert rows(result, "people", "department") == [("Legal",), (None,)]
    (problem,) = found(result, "conflicting_rows")
    assert (problem.cell, problem.value) == ("C3", "Sales")


def test_sheets_that_complete_each_other_do_not_contradict(settings: Settings) -> None:
    one = sheet("a", [["ID", "Name"], ["1", "Ada"]])
    other = sheet("b", [["ID", "Department"], ["1", "Sales"]])
    result = built(settings, (one, "people", PEOPLE), (other, "people", PEOPLE))
    assert rows(result, "people", "name", "department") == [("Ada", None), (None, "Sales")]
    assert not result.problems


def test_two_rows_of_people_about_one_person_and_day_are_a_problem(settings: Settings) -> None:
    people = sheet("people", [["ID", "Name"], ["1", "Ada"], ["1", "Eve"]])
    result = built(settings, (people, "people", PEOPLE))
    assert rows(result, "people", "name") == [("Ada",)]
    (problem,) = found(result, "conflicting_rows")
    assert (problem.cell, problem.value) == ("A3", "1")


def test_identical_rows_are_one_row_and_a_note(settings: Settings) -> None:
    people = sheet("people", [["ID", "Name"], ["1", "Ada"], ["1", "Ada"], ["1", "Ada"]])
    result = built(settings, (people, "people", PEOPLE))
    assert rows(result, "people", "name", "row") == [("Ada", 2)]
    assert [problem.cell for problem in found(result, "duplicate_row")] == ["A3", "A4"]


def test_group_attributes_never_stand_among_people(settings: Settings) -> None:
    cells = [
        ["ID", "Snapshot", "Gender"],
        ["1", "2020-12-31", "f"],
        ["1", "2021-12-31", "f"],
        ["2", "2021-12-31", ""],
    ]
    result = built(settings, (sheet("people", cells), "people", PEOPLE))
    assert "gender" not in result.dataset.tables["people"].columns
    assert rows(result, "group_attributes", "employee_id", "attribute", "value", "row") == [
        ("1", "gender", "f", 2)
    ]


def test_ages_and_birth_dates_become_bands(settings: Settings) -> None:
    taken = PEOPLE | {"Born": "people.age_band?how=birth_date"}
    cells = [
        ["ID", "Snapshot", "Born"],
        ["1", "2020-06-29", "1985-06-30"],
        ["1", "2020-06-30", "1985-06-30"],
    ]
    result = built(settings, (sheet("people", cells), "people", taken))
    assert rows(result, "group_attributes", "value") == [("25 to 34",), ("35 to 44",)]
    taken = PEOPLE | {"Age": "people.age_band?how=age"}
    cells = [["ID", "Age"], ["1", "25"], ["2", "24"], ["3", ""]]
    result = built(settings, (sheet("people", cells), "people", taken))
    assert rows(result, "group_attributes", "value") == [("25 to 34",), ("under 25",)]


def test_a_manager_named_by_address_is_found(settings: Settings) -> None:
    taken = PEOPLE | {"Mail": "people.email", "Boss": "people.manager_id?how=manager_email"}
    cells = [
        ["ID", "Mail", "Boss"],
        ["1", "ada@x.org", ""],
        ["2", "bo@x.org", "ADA@x.org"],
        ["3", "cy@x.org", "nobody@x.org"],
    ]
    result = built(settings, (sheet("people", cells), "people", taken))
    assert rows(result, "people", "manager_id") == [(None,), ("1",), (None,)]
    (problem,) = found(result, "manager_unknown")
    assert (problem.cell, problem.value) == ("C4", "nobody@x.org")


def test_a_lookup_gives_names_to_ids(settings: Settings) -> None:
    taken = PEOPLE | {"Unit": "people.department?lookup=1"}
    people = sheet("people", [["ID", "Unit"], ["1", "D1"], ["2", "D9"]])
    units = sheet("units", [["Unit", "Label"], ["D1", "Sales"], ["D2", "Legal"]])
    lookup = {"Unit": "lookup.id", "Label": "lookup.name"}
    result = built(settings, (people, "people", taken), (units, "", lookup))
    assert rows(result, "people", "department") == [("Sales",), ("D9",)]
    assert result.dataset.cell(0, 2, "people", "department").text == "D1"


def test_any_column_may_be_answered_to_be_a_group_attribute(settings: Settings) -> None:
    taken = PEOPLE | {"Parent": "group_attributes.parent"}
    people = sheet("people", [["ID", "Parent"], ["1", "yes"], ["2", "no"]])
    result = built(settings, (people, "people", taken))
    assert rows(result, "group_attributes", "attribute", "value") == [
        ("parent", "yes"),
        ("parent", "no"),
    ]
    assert "parent" not in result.dataset.tables["people"].columns


def test_a_cycle_that_is_not_over_speaks_from_today(settings: Settings) -> None:
    """Else nobody in a list of this year's cycle would be known before its last day."""
    held = [["ID", "Cycle", "Status"], ["1", "2024", "active"], ["1", "2099", "left"]]
    places = {"ID": "reviews.employee_id", "Cycle": "reviews.cycle"}
    places |= {"Status": "people.stated_status"}
    dataset = built(settings, (sheet("reviews", held), "reviews", places)).dataset
    assert dataset.tables["people"]["known_on"].tolist() == [date(2024, 12, 31), TODAY]

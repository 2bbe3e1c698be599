"""Lists of one and the same people are asked for their day, and other lists are not."""

from datetime import date

import pytest

from components.intake import Answers
from components.intake.recognise import recognise
from components.tables.sheets import Sheet
from tests.intake.recognise.made import SETTINGS, read, text

LIST = "employee_id,name,job_title,department\n"
ROWS = "E1,Ada King,Analyst,Sales\nE2,Bo Lee,Clerk,Sales\nE3,Cy Fox,Clerk,Legal"
MOVED = ROWS.replace("Clerk,Legal", "Clerk,Sales")


def people(first: int, last: int, title: str = "Clerk", unit: str = "Sales") -> str:
    return "\n".join(f"E{at},Person {at},{title},{unit}" for at in range(first, last + 1))


def asked(*sheets: Sheet, answers: str = "") -> dict[str, str]:
    """File → proposed day of the lists that are asked about."""
    problems = read(*sheets, answers=answers).problems
    return {one.file: one.value for one in problems if one.code == "snapshot_day"}


def test_two_lists_that_contradict_each_other_are_asked_for_their_days() -> None:
    found = read(text(LIST + ROWS, "old.csv"), text(LIST + MOVED, "new.csv"))
    assert [one.file for one in found.problems if one.code == "snapshot_day"] == [
        "old.csv",
        "new.csv",
    ]
    assert all(plan.awaits_day for plan in found.plans)


def test_a_day_that_a_name_states_is_proposed_with_its_reason_and_not_applied() -> None:
    lists = text(LIST + ROWS, "Headcount 2023.csv"), text(LIST + MOVED, "staff Q2 2024.csv")
    assert asked(*lists) == {"Headcount 2023.csv": "2023-12-31", "staff Q2 2024.csv": "2024-06-30"}
    found = read(*lists)
    assert [plan.known_on for plan in found.plans] == [None, None]
    assert any("31 Dec 2023" in one.now and "“2023”" in one.now for one in found.problems)


def test_no_two_lists_are_proposed_the_same_day_and_none_a_day_to_come() -> None:
    lists = text(LIST + ROWS, "one 2024.csv"), text(LIST + MOVED, "other 2024.csv")
    assert asked(*lists) == {"one 2024.csv": "", "other 2024.csv": ""}
    lists = text(LIST + ROWS, "2023.csv"), text(LIST + MOVED, "2024.csv")
    found = recognise(lists, SETTINGS, Answers(), today=date(2024, 6, 1))
    days = [one.value for one in found.problems if one.code == "snapshot_day"]
    assert days == ["2023-12-31", ""]


def test_equal_lists_are_asked_only_where_a_day_tells_them_apart() -> None:
    same = text(LIST + ROWS, "one.csv"), text(LIST + ROWS, "other.csv")
    assert asked(*same) == {}
    named = text(LIST + ROWS, "staff 2024-01-31.csv"), text(LIST + ROWS, "staff now.csv")
    assert asked(*named) == {"staff 2024-01-31.csv": "2024-01-31", "staff now.csv": ""}


def test_people_who_joined_or_left_make_two_states_of_one_list() -> None:
    lists = text(LIST + people(1, 10), "old.csv"), text(LIST + people(3, 11), "new.csv")
    assert asked(*lists) == {"old.csv": "", "new.csv": ""}


def test_an_answer_gives_a_list_its_day_and_the_other_stays_open() -> None:
    said = '[[sheet]]\nfile = "old.csv"\nknown_on = 2024-01-31'
    lists = text(LIST + ROWS, "old.csv"), text(LIST + ROWS, "new.csv")
    assert asked(*lists, answers=said) == {"new.csv": ""}
    assert str(read(*lists, answers=said).plans[0].known_on) == "2024-01-31"
    both = f'{said}\n[[sheet]]\nfile = "new.csv"\nknown_on = 2025-01-31'
    assert asked(*lists, answers=both) == {}


def test_a_list_beside_one_whose_column_says_the_day_is_asked_for_its_own() -> None:
    dated = "\n".join(f"{row},2024-01-31" for row in ROWS.split("\n"))
    history = text(f"{LIST.strip()},snapshot_date\n{dated}", "history.csv")
    assert asked(history, text(LIST + MOVED, "staff.csv")) == {"staff.csv": ""}
    assert asked(history, text(LIST + people(7, 9), "others.csv")) == {}


@pytest.mark.parametrize("shared", [0, 1, 4, 5])
def test_lists_of_two_departments_that_share_some_people_are_not_asked(shared: int) -> None:
    sales = text(LIST + people(1, 10), "sales.csv")
    legal = text(LIST + people(11 - shared, 20 - shared, unit="Legal"), "legal.csv")
    assert asked(sales, legal) == {}


def test_lists_named_after_different_years_may_share_few_people() -> None:
    sales = text(LIST + people(1, 10), "2014.csv")
    for first, found in ((10, {}), (9, {"2014.csv": "2014-12-31", "2024.csv": "2024-12-31"})):
        later = text(LIST + people(first, first + 9), "2024.csv")
        assert asked(sales, later) == found


def test_lists_of_another_kind_that_agree_are_not_asked() -> None:
    facts = text("employee_id,gender,hire_date\nE1,female,2020-01-01\nE2,male,2021-01-01", "b.csv")
    assert asked(text(LIST + ROWS, "staff.csv"), facts) == {}
    master = (
        "employee_id,name,email,hire_date,job_title,level,location,employment_type\n"
        "E1,Ada King,a@x.org,2020-01-01,Analyst,3,Rome,permanent\n"
        "E2,Bo Lee,b@x.org,2020-02-01,Clerk,2,Rome,permanent"
    )
    chart = text("employee_id,job_title,manager_id\nE1,Analyst,\nE2,Clerk,E1\nE9,Cook,E1")
    assert asked(text(master, "master.csv"), chart) == {}

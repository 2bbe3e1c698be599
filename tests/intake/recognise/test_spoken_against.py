"""What the columns beside a column, or its own values, say against the reading of its name."""

import pytest

from components.intake.plan import Confidence
from tests.intake.recognise.made import read, text, used

HEAD = "Employee ID,Hire date,Department,{}\n"


def people(header: str, *values: str) -> str:
    return HEAD.format(header) + "\n".join(
        f"{100 + at},2020-01-{at + 1:02d},Sales,{value}" for at, value in enumerate(values)
    )


def test_rights_in_a_program_are_no_job_title_unasked() -> None:
    found = read(text(people("role", "admin", "employee", "employee", "manager")))
    (plan,) = (one for one in found.plans[0].columns if one.header == "role")
    assert (plan.confidence, plan.field) == (Confidence.ASKED, "job_title")
    assert used(read(text(people("role", "Clerk", "Analyst", "Manager"))))["role"].endswith("title")


def test_kinds_of_contract_are_no_part_time() -> None:
    of_contract = read(text(people("employment_type", "PERMANENT", "CONTRACT", "INTERN")))
    assert "employment_type" not in used(of_contract)
    of_time = read(text(people("employment_type", "full_time", "part_time", "full_time")))
    assert used(of_time)["employment_type"] == "people.part_time"


def test_a_name_beside_first_names_is_the_last_name() -> None:
    rows = "Employee ID,Vorname,Name,Hire date\n1001,Timo,Mau,2020-01-31\n1002,Lea,Roth,2021-01-31"
    plans = {one.header: one for one in read(text(rows)).plans[0].columns}
    assert plans["Name"].detail["how"] == "last_name"
    whole = rows.replace("Mau", "Timo Mau").replace("Roth", "Lea Roth")
    plans = {one.header: one for one in read(text(whole)).plans[0].columns}
    assert "how" not in plans["Name"].detail


@pytest.mark.parametrize(
    ("header", "place"),
    [
        ("Department (Sales/HR/Operations)", "people.department"),
        ("Job title (e.g. Clerk)", "people.job_title"),
    ],
)
def test_examples_behind_a_header_say_nothing_new(header: str, place: str) -> None:
    found = read(text(f"Employee ID,Hire date,{header}\n1001,2020-01-31,Sales\n1002,2020-02-28,HR"))
    assert used(found)[header] == place


@pytest.mark.parametrize("header", ["Manager (dotted)", "Hire date (planned)", "Level (previous)"])
def test_a_note_that_says_more_is_heeded(header: str) -> None:
    found = read(text(f"Employee ID,Department,{header}\n1001,Sales,A B\n1002,HR,C D"))
    assert header not in used(found)

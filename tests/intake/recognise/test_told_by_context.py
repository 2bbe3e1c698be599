"""Columns whose names say little, told by what stands beside them and by what they hold."""

import pytest

from components.intake.plan import ColumnPlan, Confidence
from components.intake.recognise import Recognition
from tests.intake.recognise.made import read, text, used


def plans(found: Recognition) -> dict[str, ColumnPlan]:
    return {one.header: one for one in found.plans[0].columns}


def rows(header: str, *values: str) -> str:
    lines = (f"{1001 + at},2020-01-{at + 1:02d},{value}" for at, value in enumerate(values))
    return header + "\n" + "\n".join(lines)


def test_a_reason_beside_exits_is_theirs() -> None:
    found = read(text(rows("Employee ID,Termination date,Reason", "Better offer", "Moved")))
    assert used(found)["Reason"] == "people.exit_reason"


def test_a_reason_beside_changes_is_theirs() -> None:
    found = read(
        text(rows("Employee ID,Effective date,Reason,Level", "Promotion,L2", "Transfer,L1"))
    )
    assert used(found)["Reason"] == "roles.event"


def test_a_reason_of_nothing_known_stays_out() -> None:
    found = read(text(rows("Employee ID,Hire date,Reason", "late", "ill")))
    assert not plans(found)["Reason"].field


def test_readiness_beside_ratings_says_how_soon() -> None:
    head = "Employee ID,Review date,Performance rating,Readiness"
    found = read(text(rows(head, "4,Ready now", "3,1-2 years")))
    assert used(found)["Readiness"] == "successors.readiness"
    other = read(text(rows(head, "4,Low", "3,High")))
    assert "Readiness" not in used(other)


def test_labels_of_a_scale_are_proposed_beside_the_code_of_a_rating() -> None:
    labels = ("Exceeds", "Fully Meets", "Needs Improvement", "PIP")
    values = [f"{at % 4 + 1},{labels[at % 4]}" for at in range(12)]
    found = read(text(rows("Employee ID,Review date,PerfScoreID,Outcome", *values)))
    assert (plans(found)["Outcome"].confidence, plans(found)["Outcome"].field) == (
        Confidence.ASKED,
        "rating",
    )
    rated = read(text(rows("Employee ID,Review date,Rating,Outcome", *values)))
    assert not plans(rated)["Outcome"].field


def test_job_titles_are_proposed_under_any_name() -> None:
    titles = ("Sales Manager", "IT Engineer", "HR Analyst", "Accountant")
    found = read(text(rows("Employee ID,Hire date,Line detail", *titles)))
    assert (plans(found)["Line detail"].confidence, plans(found)["Line detail"].field) == (
        Confidence.ASKED,
        "job_title",
    )
    other = read(text(rows("Employee ID,Hire date,Line detail", "red", "blue", "Manager", "green")))
    assert not plans(other)["Line detail"].field


@pytest.mark.parametrize(
    ("header", "shown"),
    [
        ("Employee ID,EffectiveDt,Gross", {"employee_id", "effective_date"}),
        ("Employee ID,Year,Gross", {"employee_id"}),
    ],
)
def test_what_is_sure_is_shown_where_a_sheet_lacks_the_rest(header: str, shown: set[str]) -> None:
    found = read(text(rows(header, "10", "20")))
    assert found.plans[0].table == ""
    asked = [one for one in plans(found).values() if one.field]
    assert {one.field for one in asked} == shown
    assert all(one.confidence == Confidence.ASKED and "Used once" in one.asked for one in asked)


def test_a_vague_word_for_a_person_is_asked_as_its_values_say() -> None:
    lines = "Worker no,Employee,Hire date\n" + "".join(
        f"{1001 + at},Ann {sign}o,2020-01-{at + 1:02d}\n" for at, sign in enumerate("abcd")
    )
    employee = plans(read(text(lines)))["Employee"]
    assert (employee.confidence, employee.field) == (Confidence.ASKED, "name")
    flags = lines.replace("Ann ao", "TRUE").replace("Ann bo", "FALSE").replace("Ann co", "TRUE")
    assert not plans(read(text(flags.replace("Ann do", "FALSE"))))["Employee"].field


def test_an_abbreviation_with_a_point_is_no_path() -> None:
    lines = "Cod. Empleado,Departamento,Fec. Ingreso\nA1001,TI,2020-01-31\nA1002,RH,2020-02-28"
    assert used(read(text(lines)))["Cod. Empleado"].endswith("employee_id")


def test_what_was_before_a_change_is_not_what_came_after() -> None:
    head = "Employee ID,Effective date,from_title,to_title"
    found = used(read(text(rows(head, "Clerk,Manager", "Clerk,Analyst"))))
    assert found["to_title"] == "roles.job_title"
    assert "from_title" not in found

"""Rules that hold for exports of systems nobody listed: ids, managers, scores, homes."""

import pytest

from components.intake.plan import Confidence
from tests.intake.recognise.made import read, text, used

PEOPLE = "{},Name,Department,Hire date\n" + "".join(
    f"{number},Ann {chr(64 + number % 26)}x,Sales,2020-01-{number % 27 + 1:02d}\n"
    for number in range(101, 131)
)


@pytest.mark.parametrize("header", ["empleado_id", "EmployeID", "Id Karyawan", "Nr Mitarbeiter"])
def test_a_word_for_employee_with_one_for_number_is_the_id(header: str) -> None:
    found = read(text(PEOPLE.format(header)))
    assert used(found)[header].endswith(".employee_id")
    assert "no_employee_id" not in {one.code for one in found.problems}


def test_a_number_of_every_row_is_asked_about_and_the_rest_waits_for_it() -> None:
    rows = PEOPLE.format("num").splitlines()
    turned = "\n".join(",".join((*row.split(",")[1:], row.split(",")[0])) for row in rows)
    found = read(text(turned))
    assert [one.code for one in found.problems] == ["no_employee_id"]
    plans = {plan.header: plan for plan in found.plans[0].columns}
    assert {plan.confidence for plan in plans.values()} == {Confidence.ASKED}
    assert plans["num"].field == "employee_id"
    assert plans["Hire date"].field == "hire_date"


def test_managers_named_by_what_stands_in_the_id_column_are_ids() -> None:
    chart = "id,name,title,hire date,reports_to\nann_ek,Ann Ek,Head,2020-01-31,\n" + "".join(
        f"bo_{sign},Bo {sign.upper()}o,Clerk,2021-01-31,ann_ek\nci_{sign},Ci {sign.upper()}o,Clerk,"
        f"2021-01-31,bo_{sign}\n"
        for sign in "abcd"
    )
    assert used(read(text(chart)))["reports_to"] == "people.manager_id"


def test_a_self_rating_without_a_competency_is_the_score_of_nothing() -> None:
    rows = "".join(f"{n},2024-0{n % 9 + 1}-01,{n % 5 + 1},{n % 4 + 1}\n" for n in range(1, 30))
    found = read(text("Employee ID,Review date,ManagerRating,SelfRating\n" + rows))
    assert "SelfRating" not in used(found)


def test_scores_with_one_ending_are_proposed_as_competencies() -> None:
    header = "Employee ID,Review date,Overall Rating,clarity_score,craft_score,pace_score\n"
    rows = "".join(
        f"{n},2024-0{n % 9 + 1}-01,{n % 5 + 1},{n % 4 + 1},{n % 3 + 1},{n % 5 + 1}\n"
        for n in range(1, 30)
    )
    plans = {plan.header: plan for plan in read(text(header + rows)).plans[0].columns}
    for name in ("clarity", "craft", "pace"):
        plan = plans[f"{name}_score"]
        assert (plan.table, plan.field, plan.confidence) == (
            "competencies",
            "manager",
            Confidence.ASKED,
        )
        assert plan.detail["competency"] == name.capitalize()
    said = '[[sheet]]\nfile = "roles.csv"\ncolumns = { clarity_score = "competencies.manager" }'
    answered = read(text(header + rows), answers=said).plans[0].columns
    (plan,) = [one for one in answered if one.header == "clarity_score"]
    assert (plan.used, plan.detail["competency"]) == (True, "Clarity")


@pytest.mark.parametrize(
    ("header", "rows", "left"),
    [
        ("Personalnummer,Name,PLZ,Ort,Eintritt", "1,Ann Ek,10115,Berlin,31.01.2020", "Ort"),
        ("Empleado ID,Nombre,Jornada,Fecha de ingreso", "1,Ann Ek,nocturna,31/01/2020", "Jornada"),
    ],
)
def test_a_town_beside_a_postcode_and_a_shift_are_left(header: str, rows: str, left: str) -> None:
    lines = "\n".join(f"{number}{rows[1:]}" for number in range(1, 9))
    found = read(text(f"{header}\n{lines}\n"))
    assert left not in used(found)
    assert len(used(found)) >= 3

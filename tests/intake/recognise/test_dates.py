"""Day or month first: the column's own values decide, or a question is asked."""

import pytest

from components.intake.plan import Confidence
from components.intake.values import orders
from tests.intake.recognise.made import codes, confidence, detail, read, text, why


@pytest.mark.parametrize(
    ("texts", "first"),
    [
        (["17-06-2013", "03-04-2014"], "day"),
        (["6/17/2013 0:00"], "month"),
        (["03.04.2024"], "day"),
        (["2024-04-03"], ""),
        (["17 Jun 2013"], ""),
        (["05/05/2024"], ""),
        ([], ""),
    ],
)
def test_the_order_is_decided_by_values(texts: list[str], first: str) -> None:
    found = orders(texts).values()
    assert [one.first for one in found if one.first] == ([first] if first else [])
    assert not any(one.is_open for one in found)


def test_values_that_contradict_each_other_decide_nothing() -> None:
    texts = [*(f"{day}/01/2024" for day in range(13, 31)), "01/31/2024", "03/04/2024"]
    (order,) = orders(texts).values()
    assert (order.first, order.open) == ("", "03/04/2024")
    assert "contradict" in order.why


def test_one_value_makes_the_order_likely_and_three_make_it_sure() -> None:
    assert not orders(["31/12/2024", "03/04/2024"])["/yyyy"].sure
    assert orders([f"{day}/12/2024" for day in (28, 29, 31)])["/yyyy"].sure


def test_an_undecided_column_is_used_and_its_question_stands_in_the_plan() -> None:
    found = read(text("Employee ID,Effective date,Level\n7,05/05/2024,4\n8,03/04/2024,5"))
    (plan,) = [one for one in found.plans[0].columns if one.header == "Effective date"]
    assert plan.used
    assert plan.confidence is Confidence.LIKELY
    assert plan.asked == "Does the day or the month stand first in 03/04/2024?"
    assert found.plans[0].table == "roles"


def test_another_column_written_the_same_way_decides_and_is_named() -> None:
    found = read(text("Employee ID,Effective date,Hire date,Level\n7,03/04/2024,17/06/2013,4"))
    assert detail(found, "Effective date") == {"date_order": "day"}
    assert confidence(found, "Effective date") == "likely"
    assert "17/06/2013 can only be day first" in why(found, "Effective date")


def test_a_column_written_in_another_way_decides_nothing() -> None:
    found = read(text("Employee ID,Effective date,Hire date,Level\n7,03/04/2024,17-06-2013,4"))
    assert detail(found, "Effective date") == {}


def test_columns_that_dispute_a_form_decide_nothing_for_a_third() -> None:
    header = "Employee ID,Effective date,Hire date,Exit date,Level"
    found = read(text(f"{header}\n7,03/04/2024,17/06/2013,06/17/2024,4"))
    assert detail(found, "Effective date") == {}


def test_two_forms_in_one_column_are_settled_each_by_itself() -> None:
    found = read(text("Employee ID,Hire date,Level\n7,31/12/2024,4\n8,03-04-2024,5"))
    assert detail(found, "Hire date") == {"date_order /yyyy": "day"}


def test_an_answer_about_the_sheet_decides_only_what_values_leave_open() -> None:
    answers = '[[sheet]]\nfile = "roles.csv"\ndate_order = "day"'
    lines = "Employee ID,Effective date,Hire date,Level\n7,03-04-2024,06/17/2013,4\n8,,03/04/2024,"
    found = read(text(lines), answers=answers)
    assert detail(found, "Effective date") == {"date_order": "day"}
    assert detail(found, "Hire date") == {"date_order": "month"}


def test_an_answer_decides() -> None:
    answers = '[[sheet]]\nfile = "roles.csv"\ndate_order = "month"'
    found = read(text("Employee ID,Effective date,Level\n7,03/04/2024,4"), answers=answers)
    assert detail(found, "Effective date") == {"date_order": "month"}
    assert codes(found) == []


def test_one_deciding_value_anywhere_in_a_long_column_is_found() -> None:
    rows = [f"{n},03/04/2024,4" for n in range(9_000)]
    rows[6_123] = "6123,25/04/2024,4"
    found = read(text("Employee ID,Effective date,Level\n" + "\n".join(rows)))
    assert detail(found, "Effective date") == {"date_order": "day"}

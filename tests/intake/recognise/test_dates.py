"""Day or month first: the column's own values decide, or a question is asked."""

import pytest

from components.intake.recognise.date_order import date_order
from tests.intake.recognise.made import codes, confidence, detail, problem, read, text, why


@pytest.mark.parametrize(
    ("texts", "first"),
    [
        (["17-06-2013", "03-04-2014"], "day"),
        (["6/17/2013 0:00"], "month"),
        (["03.04.2024"], "day"),
        (["2024-04-03"], ""),
        (["17 Jun 2013"], ""),
        (["05/05/2024"], "day"),
        ([], ""),
    ],
)
def test_the_order_is_decided_by_values(texts: list[str], first: str) -> None:
    order = date_order(texts)
    assert (order.first, order.open) == (first, "")


def test_values_that_contradict_each_other_decide_nothing() -> None:
    order = date_order(["17/06/2013", "06/17/2013"])
    assert order.first == ""
    assert "contradict" in order.why


def test_a_few_values_the_other_way_round_leave_the_rest_likely() -> None:
    order = date_order([*(f"{day}/01/2024" for day in range(13, 31)), "01/31/2024"])
    assert (order.first, order.sure) == ("day", False)


def test_an_undecided_column_is_asked_with_the_cell_that_holds_the_value() -> None:
    found = read(text("Employee ID,Effective date,Level\n7,05/05/2024,4\n8,03/04/2024,5"))
    asked = problem(found, "date_order_open")
    assert (asked.cell, asked.value) == ("B3", "03/04/2024")
    assert "can be read two ways" in asked.what
    assert confidence(found, "Effective date") == "asked"
    assert found.plans[0].table == "roles"


def test_another_column_written_the_same_way_decides_and_is_named() -> None:
    found = read(text("Employee ID,Effective date,Hire date,Level\n7,03/04/2024,17/06/2013,4"))
    assert detail(found, "Effective date") == {"date_order": "day"}
    assert confidence(found, "Effective date") == "likely"
    assert "17/06/2013 can only be day first" in why(found, "Effective date")


def test_a_column_written_in_another_way_decides_nothing() -> None:
    found = read(text("Employee ID,Effective date,Hire date,Level\n7,03/04/2024,17-06-2013,4"))
    assert codes(found) == ["date_order_open"]


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

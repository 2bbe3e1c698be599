"""Counting flagged, not flagged and can't tell, each from its own rows."""

import pandas as pd
import pytest

from components.errors import CountsDisagree
from components.signals import Flags
from components.ui.standing import by_reasons, standing

PEOPLE = pd.DataFrame(
    {
        "person": [0, 1, 2, 3],
        "employee_id": ["1", "2", "3", "4"],
        "name": ["Zoe", None, "adam", "Bea"],
    }
).astype({"employee_id": "string[pyarrow]", "name": "string[pyarrow]", "person": "int32[pyarrow]"})


def flags(*rows: tuple[int, str, str, str], off: dict[str, str] | None = None) -> Flags:
    """Flags from (person, rule, kind, state)."""
    table = pd.DataFrame(rows, columns=["person", "rule", "kind", "state"])
    return Flags(table.astype({"person": "int32[pyarrow]"}), off or {})


ANSWERS = flags(
    (0, "past_window", "flag", "yes"),
    (0, "passed_over", "flag", "yes"),
    (0, "approaching", "notice", "yes"),
    (1, "past_window", "flag", "no"),
    (1, "passed_over", "flag", "unknown"),
    (1, "approaching", "notice", "unknown"),
    (2, "past_window", "flag", "no"),
    (2, "passed_over", "flag", "no"),
    (2, "approaching", "notice", "yes"),
    (3, "past_window", "flag", "yes"),
    (3, "passed_over", "flag", "unknown"),
    (3, "approaching", "notice", "no"),
)


def test_a_yes_outweighs_an_unknown_and_an_unknown_outweighs_a_no() -> None:
    answers = standing(ANSWERS, PEOPLE)
    assert answers.reasons == {0: 2, 3: 1}
    assert answers.several == {0}
    assert answers.cant_tell == {1}
    assert answers.not_flagged == 1
    assert answers.total("x") == "2 flagged + 1 not flagged + 1 can’t tell = 4 people"


def test_a_notice_is_no_flag() -> None:
    answers = standing(ANSWERS, PEOPLE[PEOPLE["person"] == 2])
    assert answers.planned == {2}
    assert answers.reasons == {}
    assert answers.total("x") == "1 not flagged = 1 person"


def test_somebody_whom_no_rule_judged_breaks_the_sum() -> None:
    lost = Flags(ANSWERS.rows[ANSWERS.rows["person"] != 2], {})
    with pytest.raises(CountsDisagree):
        standing(lost, PEOPLE).total("x")


def test_somebody_whom_one_rule_forgot_breaks_the_sum() -> None:
    rows = ANSWERS.rows
    forgotten = (rows["person"] == 2) & (rows["rule"] == "passed_over")
    with pytest.raises(CountsDisagree):
        standing(Flags(rows[~forgotten], {}), PEOPLE).total("x")


def test_with_every_rule_off_nobody_is_judged() -> None:
    answers = standing(flags(off={"past_window": "why"}), PEOPLE)
    assert answers.total("x") == "4 not judged = 4 people"


def test_nobody_is_a_sum_too() -> None:
    assert standing(ANSWERS, PEOPLE.iloc[:0]).total("x") == "0 = 0 people"


def test_people_stand_by_reasons_then_by_name_whatever_the_case() -> None:
    answers = standing(ANSWERS, PEOPLE)
    assert by_reasons(answers, PEOPLE) == [0, 3, 1, 2]

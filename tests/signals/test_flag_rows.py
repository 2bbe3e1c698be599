"""Rows of flags: every active person under every rule, words only where they are said."""

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from components.signals import RULES
from components.signals.flag_rows import Verdict, rows_of
from components.signals.reasons import months_later

PEOPLE = pd.DataFrame(
    {
        "person": pd.array([0, 1, 2], "int32[pyarrow]"),
        "employee_id": pd.array(["a", "b", "c"], "string[pyarrow]"),
        **{
            f"{pointer.name}_{end}": pd.array([7, 8, 9], "int32[pyarrow]")
            for rule in RULES
            for pointer in rule.evidence
            for end in ("sheet", "row")
        },
    }
)


def verdict(rule, yes, unknown) -> Verdict:
    yes, unknown = np.array(yes, bool), np.array(unknown, bool)
    said = [f"{rule.key} {person}" for person in PEOPLE["employee_id"][yes]]
    lacks = [f"{rule.key} lacks {person}" for person in PEOPLE["employee_id"][unknown]]
    since = pa.array([18_000] * len(said), pa.int32()).cast(pa.date32())
    return Verdict(rule, yes, unknown, pa.array(said, pa.string()), since, pa.array(lacks))


def test_words_stand_beside_the_person_and_rule_they_are_about() -> None:
    first, second = RULES[0], RULES[1]
    rows = rows_of(
        [
            verdict(first, [False, False, True], [False, True, False]),
            verdict(second, [True, False, True], [False, False, False]),
        ],
        PEOPLE,
        np.array([True, True, True]),
    )
    assert rows["employee_id"].tolist() == ["a", "a", "b", "b", "c", "c"]
    assert rows["rule"].tolist() == [first.key, second.key] * 3
    assert rows["state"].tolist() == ["no", "yes", "unknown", "no", "yes", "yes"]
    reason = [None, f"{second.key} a", None, None, f"{first.key} c", f"{second.key} c"]
    assert [None if pd.isna(text) else text for text in rows["reason"]] == reason
    assert rows["missing"].dropna().tolist() == [f"{first.key} lacks b"]
    assert rows["since"].notna().tolist() == [text is not None for text in reason]


def test_a_pointer_stands_only_beside_a_yes_of_a_rule_that_has_it() -> None:
    with_rating = next(rule for rule in RULES if "rating" in [p.name for p in rule.evidence])
    without = next(rule for rule in RULES if "rating" not in [p.name for p in rule.evidence])
    everybody, nobody = [True, True, True], [False, False, False]
    rows = rows_of(
        [verdict(with_rating, everybody, nobody), verdict(without, everybody, nobody)],
        PEOPLE,
        np.array(everybody),
    )
    pointed = rows.loc[rows["rating_row"].notna()]
    assert pointed["rule"].unique().tolist() == [with_rating.key]
    assert pointed["rating_row"].tolist() == [7, 8, 9]


def test_people_who_are_not_active_have_no_row() -> None:
    nobody = [False, False, False]
    rows = rows_of([verdict(RULES[0], nobody, nobody)], PEOPLE, np.array([True, False, True]))
    assert rows["employee_id"].tolist() == ["a", "c"]


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2024-01-31", 1, "2024-03-01"),
        ("2023-03-31", 23, "2025-03-01"),
        ("2024-05-15", 0, "2024-05-15"),
    ],
)
def test_months_end_on_the_same_day_or_after_a_short_month(
    day: str, months: int, expected: str
) -> None:
    assert str(months_later(np.array([day], "datetime64[D]"), months)[0]) == expected


def test_months_after_no_day_are_no_day() -> None:
    assert np.isnat(months_later(np.array(["NaT"], "datetime64[D]"), 6)).all()

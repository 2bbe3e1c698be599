"""Numbers, percentages, durations and yes or no."""

import pytest

from tests.intake.values.reading import read, unread, values


def test_a_decimal_comma_is_known_by_the_column() -> None:
    assert values("pay.amount", "8,00", "1.250,50", "1.250") == [8.0, 1250.5, 1250.0]


def test_a_grouping_comma_is_known_by_the_column() -> None:
    assert values("pay.amount", "1,250.50", "65,000") == [1250.5, 65000.0]
    assert values("pay.amount", "65,000", "70,000", "71,500") == [65000.0, 70000.0, 71500.0]


def test_one_lonely_comma_before_three_digits_is_not_guessed() -> None:
    assert unread("pay.amount", "65,000") == ["65,000"]


def test_contradicting_commas_stay_unread() -> None:
    assert set(unread("pay.amount", "8,00", "1,250.50")) == {"8,00", "1,250.50"}


@pytest.mark.parametrize(
    ("text", "number"), [("$ 65000", 65000.0), ("1 250", 1250.0), ("1e3", 1e3)]
)
def test_signs_and_spaces_do_not_matter(text: str, number: float) -> None:
    assert values("pay.amount", text) == [number]


def test_whole_numbers_may_be_written_with_a_point_zero() -> None:
    assert values("roles.direct_reports", "3", "3.0") == [3, 3]
    assert unread("roles.direct_reports", "3.5", "several") == ["3.5", "several"]


def test_percent_signs_and_shares_mean_the_same() -> None:
    assert values("reviews.goal_attainment", "85", "90 %") == [85.0, 90.0]
    assert values("reviews.goal_attainment", "0.85", "1") == [85.0, 100.0]


def test_full_time_shares_stand_between_0_and_1() -> None:
    assert values("people.fte", "1.0", "0,5") == [1.0, 0.5]
    assert values("people.fte", "100", "80") == [1.0, 0.8]
    assert values("people.fte", "50 %") == [0.5]
    assert unread("people.fte", "37.5") == ["37.5"]


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("22", 22),
        ("1 year(s), 10 month(s), 11 day(s)", 22),
        ("1 years, 1 month and 11 days", 13),
        ("P1Y1M11D", 13),
        ("2 yrs", 24),
        ("0", 0),
    ],
)
def test_durations_are_completed_months(text: str, months: int) -> None:
    assert values("people.months_in_role", text) == [months]


def test_years_become_months_where_the_plan_says_so() -> None:
    assert values("people.months_in_role", "1.83", "5.3", unit="years") == [22, 63]


@pytest.mark.parametrize("text", ["3 - 5 Years", "-2", "long"])
def test_what_is_no_duration_stays_unread(text: str) -> None:
    assert unread("people.months_in_role", text) == [text]


def test_yes_no_and_unknown_are_three_answers() -> None:
    column = read("reviews.promotion_recommended", "Yes", "n", None, "perhaps")
    assert column.values.to_pylist() == [True, False, None, None]
    assert column.unread.tolist() == [False, False, True]

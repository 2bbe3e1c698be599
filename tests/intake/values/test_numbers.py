"""Numbers, percentages, durations and yes or no."""

import pytest

from tests.intake.values.reading import doubted, read, unread, values


def test_a_decimal_comma_is_known_by_the_column() -> None:
    assert values("pay.amount", "8,00", "1.250,50", "1.250") == [8.0, 1250.5, 1250.0]


def test_a_grouping_comma_is_known_by_the_column() -> None:
    assert values("pay.amount", "1,250.50", "65,000") == [1250.5, 65000.0]
    assert values("pay.amount", "65,000", "70,000", "71,500") == [65000.0, 70000.0, 71500.0]


@pytest.mark.parametrize("text", ["65,000", "65.000", "-1.234", "1.234 €"])
def test_one_lonely_mark_before_three_digits_is_asked(text: str) -> None:
    column = read("pay.amount", text)
    assert [question.value for question in column.open] == ["decimal_open"]
    assert values("pay.amount", "65,000", "65000") == [None, 65000.0]


def test_an_answer_says_what_the_mark_means() -> None:
    assert values("pay.amount", "1.234", decimal=".") == [1.234]
    assert values("pay.amount", "1.234", "1,234", decimal=",") == [1234.0, 1.234]


def test_contradicting_marks_leave_only_doubtful_values_unread() -> None:
    assert values("pay.amount", "8,00", "1,250.50", "1.234") == [8.0, 1250.5, None]


def test_a_reading_that_the_field_cannot_hold_is_none() -> None:
    assert values("people.fte", "0.875", "1.000") == [0.875, 1.0]
    assert values("reviews.goal_attainment", "85.125") == [85.125]
    assert values("competencies.self", "3,667") == [3.667]


def test_what_a_field_cannot_hold_never_speaks_against_the_mark_of_its_column() -> None:
    assert values("reviews.goal_attainment", "75,5", "106.000") == [75.5, None]
    assert values("reviews.goal_attainment", "75.5", "106,000") == [75.5, None]
    assert values("people.fte", "0,5", "1.000") == [0.5, None]


@pytest.mark.parametrize(
    ("place", "texts"),
    [
        ("reviews.goal_attainment", ("106", "98", "85", "106.000")),
        ("reviews.goal_attainment", ("106", "98", "75.5", "106.000")),
        ("reviews.goal_attainment", ("106", "98", "85", "106,000")),
        ("people.months_of_service", ("12", "20", "103.000")),
        ("people.fte", ("1", "1.000")),
        ("reviews.rating", ("1", "3", "2", "5", "4.000")),
        ("pay.amount", ("1250.50", "1800", "1.500")),
    ],
)
def test_one_number_more_exact_than_its_column_is_read_and_listed(
    place: str, texts: tuple[str, ...]
) -> None:
    assert values(place, texts[-1], *texts)[0] == float(texts[-1].replace(",", "."))
    assert doubted(place, *texts) == {"mark_doubtful": [texts[-1]]}
    assert doubted(place, *texts, decimal=texts[-1].lstrip("0123456789")[0]) == {}


@pytest.mark.parametrize(
    ("place", "texts"),
    [
        ("reviews.goal_attainment", ("85.125",)),
        ("people.fte", ("0.875", "1.000", "1", "0.5")),
        ("competencies.self", ("3,667", "4,333", "2,5", "4,000", "3", "4")),
        ("pay.amount", ("8,00", "1.250,50", "1.250", "7", "8")),
        ("pay.amount", ("65,000", "70,000", "71,500", "65000")),
    ],
)
def test_how_a_column_is_written_is_no_doubt(place: str, texts: tuple[str, ...]) -> None:
    assert doubted(place, *texts) == {}


def test_broken_months_are_listed() -> None:
    texts = ("103", "22", "8.6")
    assert values("people.months_of_service", *texts) == [103, 22, 8]
    assert doubted("people.months_of_service", *texts) == {"months_broken": ["8.6"]}
    assert doubted("people.months_of_service", *texts, unit="months") != {}
    assert doubted("people.months_of_service", *texts, unit="years") == {}
    assert doubted("people.months_of_service", "P1Y1M11D", "13") == {}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2,39,554", 239554.0),
        ("1.234.567", 1234567.0),
        ("1'234.50", 1234.5),
        ("1\u202f234,50", 1234.5),
        ("(1,234.50)", -1234.5),
        ("1,234.50-", -1234.5),
        ("-€ 12,50", -12.5),
        ("€ -12,50", -12.5),
        ("12.50 EUR", 12.5),
        ("R$ 1.234,00", 1234.0),
        ("0.123", 0.123),
        (".5", 0.5),
        ("1.5E+05", 150000.0),
    ],
)
def test_marks_of_one_meaning_are_read_alone(text: str, number: float) -> None:
    assert values("pay.amount", text) == [number]


@pytest.mark.parametrize(
    "text", ["3 - 5", "2.", "1.2.3", "(12", "--5", "12,3,4", "1 2", "0x10", "1e999"]
)
def test_what_is_no_number_stays_unread(text: str) -> None:
    assert unread("pay.amount", text) == [text]


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


def test_a_lonely_one_is_a_percentage_or_all_of_it() -> None:
    (question,) = read("reviews.goal_attainment", "1", "1").open
    assert question.value == "share_open"
    assert values("reviews.goal_attainment", "1", unit="share") == [100.0]
    assert values("reviews.goal_attainment", "1", unit="percent") == [1.0]
    assert values("reviews.goal_attainment", "90 %", "0.85") == [90.0, None]


def test_full_time_shares_stand_between_0_and_1() -> None:
    assert values("people.fte", "1.0", "0,5") == [1.0, 0.5]
    assert values("people.fte", "100", "80") == [1.0, 0.8]
    assert values("people.fte", "80", "70") == [0.8, 0.7]
    assert values("people.fte", "50 %") == [0.5]
    assert unread("people.fte", "1", "80", "200") == ["80", "200"]


def test_weekly_hours_wait_for_the_hours_of_a_full_time_job() -> None:
    column = read("people.fte", "40", "37.5", "0")
    assert [question.value for question in column.open] == ["full_time_hours"]
    assert values("people.fte", "40", "30", unit="hours", full_time="40") == [1.0, 0.75]
    assert values("people.fte", "50", unit="percent") == [0.5]


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("22", 22),
        ("1 year(s), 10 month(s), 11 day(s)", 22),
        ("1 years, 1 month and 11 days", 13),
        ("P1Y1M11D", 13),
        ("2 yrs", 24),
        ("1 Jahr, 10 Monate", 22),
        ("1 Jahr und 2 Monate", 14),
        ("2 ans 3 mois", 27),
        ("1 an et 6 mois", 18),
        ("2 años, 3 meses y 4 días", 27),
        ("1 ano e 2 meses", 14),
        ("1 mês", 1),
        ("1,5 Jahre", 18),
        ("2y 3m", 27),
        ("0", 0),
    ],
)
def test_durations_are_completed_months(text: str, months: int) -> None:
    assert values("people.months_in_role", text) == [months]


def test_years_become_months_where_the_plan_says_so() -> None:
    assert values("people.months_in_role", "1.83", "5.3", unit="years") == [22, 63]


@pytest.mark.parametrize(
    "text", ["3 - 5 Years", "-2", "long", "2 J", "3 months 1 year", "1 year 2 years"]
)
def test_what_is_no_duration_stays_unread(text: str) -> None:
    assert unread("people.months_in_role", text) == [text]


def test_yes_no_and_unknown_are_three_answers() -> None:
    column = read("reviews.promotion_recommended", "Yes", "n", None, "perhaps")
    assert column.values.to_pylist() == [True, False, None, None]
    assert column.unread.tolist() == [False, False, True]

"""Dates as HR systems write them."""

from datetime import date

import pytest

from tests.intake.values.reading import read, unread, values

NEW_YEAR = date(2019, 1, 2)


@pytest.mark.parametrize(
    "text",
    [
        "2019-01-02",
        "2019-01-02 00:00:00",
        "2019-01-02T10:30:00+02:00",
        "2019/01/02",
        "02.01.2019",
        "2.1.2019",
        "2 January 2019",
        "02-Jan-2019",
        "Jan 2, 2019",
        "20190102",
    ],
)
def test_unmistakable_forms_are_read_without_help(text: str) -> None:
    assert values("people.hire_date", text) == [NEW_YEAR]


@pytest.mark.parametrize(
    "text",
    [
        "1er janvier 2024",
        "1 janv. 2024",
        "1. Januar 2024",
        "1.Jan. 2024",
        "1 de enero de 2024",
        "1 ene. 2024",
        "1 de jan. de 2024",
        "1º de janeiro de 2024",
        "1st January 2024",
        "January 1st, 2024",
        "1Jan2024",
        "2024-Jan-01",
        "20240101T000000Z",
        "2024-01-01T23:30:00-08:00",
        "1. 1. 2024",
    ],
)
def test_months_are_known_by_name_in_five_languages(text: str) -> None:
    assert values("people.hire_date", text) == [date(2024, 1, 1)]


@pytest.mark.parametrize(
    ("text", "month"), [("1. März 2024", 3), ("1 août 2024", 8), ("1 févr. 2024", 2)]
)
def test_accents_of_a_month_do_not_matter(text: str, month: int) -> None:
    assert values("people.hire_date", text) == [date(2024, month, 1)]


def test_day_and_month_are_not_guessed() -> None:
    assert values("people.hire_date", "03/04/2020", "05-06-2020") == [None, None]
    assert unread("people.hire_date", "03/04/2020") == ["03/04/2020"]


def test_one_value_of_the_column_settles_the_order() -> None:
    assert values("people.hire_date", "03-04-2020", "17-06-2013") == [
        date(2020, 4, 3),
        date(2013, 6, 17),
    ]
    assert values("people.hire_date", "03/04/2020", "12/31/2006 0:00")[0] == date(2020, 3, 4)


def test_where_values_contradict_each_other_only_those_of_one_reading_are_read() -> None:
    texts = ("03/04/2020", "31/12/2020", "12/30/2020", "2020-05-06", "7 May 2020")
    assert values("people.hire_date", *texts) == [
        None,
        date(2020, 12, 31),
        date(2020, 12, 30),
        date(2020, 5, 6),
        date(2020, 5, 7),
    ]
    (question,) = read("people.hire_date", *texts).open
    assert question.value == "date_order_open"


def test_a_form_says_nothing_about_another_form() -> None:
    assert values("people.hire_date", "03/04/2020", "31-12-2020") == [None, date(2020, 12, 31)]
    assert values("people.hire_date", "03/04/2020", "31/12/20")[0] is None
    both = ("03/04/2020", "31/12/2020", "03-04-2020", "12-31-2020")
    assert values("people.hire_date", *both)[::2] == [date(2020, 4, 3), date(2020, 3, 4)]


def test_dots_put_the_day_first_unless_a_value_says_otherwise() -> None:
    assert values("people.hire_date", "03.04.2020") == [date(2020, 4, 3)]
    assert values("people.hire_date", "03.04.2020", "12.31.2020")[0] == date(2020, 3, 4)


def test_the_plan_settles_the_order() -> None:
    assert values("people.hire_date", "03/04/2020", date_order="day") == [date(2020, 4, 3)]
    assert values("people.hire_date", "03/04/2020", date_order="month") == [date(2020, 3, 4)]


def test_a_value_of_one_reading_is_read_whatever_was_said() -> None:
    assert values("people.hire_date", "12/31/2020", date_order="day") == [date(2020, 12, 31)]


def test_equal_day_and_month_need_no_order() -> None:
    assert values("people.hire_date", "05/05/2020") == [date(2020, 5, 5)]


def test_two_digit_years_are_read_where_only_one_century_is_likely() -> None:
    assert values("people.hire_date", "31/12/29", "31/12/50", date_order="day") == [
        date(2029, 12, 31),
        date(1950, 12, 31),
    ]
    assert unread("people.hire_date", "31/12/30", date_order="day") == ["31/12/30"]


def test_two_digits_that_can_only_be_a_year_stand_for_one() -> None:
    assert values("people.hire_date", "85-05-12", "13-05-12") == [
        date(1985, 5, 12),
        date(2013, 5, 12),
    ]


def test_two_digits_beside_days_with_the_year_in_front_are_asked() -> None:
    column = read("people.hire_date", "2024-05-03", "16.03.25", "2020-01-31")
    assert [question.value for question in column.open] == ["date_order_open"]
    assert values("people.hire_date", "2024-05-03", "16.03.25", date_order="day")[1] == date(
        2025, 3, 16
    )
    assert values("people.hire_date", "2024-05-03", "16.03.25", "31.12.98")[1] == date(2025, 3, 16)
    assert values("people.hire_date", "16.03.25", "05.05.2024")[0] == date(2025, 3, 16)
    assert values("people.hire_date", "2024-05-03", "85-05-12")[1] == date(1985, 5, 12)


def test_two_digits_first_and_last_are_asked() -> None:
    assert unread("people.hire_date", "13-05-12") == ["13-05-12"]
    assert values("people.hire_date", "13-05-12", date_order="day") == [date(2012, 5, 13)]
    assert values("people.hire_date", "13-05-12", "31-12-98")[0] == date(2012, 5, 13)


@pytest.mark.parametrize("text", ["9999-12-31", "4712/12/31", "9999-12-31 23:59:59", "3000-01-01"])
def test_open_ends_are_no_end(text: str) -> None:
    assert values("roles.end_date", text) == [None]
    assert unread("roles.end_date", text) == []


@pytest.mark.parametrize(
    "text", ["1900-01-01", "1/1/1900", "1970-01-01T00:00:00.000Z", "1/0/1900", "NA", " - "]
)
def test_words_and_days_for_no_date_are_none(text: str) -> None:
    assert values("people.exit_date", text) == [None]
    assert unread("people.exit_date", text) == []


@pytest.mark.parametrize(
    "text", ["soon", "2020-02-30", "0020-01-01", "2020-13-01", "01-15", "2020"]
)
def test_what_is_no_day_stays_unread(text: str) -> None:
    assert unread("people.hire_date", text) == [text]


def test_serial_numbers_are_dates_only_where_the_whole_column_is() -> None:
    assert values("people.hire_date", "43831", "43832.75") == [date(2020, 1, 1), date(2020, 1, 2)]
    assert unread("people.hire_date", "43831", "2020-01-01") == ["43831"]


def test_serial_numbers_of_the_1904_system_count_from_1904() -> None:
    assert values("people.hire_date", "42369", date_system="1904") == [date(2020, 1, 1)]


def test_seconds_since_1970_are_dates_only_where_the_whole_column_is() -> None:
    assert values("people.hire_date", "1706659200", "946684800") == [
        date(2024, 1, 31),
        date(2000, 1, 1),
    ]
    assert values("people.hire_date", "1706659200000") == [date(2024, 1, 31)]
    assert unread("people.hire_date", "1706659200", "2020-01-01") == ["1706659200"]


def test_seconds_that_may_be_midnight_of_the_next_day_are_not_read() -> None:
    assert unread("people.hire_date", "1483221600") == ["1483221600"]
    assert values("people.hire_date", "1672531199") == [date(2022, 12, 31)]


def test_a_date_among_serial_numbers_is_read_as_it_is_written() -> None:
    texts = [str(43831 + day) for day in range(20)]
    assert values("people.hire_date", *texts, "2019-01-02")[-1] == NEW_YEAR


def test_an_empty_cell_is_none() -> None:
    assert values("people.hire_date", None, "2019-01-02") == [None, NEW_YEAR]


def test_an_end_on_an_unknown_day_is_no_open_end() -> None:
    assert unread("people.exit_date", "unknown") == ["unknown"]
    assert unread("roles.end_date", "Unbekannt") == ["Unbekannt"]
    assert unread("people.hire_date", "unknown") == []
    assert unread("people.exit_date", "still employed") == []
    assert unread("people.exit_date", "unknown", blanks="unknown") == []

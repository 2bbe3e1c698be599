"""Dates as HR systems write them."""

from datetime import date

import pytest

from tests.intake.values.reading import unread, values

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


def test_day_and_month_are_not_guessed() -> None:
    assert values("people.hire_date", "03/04/2020", "05-06-2020") == [None, None]
    assert unread("people.hire_date", "03/04/2020") == ["03/04/2020"]


def test_one_value_of_the_column_settles_the_order() -> None:
    assert values("people.hire_date", "03-04-2020", "17-06-2013") == [
        date(2020, 4, 3),
        date(2013, 6, 17),
    ]
    assert values("people.hire_date", "03/04/2020", "12/31/2006 0:00")[0] == date(2020, 3, 4)


def test_values_that_contradict_each_other_settle_nothing() -> None:
    texts = ("03/04/2020", "31/12/2020", "12/31/2020")
    assert values("people.hire_date", *texts) == [None, None, None]


def test_the_plan_settles_the_order() -> None:
    assert values("people.hire_date", "03/04/2020", date_order="day") == [date(2020, 4, 3)]
    assert values("people.hire_date", "03/04/2020", date_order="month") == [date(2020, 3, 4)]


def test_a_value_that_does_not_fit_the_order_of_the_plan_stays_unread() -> None:
    assert unread("people.hire_date", "12/31/2020", date_order="day") == ["12/31/2020"]


def test_equal_day_and_month_need_no_order() -> None:
    assert values("people.hire_date", "05/05/2020") == [date(2020, 5, 5)]


def test_two_digit_years_are_read_as_spreadsheets_read_them() -> None:
    assert values("people.hire_date", "31/12/29", "31/12/30", date_order="day") == [
        date(2029, 12, 31),
        date(1930, 12, 31),
    ]


@pytest.mark.parametrize("text", ["9999-12-31", "4712/12/31", "9999-12-31 23:59:59", "3000-01-01"])
def test_open_ends_are_no_end(text: str) -> None:
    assert values("roles.end_date", text) == [None]
    assert unread("roles.end_date", text) == []


@pytest.mark.parametrize(
    "text", ["1900-01-01", "1/1/1900", "1970-01-01T00:00:00.000Z", "NA", " - "]
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


def test_a_date_among_serial_numbers_is_read_as_it_is_written() -> None:
    texts = [str(43831 + day) for day in range(20)]
    assert values("people.hire_date", *texts, "2019-01-02")[-1] == NEW_YEAR


def test_an_empty_cell_is_none() -> None:
    assert values("people.hire_date", None, "2019-01-02") == [None, NEW_YEAR]

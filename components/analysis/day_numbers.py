"""Days as whole numbers, so that every engine counts months the same way.

A day number counts the days since 1 March of the year 0; it is positive for every date of the
calendar, and February, the month of odd length, stands at the end of its year.
"""

from datetime import date, timedelta

import narwhals as nw
import pyarrow as pa
import pyarrow.compute as pc

from components.analysis.in_order import Frame

FIRST_OF_1970 = 719_468
"""Day number of 1 January 1970, from which Arrow counts."""


def day_number(day: date) -> int:
    """The number of a day.

    >>> day_number(date(1970, 1, 1)), day_number(date(2000, 3, 1)) - day_number(date(2000, 2, 28))
    (719468, 2)
    """
    return (day - date(1970, 1, 1)).days + FIRST_OF_1970


def day_of(number: int) -> date:
    """The day of a number.

    >>> day_of(719468)
    datetime.date(1970, 1, 1)
    """
    return date(1970, 1, 1) + timedelta(days=number - FIRST_OF_1970)


def day_numbers(days: pa.ChunkedArray) -> pa.ChunkedArray:
    """Day numbers (int64) of a column of dates; missing stays missing."""
    return pc.add(days.cast(pa.date32()).cast(pa.int32()).cast(pa.int64()), FIRST_OF_1970)


def days_of(numbers: pa.ChunkedArray) -> pa.ChunkedArray:
    """Dates of a column of day numbers; missing stays missing."""
    return pc.subtract(numbers.cast(pa.int64()), FIRST_OF_1970).cast(pa.int32()).cast(pa.date32())


def month_and_day(day: date) -> tuple[int, int]:
    """The count of months since March of the year 0, and the day of the month.

    >>> month_and_day(date(2024, 2, 29))
    (24287, 29)
    """
    return day.year * 12 + day.month - 3, day.day


def month_begin(month: int) -> int:
    """The day number on which a month, counted as by `month_and_day`, begins.

    >>> day_of(month_begin(24287))
    datetime.date(2024, 2, 1)
    """
    return day_number(date((month + 2) // 12, (month + 2) % 12 + 1, 1))


def with_month_and_day(frame: Frame, name: str) -> Frame:
    """Add `<name>_month` and `<name>_day` (see `month_and_day`) of a column of day numbers.

    The steps of the proleptic Gregorian calendar in whole numbers, one column each, because an
    engine works out a repeated expression as often as it is written.
    """
    century, rest, year, of_year = (f"_{name}_{part}" for part in ("c", "r", "y", "d"))
    month = f"{name}_month"
    frame = frame.with_columns(**{century: (nw.col(name) * 4 + 3) // 146_097})
    frame = frame.with_columns(**{rest: nw.col(name) - nw.col(century) * 146_097 // 4})
    frame = frame.with_columns(**{year: (nw.col(rest) * 4 + 3) // 1_461})
    frame = frame.with_columns(**{of_year: nw.col(rest) - nw.col(year) * 1_461 // 4})
    frame = frame.with_columns(**{month: (nw.col(of_year) * 5 + 2) // 153})
    frame = frame.with_columns(
        **{
            f"{name}_day": nw.col(of_year) - (nw.col(month) * 153 + 2) // 5 + 1,
            month: (nw.col(century) * 100 + nw.col(year)) * 12 + nw.col(month),
        }
    )
    return frame.drop(century, rest, year, of_year)


def completed_months(start: str, end: str) -> nw.Expr:
    """Whole calendar months completed between two columns that `with_month_and_day` split.

    1 January 2018 to 1 January 2020 is 24; 31 January to 28 February is 0.
    """
    short = nw.col(f"{start}_day") > nw.col(f"{end}_day")
    return nw.col(f"{end}_month") - nw.col(f"{start}_month") - short.cast(nw.Int64)


def completed_until(start: str, day: date) -> nw.Expr:
    """Whole calendar months completed from a column to a day."""
    month, of_month = month_and_day(day)
    return month - nw.col(f"{start}_month") - (nw.col(f"{start}_day") > of_month).cast(nw.Int64)


def begun_until(start: str, day: date) -> nw.Expr:
    """The smallest whole number of months that reaches back from a day to the column.

    From 30 June 2026 back to 30 December 2025 it is 6, to the day before it is 7.
    """
    month, of_month = month_and_day(day)
    return month - nw.col(f"{start}_month") + (nw.col(f"{start}_day") < of_month).cast(nw.Int64)

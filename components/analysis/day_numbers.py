"""Days as whole numbers, so that every engine orders and subtracts them the same way.

A day number counts the days since 1 March of the year 0; it is positive for every date.
"""

from datetime import date, timedelta

import pyarrow as pa
import pyarrow.compute as pc

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


def months_between(starts: pa.ChunkedArray, ends: pa.ChunkedArray) -> pa.ChunkedArray:
    """Whole calendar months completed from one column of day numbers to another.

    >>> days = [day_number(date(2018, 1, 1)), day_number(date(2018, 1, 31))]
    >>> ends = [day_number(date(2020, 1, 1)), day_number(date(2018, 2, 28))]
    >>> months_between(pa.chunked_array([days]), pa.chunked_array([ends])).to_pylist()
    [24, 0]
    """
    if starts.null_count == len(starts):
        return starts
    first, last = days_of(starts), days_of(ends)
    short = pc.greater(pc.day(first), pc.day(last))
    return pc.subtract(pc.subtract(_months(last), _months(first)), short.cast(pa.int64()))


def months_ago(days: pa.ChunkedArray, as_of: date) -> pa.ChunkedArray:
    """Whole calendar months completed from each day number to the day."""
    return months_between(days, _repeated(as_of, len(days)))


def months_back(days: pa.ChunkedArray, as_of: date) -> pa.ChunkedArray:
    """The smallest whole number of months that reaches back from the day to each day number.

    >>> days = [day_number(date(2025, 12, 30)), day_number(date(2025, 12, 29))]
    >>> months_back(pa.chunked_array([days]), date(2026, 6, 30)).to_pylist()
    [6, 7]
    """
    return pc.negate(months_between(_repeated(as_of, len(days)), days))


def _months(days: pa.ChunkedArray) -> pa.ChunkedArray:
    return pc.add(pc.multiply(pc.year(days), 12), pc.month(days))


def _repeated(day: date, times: int) -> pa.ChunkedArray:
    return pa.chunked_array([pa.repeat(pa.scalar(day_number(day), pa.int64()), times)])

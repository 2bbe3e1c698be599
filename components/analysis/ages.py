"""How many months ago a day was, for columns of day numbers in hand."""

from datetime import date

import pyarrow as pa

from components.analysis.day_numbers import (
    begun_until,
    completed_months,
    completed_until,
    with_month_and_day,
)
from components.analysis.dense import collected, numbers


def months_ago(days: pa.ChunkedArray, as_of: date) -> tuple[pa.ChunkedArray, pa.ChunkedArray]:
    """Months completed from each day to the day; and the same counted up."""
    if days.null_count == len(days):
        return days, days
    frame = with_month_and_day(numbers({"on": days}), "on")
    found = frame.select(completed=completed_until("on", as_of), begun=begun_until("on", as_of))
    table = collected(found)
    return table["completed"], table["begun"]


def months_between(starts: pa.ChunkedArray, ends: pa.ChunkedArray) -> pa.ChunkedArray:
    """Months completed between two columns."""
    frame = with_month_and_day(numbers({"start": starts, "end": ends}), "start")
    frame = with_month_and_day(frame, "end")
    return collected(frame.select(months=completed_months("start", "end")))["months"]

"""The last day of a review cycle, read from its name: from then on its rows speak of people."""

import calendar
import re
from datetime import date

import pyarrow as pa

_YEAR = re.compile(r"(?<!\d)(20\d\d|19\d\d)(?!\d)|(?:fy|['’])\s?(\d\d)(?!\d)", re.IGNORECASE)
_PART = re.compile(r"(?<![a-z])(?:(h|hy)\s?([12])|q\s?([1-4]))(?!\d)", re.IGNORECASE)


def last_days(cycles: pa.DictionaryArray) -> pa.Array:
    """The last day of each row's cycle; null where the name holds no year."""
    days = [period_end(name) for name in cycles.dictionary.to_pylist()]
    return pa.array(days, pa.date32()).take(cycles.indices)


def period_end(name: str) -> date | None:
    """The last day of the calendar year, half or quarter that a name holds.

    >>> period_end("H1 2023 engineering"), period_end("FY24"), period_end("Annual review")
    (datetime.date(2023, 6, 30), datetime.date(2024, 12, 31), None)
    """
    year = _YEAR.search(name)
    if year is None:
        return None
    part = _PART.search(name)
    month = 12 if part is None else 6 * int(part[2]) if part[1] else 3 * int(part[3])
    full = int(year[1]) if year[1] else 2000 + int(year[2])
    return date(full, month, calendar.monthrange(full, month)[1])

"""Dates as HR systems write them; what is no date, or no plausible one, stays unread."""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from components.intake.values.hints import UNREAD, Hints, Unread
from components.settings import label_key
from components.tables import columns as col

DAY, MONTH = "day", "month"
FIRST_YEAR, LAST_YEAR = 1900, 2100
_SERIAL_ZERO = {"1900": date(1899, 12, 30), "1904": date(1904, 1, 1)}
_SERIALS = (7306, 73415)
"""1920 to 2100 as Excel counts days; four digits such as 2015 stay years."""
_DECIDED = 0.9
"""Share of a column's texts that must be serial numbers before any is read as a date."""

_TIME = (
    r"(?:[T ]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?"
    r"\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?)?"
)
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_TIME}")
_YEAR_LAST = re.compile(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d{{4}}|\d{{2}}){_TIME}")
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_NAMED = re.compile(rf"(?:(\d{{1,2}})[-/. ]+)?([A-Za-z]{{3,9}})\.?[-/, ]+(.+?){_TIME}")
_AFTER_NAME = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?[-/, ]+)?(\d{4}|(?<!\d)\d{2})")
_SERIAL = re.compile(r"\d{4,5}(?:\.\d+)?")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)

_MIDNIGHT = frozenset({" 00:00:00", "T00:00:00", " 00:00:00.000"})

Read = Callable[[str], date | Unread | None]


def date_reader(words: Sequence[str], hints: Hints) -> Read:
    """A reader of this column's dates; evidence of the whole column settles what one can't.

    The order of day and month comes from the plan, else from values that allow only one; where
    nothing tells, 03/04/2020 is not read. Open ends and "no date" days are read as none, and
    so is a word that means the hire date where a role starts.
    """
    words_for_hire = hints.settings.values.sentinels.use_hire_date
    spoken = frozenset(label_key(word) for word in words_for_hire)
    none = {*hints.settings.values.sentinels.open_end, *hints.settings.values.sentinels.no_date}
    is_start = hints.field.name == col.EFFECTIVE_DATE
    order = hints.detail.get("date_order") or _order(words)
    zero = _serial_zero(words, hints)

    def read(word: str) -> date | Unread | None:
        found = (zero and _serial(word, zero)) or _iso(word) or _written(word, order)
        if found is None:
            return None if is_start and label_key(word) in spoken else UNREAD
        if found in none:
            return None
        return found if FIRST_YEAR <= found.year <= LAST_YEAR else UNREAD

    return read


def _iso(word: str) -> date | None:
    """The one way most files write dates, the quick way."""
    if word[4:5] != "-" or (len(word) > 10 and word[10:] not in _MIDNIGHT):
        return None
    try:
        return date.fromisoformat(word[:10])
    except ValueError:
        return None


def _written(word: str, order: str) -> date | None:
    year_first = _YEAR_FIRST.fullmatch(word)
    if year_first:
        return _day(year_first[1], year_first[3], year_first[4])
    year_last = _YEAR_LAST.fullmatch(word)
    if year_last:
        return _ordered(year_last, order)
    compact = _COMPACT.fullmatch(word)
    return _day(*compact.groups()) if compact else _named(word)


def _ordered(found: re.Match[str], order: str) -> date | None:
    first, mark, second, year = found.groups()
    if mark == "." or order == DAY or first == second:
        return _day(year, second, first)
    return _day(year, first, second) if order == MONTH else None


def _named(word: str) -> date | None:
    found = _NAMED.fullmatch(word)
    after = _AFTER_NAME.fullmatch(found[3]) if found else None
    if not found or not after or (found[1] is None) == (after[1] is None):
        return None
    name = found[2].lower()
    month = next((n for n, full in enumerate(_MONTHS, 1) if _is_month(name, full)), None)
    return _day(after[2], month, found[1] or after[1]) if month else None


def _is_month(name: str, full: str) -> bool:
    return name in {full, full[:3]} or (name == "sept" and full == "september")


def _day(year: str, month: str | int, day: str) -> date | None:
    try:
        return date(_century(year), int(month), int(day))
    except ValueError:
        return None


def _century(year: str) -> int:
    """Two digits as spreadsheet programs read them: 00 to 29 are 2000 to 2029."""
    short = 2000 if int(year) < 30 else 1900
    return int(year) + (short if len(year) == 2 else 0)


def _order(words: Sequence[str]) -> str:
    """The order that at least one value proves and none contradicts; empty where nothing does.

    >>> _order(["03/04/2020", "31/12/2020"]), _order(["03/04/2020"]), _order(["12/31/2020"])
    ('day', '', 'month')
    """
    short = (word for word in words if not word[:4].isdigit())
    parts = [found for found in map(_YEAR_LAST.fullmatch, short) if found and found[2] != "."]
    day = any(int(found[1]) > 12 for found in parts)
    month = any(int(found[3]) > 12 for found in parts)
    return "" if day == month else DAY if day else MONTH


def _serial_zero(words: Sequence[str], hints: Hints) -> date | None:
    """The day a decidedly serial column counts from; None for every other column."""
    others, allowed = 0, (1 - _DECIDED) * len(words)
    for word in words:
        others += "-" in word or not _is_serial(word)
        if others > allowed:
            return None
    return _SERIAL_ZERO.get(hints.detail.get("date_system", "1900"))


def _is_serial(word: str) -> bool:
    return bool(_SERIAL.fullmatch(word)) and _SERIALS[0] <= float(word) < _SERIALS[1]


def _serial(word: str, zero: date) -> date | None:
    return zero + timedelta(days=int(float(word))) if _is_serial(word) else None

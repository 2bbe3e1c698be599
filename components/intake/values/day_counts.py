"""Days written as a count: serial numbers of spreadsheets, seconds since 1970."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

_SERIAL_ZERO = {"1900": date(1899, 12, 30), "1904": date(1904, 1, 1)}
_SERIALS = (7306, 73415)
"""1920 to 2100 as Excel counts days; four digits such as 2015 stay years."""
_DECIDED = 0.9
"""Share of a column's texts that must be serial numbers before any is read as a day."""
_SERIAL = re.compile(r"\d{4,5}(?:\.\d+)?")
_SECONDS = re.compile(r"\d{9,10}(?:\.0+)?")
_MILLISECONDS = re.compile(r"\d{12,13}(?:\.0+)?")
_EPOCH = date(1970, 1, 1)
_DAY_SECONDS, _QUARTER, _NOON = 86_400, 900, 43_200

Count = Callable[[str], date | None]


def count_reader(words: Sequence[str], detail: Mapping[str, str]) -> Count | None:
    """A reader of a column that decidedly holds counts; None for every other column.

    Serial numbers may stand among a few other texts, seconds since 1970 only by themselves.
    """
    if words and all(map(_SECONDS.fullmatch, words)):
        return lambda word: _since_1970(word, _SECONDS, 1)
    if words and all(map(_MILLISECONDS.fullmatch, words)):
        return lambda word: _since_1970(word, _MILLISECONDS, 1000)
    if not _mostly_serial(words):
        return None
    zero = _SERIAL_ZERO.get(detail.get("date_system", "1900"), _SERIAL_ZERO["1900"])
    return lambda word: _serial(word, zero)


def is_count(word: str) -> bool:
    """Whether a number may count days or seconds."""
    return _is_serial(word) or bool(_SECONDS.fullmatch(word) or _MILLISECONDS.fullmatch(word))


def _mostly_serial(words: Sequence[str]) -> bool:
    others, allowed = 0, (1 - _DECIDED) * len(words)
    for word in words:
        others += "-" in word or not _is_serial(word)
        if others > allowed:
            return False
    return True


def _is_serial(word: str) -> bool:
    return bool(_SERIAL.fullmatch(word)) and _SERIALS[0] <= float(word) < _SERIALS[1]


def _serial(word: str, zero: date) -> date | None:
    return zero + timedelta(days=int(float(word))) if _is_serial(word) else None


def _since_1970(word: str, shape: re.Pattern[str], per_second: int) -> date | None:
    """The day in Greenwich; None where it may be midnight of the next day further east."""
    if not shape.fullmatch(word):
        return None
    days, second = divmod(int(float(word)) // per_second, _DAY_SECONDS)
    if second >= _NOON and second % _QUARTER == 0:
        return None
    return _EPOCH + timedelta(days=days)

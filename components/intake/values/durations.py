"""Durations in completed months: "22", "1.8" years, "1 year(s), 10 month(s)", "P1Y10M"."""

import math
import re
from collections.abc import Callable, Sequence

from components.intake.values.hints import UNREAD, Hints, Unread
from components.intake.values.numbers import number_reader

_DAYS_IN_MONTH = 30.4375
_PER_MONTH = {"years": 12.0, "months": 1.0, "weeks": 7 / _DAYS_IN_MONTH, "days": 1 / _DAYS_IN_MONTH}
_LONGEST = 1200
"""Months in a hundred years; no longer duration is meant."""

_PART = re.compile(r"(\d+(?:\.\d+)?)\s*(y|m|w|d)[a-z]*(?:\(s\))?\.?", re.IGNORECASE)
_WORDED = re.compile(
    r"(?:\d+(?:\.\d+)?\s*(?:y(?:ea)?rs?|y|mo(?:nth)?s?|m|weeks?|w|days?|d)(?:\(s\))?\.?"
    r"(?:\s*,?\s*(?:and\s+)?|$))+",
    re.IGNORECASE,
)
_ISO = re.compile(r"P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T.*)?")
_UNIT = {"y": "years", "m": "months", "w": "weeks", "d": "days"}

Read = Callable[[str], int | Unread]


def duration_reader(words: Sequence[str], hints: Hints) -> Read:
    """A reader of durations; a bare number counts in the unit the plan names, else months."""
    unit = hints.detail.get("unit") or hints.detail.get("how") or "months"
    factor = _PER_MONTH.get(unit, 1.0)
    number = number_reader([word for word in words if not _WORDED.fullmatch(word)], hints)

    def read(word: str) -> int | Unread:
        parts = _parts(word)
        if parts is not None:
            return _completed(sum(parts))
        bare = number(word)
        return UNREAD if isinstance(bare, Unread) or bare < 0 else _completed(bare * factor)

    return read


def _parts(word: str) -> list[float] | None:
    iso = _ISO.fullmatch(word)
    if iso:
        return [
            float(count or 0) * _PER_MONTH[unit]
            for count, unit in zip(iso.groups(), ("years", "months", "weeks", "days"), strict=True)
        ]
    if not _WORDED.fullmatch(word):
        return None
    return [float(count) * _PER_MONTH[_UNIT[unit.lower()]] for count, unit in _PART.findall(word)]


def _completed(months: float) -> int | Unread:
    """Whole months; a hair below one is rounding of years kept with a few decimals."""
    return math.floor(months + 0.05) if months <= _LONGEST else UNREAD

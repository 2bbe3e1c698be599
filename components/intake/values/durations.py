"""Durations in completed months: "22", "1.8" years, "1 year(s), 10 month(s)", "P1Y10M"."""

import math
import re
import unicodedata
from collections.abc import Callable, Sequence

from components.intake.values.hints import UNREAD, Hints, Unread
from components.intake.values.numbers import number_reader

_DAYS_IN_MONTH = 30.4375
_PER_MONTH = {"years": 12.0, "months": 1.0, "weeks": 7 / _DAYS_IN_MONTH, "days": 1 / _DAYS_IN_MONTH}
_LONGEST = 1200
"""Months in a hundred years; no longer duration is meant."""

_WORDS = {
    "years": "y yr yrs year years jahr jahre jahren an ans annee annees ano anos",
    "months": "m mo mos mth mths mon month months monat monate monaten mois mes meses",
    "weeks": "w wk wks week weeks woche wochen semaine semaines semana semanas",
    "days": "d day days tag tage tagen jour jours dia dias",
}
"""English, German, French, Spanish and Portuguese, without accents."""
_UNIT = {word: unit for unit, words in _WORDS.items() for word in words.split()}
_ORDER = tuple(_PER_MONTH)

_ONE = r"\d+(?:[.,]\d{1,2})? ?[^\W\d_]+(?:\([^\W\d_]{1,2}\))?\.?"
_PART = re.compile(r"(\d+(?:[.,]\d{1,2})?) ?([^\W\d_]+)")
_WORDED = re.compile(rf"{_ONE}(?: ?(?:,|;|&|\+)? ?(?:(?:and|und|et|y|e) )?{_ONE}){{0,3}}")
_ISO = re.compile(r"P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T.*)?")

Read = Callable[[str], int | Unread]


def duration_reader(words: Sequence[str], hints: Hints) -> Read:
    """A reader of durations; a bare number counts in the unit the plan names, else months."""
    unit = hints.detail.get("unit") or hints.detail.get("how") or "months"
    factor = _PER_MONTH.get(unit, 1.0)
    number = number_reader([word for word in words if _parts(word) is None], hints)

    def read(word: str) -> int | Unread:
        parts = _parts(word)
        if parts is not None:
            return _completed(sum(parts))
        bare = number(word)
        if isinstance(bare, Unread):
            return bare
        return UNREAD if bare < 0 else _completed(bare * factor)

    return read


def is_duration(text: str) -> bool:
    """Whether a text names a duration with its units.

    >>> [is_duration(text) for text in ("2 ans 3 mois", "1 Jahr, 10 Monate", "3 - 5 Years", "12")]
    [True, True, False, False]
    """
    return _parts(" ".join(text.split())) is not None


def _parts(word: str) -> list[float] | None:
    """The months each part of a text adds; None where it names no units, or not in order."""
    iso = _ISO.fullmatch(word)
    if iso:
        return [
            float(count or 0) * _PER_MONTH[unit]
            for count, unit in zip(iso.groups(), _ORDER, strict=True)
        ]
    if not _WORDED.fullmatch(word):
        return None
    found = [(count, _UNIT.get(_plain(name), "")) for count, name in _PART.findall(word)]
    places = [_ORDER.index(unit) for _, unit in found if unit]
    if len(places) < len(found) or places != sorted(set(places)):
        return None
    return [float(count.replace(",", ".")) * _PER_MONTH[unit] for count, unit in found]


def _plain(name: str) -> str:
    parts = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def _completed(months: float) -> int | Unread:
    """Whole months; a hair below one is rounding of years kept with a few decimals."""
    return math.floor(months + 0.05) if months <= _LONGEST else UNREAD

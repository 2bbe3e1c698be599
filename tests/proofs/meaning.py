"""The plain meaning of a cell's text, without any of the app's own code.

A text says a value where a careful person reads it so without looking at other columns. Where
two readings are possible (03/04/2024), it says neither.
"""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from components.tables.fields import Kind

_CONFIG = Path(__file__).resolve().parents[2] / "config"
_NOTHING = frozenset({"", "-", "--", "—", "n/a", "null", "nan", "#n/a"})
_NO_VALUE = _NOTHING | {"na", "none"}
_WORDS = frozenset({Kind.TEXT, Kind.CATEGORY, Kind.GROUP, Kind.CHOICE, Kind.RATING})
_AS_WRITTEN = frozenset({Kind.ID, Kind.TEXT, Kind.CATEGORY, Kind.GROUP})
"""Elsewhere a wide digit is that digit."""
_YES = {"yes": True, "y": True, "true": True, "x": True, "1": True}
_YES |= {"no": False, "n": False, "false": False, "0": False}
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")
_THOUSANDS = re.compile(r"[-+]?\d{1,3}[.,]\d{3}")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LAST_DAY = 31

Known = Mapping[str, Any]
"""The labels of a column of ratings and what they stand for."""


def says_nothing(text: str, kind: Kind) -> bool:
    """Whether a text says that there is no value; NA may be a region, and none a rating."""
    return text.strip().casefold() in (_NOTHING if kind in _WORDS else _NO_VALUE)


def says(text: str, value: Any, kind: Kind, known: Known) -> bool:
    """Whether the text says the value; None is said by an empty cell and by words for nothing.

    >>> says("2024-05-03", date(2024, 5, 3), Kind.DATE, {}), says("tbd", 3.0, Kind.RATING, {})
    (True, False)
    >>> says("H", "hire", Kind.CHOICE, {}), says("promtoin", "promotion", Kind.CHOICE, {})
    (True, False)
    """
    form = "NFC" if kind in _AS_WRITTEN else "NFKC"
    plain = " ".join(unicodedata.normalize(form, text).split())
    word = plain.casefold()
    if value is None:
        return says_nothing(text, kind)
    if isinstance(value, date):
        return plain in spellings(value)
    if isinstance(value, bool):
        return _YES.get(word) is value
    if isinstance(value, int | float):
        found = known[word] if word in known else number(word.removesuffix("%").strip())
        return found is not None and abs(found - value) <= 1e-9
    same = plain == " ".join(str(value).split())
    return same or (kind is Kind.CHOICE and _is_spelled(plain, str(value)))


def number(text: str) -> float | None:
    """The number a text says; None where a mark could be of thousands or of decimals.

    >>> number("4,5"), number("1.250"), number("12 months"), number("0.875")
    (4.5, None, None, 0.875)
    """
    could_be_either = _THOUSANDS.fullmatch(text) and not text.lstrip("+-").startswith("0")
    if could_be_either or not _NUMBER.fullmatch(text):
        return None
    return float(text.replace(",", "."))


@cache
def named_scales() -> tuple[Known, ...]:
    """Every rating scale of config/ratings.toml: its labels, and the number of each."""
    scales = _settings("ratings")["scales"]
    return tuple(
        {
            word.casefold(): float(one["value"])
            for one in scale["labels"]
            for word in (one["label"], *one.get("spellings", ()))
        }
        for scale in scales.values()
    )


def spellings(day: date) -> frozenset[str]:
    """Every way to write a day that can be read in one way only.

    >>> "03.05.2024" in spellings(date(2024, 5, 3)), "03/05/2024" in spellings(date(2024, 5, 3))
    (True, False)
    >>> [day in spellings(date(2025, 3, 16)) for day in ("16.03.2025", "16.03.25", "16/03/2025")]
    [True, False, True]
    """
    d, m, y = f"{day.day:02}", f"{day.month:02}", f"{day.year:04}"
    name = _MONTHS[day.month - 1]
    one_way = {f"{y}-{m}-{d}", f"{y}/{m}/{d}", f"{y}{m}{d}", f"{d}.{m}.{y}", f"{d} {name} {y}"}
    one_way |= {f"{day.day}.{day.month}.{y}", f"{d}-{name}-{y}", f"{name} {day.day}, {y}"}
    one_way |= {f"{y}-{m}-{d} 00:00:00", f"{y}-{m}-{day.day}"}
    if day.year % 100 > _LAST_DAY:
        one_way |= {f"{d}.{m}.{y[2:]}"}
    if day.day > 12 or day.day == day.month:
        one_way |= {f"{d}/{m}/{y}", f"{m}/{d}/{y}", f"{day.month}/{day.day}/{y}"}
        one_way |= {f"{d}-{m}-{y}"}
    return frozenset(one_way)


def _is_spelled(text: str, value: str) -> bool:
    """Whether a text is the value, or a spelling that config/values.toml gives it word by word."""
    return _letters(text) == _letters(value) or (_letters(text), value) in _spelled()


@cache
def _spelled() -> frozenset[tuple[str, str]]:
    """Spellings and their values; of PROM*, what stands before the * alone."""
    return frozenset(
        (_letters(text.replace("*", "")), value)
        for category in _settings("values")["categories"].values()
        for value, texts in category["spellings"].items()
        for text in texts
    )


def _settings(name: str) -> dict[str, Any]:
    return tomllib.loads((_CONFIG / f"{name}.toml").read_text(encoding="utf-8"))


def _letters(text: str) -> str:
    """A word without case, spaces and strokes, which never make another word.

    >>> _letters("Involuntary exit") == _letters("involuntary_exit")
    True
    """
    return re.sub(r"[\s_\-–]", "", text).casefold()

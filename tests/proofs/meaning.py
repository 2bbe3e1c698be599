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
NOTHING = frozenset({"", "-", "--", "—", "n/a", "na", "null", "nan", "none", "#n/a"})
_YES = {"yes": True, "y": True, "true": True, "x": True, "no": False, "n": False, "false": False}
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")
_THOUSANDS = re.compile(r"[-+]?\d{1,3}[.,]\d{3}")
_SMALL = 1
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NUMBERS = frozenset({Kind.NUMBER, Kind.WHOLE, Kind.PERCENT, Kind.MONTHS})

Known = Mapping[str, Any]
"""Words and what they stand for in a column, as the clean reading shows."""


def says(text: str, value: Any, kind: Kind, known: Known) -> bool:
    """Whether the text says the value; None is said by an empty cell and by words for nothing.

    >>> says("2024-05-03", date(2024, 5, 3), Kind.DATE, {}), says("tbd", 3.0, Kind.RATING, {})
    (True, False)
    """
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    word = plain.casefold()
    if value is None:
        return word in NOTHING or (word in known and known[word] is None)
    if isinstance(value, date):
        return plain in spellings(value)
    if isinstance(value, bool):
        return _YES.get(word) is value
    if isinstance(value, int | float):
        return _says_number(word, value, kind, known)
    return plain == value or known.get(word) == value or _letters(plain) == _letters(str(value))


def _says_number(word: str, value: float, kind: Kind, known: Known) -> bool:
    if word in known:
        return bool(known[word] == value)
    plain = word.removesuffix("%").strip() if kind is Kind.PERCENT else word
    found = number(plain)
    if found is None and _THOUSANDS.fullmatch(plain) and value <= _SMALL:
        found = float(plain.replace(",", "."))  # nobody works a thousand jobs: one mark is left
    return found is not None and abs(found - value) <= 1e-9


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
    scales = tomllib.loads((_CONFIG / "ratings.toml").read_text(encoding="utf-8"))["scales"]
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
    """
    d, m, y = f"{day.day:02}", f"{day.month:02}", f"{day.year:04}"
    name = _MONTHS[day.month - 1]
    one_way = {f"{y}-{m}-{d}", f"{y}/{m}/{d}", f"{y}{m}{d}", f"{d}.{m}.{y}", f"{d} {name} {y}"}
    one_way |= {f"{day.day}.{day.month}.{y}", f"{d}-{name}-{y}", f"{name} {day.day}, {y}"}
    one_way |= {f"{y}-{m}-{d} 00:00:00", f"{y}-{m}-{day.day}", f"{d}.{m}.{y[2:]}"}
    if day.day > 12 or day.day == day.month:
        one_way |= {f"{d}/{m}/{y}", f"{m}/{d}/{y}", f"{day.month}/{day.day}/{y}"}
    return frozenset(one_way)


def _letters(text: str) -> str:
    """A word without case, spaces and strokes, which never make another word.

    >>> _letters("Involuntary exit") == _letters("involuntary_exit")
    True
    """
    return re.sub(r"[\s_\-–]", "", text).casefold()

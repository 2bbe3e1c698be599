"""The day that the name of a file or sheet states: only ever proposed, with its reason."""

import calendar
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from components.intake.values.day_forms import Pair, written
from components.intake.values.month_names import month_number
from components.tables.sheets import Sheet

_TOKEN = re.compile(r"(?<![^\W_])[qh][1-4](?![^\W_])|\d+|[^\W\d_]+", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_MONTH = re.compile(r"20\d\d(?:0[1-9]|1[0-2])")
_ENDINGS = frozenset({"st", "nd", "rd", "th", "er", "of", "de", "del"})
_FISCAL = frozenset({"fy", "gj"})
"""Begin the names of years that need not end in December."""
_WORDS_TOO = frozenset({"set", "out"})
"""Short names of months in Portuguese that are words elsewhere."""
_NEAR = re.compile(r"[-_. ,]{0,2}(?:(?:st|nd|rd|th|er|of|de|del)[-_. ,]{0,2})?", re.IGNORECASE)
_DAYS = ("D", "YNN", "NNY", "NNN", "NMY", "MNY", "YMN")
_PERIODS = (("C", "YN", "NY", "MY", "YM"), ("PY", "YP"), ("Y",))


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day, the part of the name that states it, and the period whose last day it is.

    `period` is "day" where the very day is named.
    """

    day: date
    named: str
    period: str

    @property
    def why(self) -> str:
        """The proposal with its reason.

        >>> NamedDay(date(2024, 12, 31), "2024", "year").why
        'Proposed is 31 Dec 2024: the name says “2024”, and it is the last day of that year.'
        """
        shown = f"{self.day.day} {self.day:%b %Y}"
        last = "" if self.period == "day" else f", and it is the last day of that {self.period}"
        return f"Proposed is {shown}: the name says “{self.named}”{last}."


@dataclass(frozen=True, slots=True)
class _Token:
    """A word or number of a name; where it stands, and a letter for what it may be.

    Y is a year, N a short number, D a day in one number, C a year and month in one, M a month,
    P a quarter or half, F a fiscal year, W a month or another word, X anything else.
    """

    text: str
    kind: str
    start: int
    end: int


def day_named(sheet: Sheet) -> NamedDay | None:
    """The day that the sheet's name states, else its file's; None where it is open which.

    A year, half, quarter or month stands for its last day. A sheet that is named after a month
    or a quarter alone takes the year from its file.
    """
    file = _stated(sheet.file.rpartition(".")[0])
    of_year = file[0] if file and file[0] and file[0].period == "year" else None
    if of_year and "".join(one.kind for one in _tokens(sheet.name)) in {"M", "P"}:
        found = _stated(f"{sheet.name} {of_year.named}")
    else:
        found = _stated(sheet.name) or file
    return found[0] if found else None


def _stated(name: str) -> tuple[NamedDay | None] | None:
    """The one day of the most exact kind; None of several, or where something speaks against.

    Nothing at all where the name states no time.
    """
    tokens = _tokens(name)
    for shapes in (_DAYS, *_PERIODS):
        found = [one for shape in shapes for one in _found(name, tokens, shape)]
        if found:
            return (found[0] if len({one and one.day for one in found}) == 1 else None,)
    return (None,) if {one.kind for one in tokens} & {"Y", "M", "P", "F"} else None


def _tokens(name: str) -> list[_Token]:
    found = _TOKEN.finditer(name)
    tokens = [_Token(one.group(), _kind(one.group()), one.start(), one.end()) for one in found]
    return [one for one in tokens if one.text.casefold() not in _ENDINGS]


def _kind(text: str) -> str:
    word = text.casefold()
    if text.isdigit():
        year_month = "C" if _YEAR_MONTH.fullmatch(text) else "X"
        by_length = {1: "N", 2: "N", 6: year_month, 8: "D"}
        return "Y" if _YEAR.fullmatch(text) else by_length.get(len(text), "X")
    if word[1:].isdigit():
        return "P"
    if word in _FISCAL | _WORDS_TOO:
        return "F" if word in _FISCAL else "W"
    return "M" if month_number(word) else "X"


def _found(name: str, tokens: Sequence[_Token], shape: str) -> Iterator[NamedDay | None]:
    """What stands in this shape; None where it is of the shape and says no certain day."""
    kinds = "".join(one.kind for one in tokens)
    for match in re.finditer(f"(?={shape})", kinds):
        some = tokens[match.start() : match.start() + len(shape)]
        signs = [name[a.end : b.start] for a, b in itertools.pairwise(some)]
        if shape == "Y" and set(kinds) & {"M", "P", "F", "W"}:
            yield None
        elif all(map(_NEAR.fullmatch, signs)):
            named, texts = name[some[0].start : some[-1].end], [one.text for one in some]
            day = _day(shape, texts, signs) if shape in _DAYS else _last_day(shape, texts, signs)
            yield NamedDay(day, named, _period(shape, texts)) if day else None


def _day(shape: str, texts: Sequence[str], signs: Sequence[str]) -> date | None:
    """The very day; a number that may be day or month counts only with points between."""
    if shape == "D":
        day, month, year = texts[0][:2], texts[0][2:4], texts[0][4:]
        return _certain(written(texts[0])) or _certain(written(f"{day}.{month}.{year}"))
    if "M" in shape:
        place = dict(zip(shape, texts, strict=True))
        return _certain(written(f"{place['N']} {place['M']} {place['Y']}"))
    sign = signs[0].strip() or "-"
    if signs[0] != signs[1] or (shape == "NNN" and sign != "."):
        return None
    return _certain(written(sign.replace("_", "-").join(texts)), dotted=sign == ".")


def _certain(found: date | Pair | None, *, dotted: bool = True) -> date | None:
    if not isinstance(found, Pair):
        return found
    if not found.dated or (found.either and not dotted):
        return None
    return found.day_first or found.month_first


def _last_day(shape: str, texts: Sequence[str], signs: Sequence[str]) -> date | None:
    """The last day of a year, half, quarter or month."""
    if shape == "C":
        return _end(texts[0][:4], int(texts[0][4:]))
    place = dict(zip(shape, texts, strict=True))
    if "N" in place:
        tight = signs[0] in {"-", "_", "."} and (shape == "NY" or len(place["N"]) == 2)
        return _end(place["Y"], int(place["N"])) if tight else None
    if "P" in place:
        part = int(place["P"][1])
        return _end(place["Y"], part * (3 if place["P"][0] in "qQ" else 6))
    return _end(place["Y"], (month_number(place["M"]) or 0) if "M" in place else 12)


def _end(year: str, month: int) -> date | None:
    if not 1 <= month <= 12:
        return None
    return date(int(year), month, calendar.monthrange(int(year), month)[1])


def _period(shape: str, texts: Sequence[str]) -> str:
    if shape in _DAYS:
        return "day"
    if "P" in shape:
        part = texts[shape.index("P")]
        return "quarter" if part[0] in "qQ" else "half-year"
    return "year" if shape == "Y" else "month"

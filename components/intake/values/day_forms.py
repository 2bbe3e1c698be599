"""The ways a day is written, each text by itself: one day, or a pair that allows two."""

import re
from dataclasses import dataclass
from datetime import date

from components.intake.values.month_names import month_number

_TIME = (
    r"(?:[T ,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?"
    r"\s*(?:[AaPp]\.?\s?[Mm]\.?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
)
"""Cut off before anything else: a day moved to another time zone is another day."""

_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_TIME}")
_YEAR_LAST = re.compile(rf"(\d{{1,2}}) ?([-/.]) ?(\d{{1,2}}) ?\2 ?(\d{{4}}|\d{{2}}){_TIME}")
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:T\d{4,6}Z?)?")
_NAME = r"([^\W\d_]{3,10})\.?"
_OF = r"(?:[-/., ]+(?:de |del |of )?|(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d))"
_DAY_NAMED = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th|er|\.?[ºª°o](?= ))?{_OF}{_NAME}{_OF}(\d{{4}}|\d{{2}}){_TIME}"
)
_NAME_FIRST = re.compile(
    rf"{_NAME}[-/ ]+(\d{{1,2}})(?:st|nd|rd|th)?[-/, ]+(\d{{4}}|\d{{2}}){_TIME}"
)
_YEAR_NAMED = re.compile(rf"(\d{{4}})[-/ ]{_NAME}[-/ ](\d{{1,2}}){_TIME}")
_MIDNIGHT = frozenset({" 00:00:00", "T00:00:00", " 00:00:00.000"})
_EITHER_CENTURY = range(30, 50)
"""Two digits that may be of this century or of the last: nobody can tell."""
_ANY_LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Pair:
    """Two numbers for day and month with the year behind, as "03/04/2024".

    `form` tells ways of writing apart: the sign between, and how many digits the year has.
    `day_first` and `month_first` are the two readings, None where there is no such day.
    """

    text: str
    form: str
    first: int
    second: int
    last: str

    @property
    def day_first(self) -> date | None:
        """The day, if the day stands first."""
        return self._day(self.second, self.first)

    @property
    def month_first(self) -> date | None:
        """The day, if the month stands first."""
        return self._day(self.first, self.second)

    @property
    def year_first(self) -> date | None:
        """The day, if the first two digits are the year."""
        year = _year(f"{self.first:02d}")
        return _day(year, self.second, int(self.last)) if self.short and year else None

    @property
    def may_be_year_first(self) -> bool:
        """Whether the first two digits can be a year, of whatever century."""
        year = _year(f"{self.first:02d}") or _ANY_LEAP_YEAR
        return self.short and _day(year, self.second, int(self.last)) is not None

    @property
    def short(self) -> bool:
        """Whether the year has two digits only."""
        return len(self.last) == 2

    @property
    def dated(self) -> bool:
        """Whether its century is certain."""
        return _year(self.last) is not None

    @property
    def either(self) -> bool:
        """Whether both readings are days, and different ones."""
        one, other = self.day_first, self.month_first
        return one is not None and other is not None and one != other

    def _day(self, month: int, day: int) -> date | None:
        return _day(_year(self.last) or _ANY_LEAP_YEAR, month, day)


def written(word: str) -> date | Pair | None:
    """The day a text states; a pair where day and month are numbers before the year.

    >>> written("1er janvier 2024"), written("2024-01-31T23:00:00+02:00")
    (datetime.date(2024, 1, 1), datetime.date(2024, 1, 31))
    >>> written("03/04/2024").form, written("01-15"), written("January 2024")
    ('/yyyy', None, None)
    """
    found = iso(word)
    if found:
        return found
    year_first = _YEAR_FIRST.fullmatch(word)
    if year_first:
        return _of(year_first[1], year_first[3], year_first[4])
    pair = _YEAR_LAST.fullmatch(word)
    if pair:
        return Pair(word, pair[2] + "y" * len(pair[4]), int(pair[1]), int(pair[3]), pair[4])
    compact = _COMPACT.fullmatch(word)
    return _of(*compact.groups()) if compact else _named(word)


def is_year_first(word: str) -> bool:
    """Whether a text is a day with its year in front, as 2024-01-31 or 2024/1/31."""
    return bool(iso(word) or _YEAR_FIRST.fullmatch(word))


def iso(word: str) -> date | None:
    """The one way most files write days, the quick way."""
    if word[4:5] != "-" or (len(word) > 10 and word[10:] not in _MIDNIGHT):
        return None
    try:
        return date.fromisoformat(word[:10])
    except ValueError:
        return None


def _named(word: str) -> date | None:
    for shape, (day, name, year) in _NAMED:
        found = shape.fullmatch(word)
        month = month_number(found[name]) if found else None
        if found and month:
            return _of(found[year], month, found[day])
    return None


_NAMED = ((_DAY_NAMED, (1, 2, 3)), (_NAME_FIRST, (2, 1, 3)), (_YEAR_NAMED, (3, 2, 1)))
"""Days with the month's name, and which group holds day, name and year."""


def _of(year: str, month: str | int, day: str) -> date | None:
    whole = _year(year)
    return _day(whole, int(month), int(day)) if whole is not None else None


def _year(digits: str) -> int | None:
    """Two digits up to 29 are of this century, from 50 on of the last, between of either."""
    number = int(digits)
    if len(digits) > 2:
        return number
    if number in _EITHER_CENTURY:
        return None
    return number + (2000 if number < _EITHER_CENTURY.start else 1900)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

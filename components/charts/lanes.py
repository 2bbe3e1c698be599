"""Where a career is drawn: a lane for each level, and days as years with a fraction.

Days are numbers here, not dates: a browser would shift a date by its time zone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from components.charts.marks import Channel, expression, shown

EVENTS, RATINGS = "Events", "Ratings"
LEVEL_NOT_KNOWN = "Level not known"
WIDTH = 900
"""Pixels a timeline has at least; words inside bars are cut to fit this."""

LETTER = 6.9
"""Pixels a letter of the words inside bars takes on average."""

_MOST_TICKS = 14


def year_of(day: date) -> float:
    """The day as a year with a fraction.

    >>> year_of(date(2026, 1, 1)), round(year_of(date(2026, 7, 2)), 2)
    (2026.0, 2026.5)
    """
    return round(day.year + (day.timetuple().tm_yday - 1) / 365.25, 4)


def years(days: pd.Series) -> list[float | None]:
    """Each day as a year with a fraction; a missing day stays missing."""
    return [None if pd.isna(day) else year_of(pd.Timestamp(day).date()) for day in days]


@dataclass(frozen=True, slots=True)
class Lanes:
    """The lanes from top to bottom and the stretch of time."""

    names: tuple[str, ...]
    first: float
    last: float

    @property
    def pixels_a_year(self) -> float:
        """How wide a year is drawn at least."""
        return WIDTH / max(self.last - self.first, 0.5)

    def ticks(self) -> list[int]:
        """The years named below the plot: all of them, or every second, fifth, tenth."""
        all_years = range(int(self.first) + 1, int(self.last) + 1)
        step = next(step for step in (1, 2, 5, 10, 20, 100) if len(all_years) <= step * _MOST_TICKS)
        return [year for year in all_years if year % step == 0]

    def lane(self, names: Iterable[str]) -> list[int]:
        """The number of each lane."""
        return [self.names.index(name) for name in names]

    def letters(self, start: float, end: float) -> int:
        """How many letters fit between two days."""
        return max(0, int((end - start) * self.pixels_a_year / LETTER) - 1)

    def x(self, field: str, left: float) -> Channel:
        """Time from left to right; the years are marks of their own."""
        reach = [left, expression("width")]
        scale = {"domain": [self.first, self.last], "range": reach, "nice": False, "zero": False}
        return shown("x", f"{field}:Q", scale=scale, axis=None)


def in_lanes(
    spells: pd.DataFrame, levels: Sequence[str], *, events: bool, ratings: bool
) -> tuple[str, ...]:
    """Events on top, then levels from high to low, ratings below."""
    held = dict.fromkeys(level_names(spells))
    known = [level for level in reversed(levels) if level in held]
    rest = [level for level in held if level not in known]
    return (*([EVENTS] if events else []), *known, *rest, *([RATINGS] if ratings else []))


def level_names(spells: pd.DataFrame) -> list[str]:
    """The level of each spell in words."""
    return [LEVEL_NOT_KNOWN if pd.isna(level) else str(level) for level in spells["level"]]

"""Flagged and not, left and stayed: counts, and the figures that follow from them."""

import math
from dataclasses import dataclass

from scipy.special import ndtri

_Z = float(ndtri(0.975))


@dataclass(frozen=True, slots=True)
class Interval:
    """An interval of 95 %; both ends are not a number where it can't be told."""

    low: float
    high: float

    def holds(self, value: float) -> bool:
        """Whether a value lies inside."""
        return self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class Counts:
    """People on past days: flagged or not, and whether they left within the follow-up.

    flagged_left, flagged_stayed, other_left, other_stayed are person-dates about whom the rule
    says yes or no; `unknown` are those about whom it can't tell.
    """

    flagged_left: int
    flagged_stayed: int
    other_left: int
    other_stayed: int
    unknown: int = 0

    @property
    def people(self) -> int:
        """Person-dates that the rule says yes or no to."""
        return self.flagged + self.other_left + self.other_stayed

    @property
    def flagged(self) -> int:
        """Person-dates that were flagged."""
        return self.flagged_left + self.flagged_stayed

    @property
    def left(self) -> int:
        """Person-dates that left within the follow-up."""
        return self.flagged_left + self.other_left

    @property
    def base(self) -> float:
        """Share of all that left."""
        return _share(self.left, self.people)

    @property
    def precision(self) -> float:
        """Share of the flagged that left."""
        return _share(self.flagged_left, self.flagged)

    @property
    def recall(self) -> float:
        """Share of those that left who had been flagged."""
        return _share(self.flagged_left, self.left)

    @property
    def flag_rate(self) -> float:
        """Share of all that were flagged."""
        return _share(self.flagged, self.people)

    @property
    def lift(self) -> float:
        """How often the flagged left, compared with everybody: precision / base.

        >>> round(Counts(23, 157, 214, 1076).lift, 2)
        0.79
        """
        return _ratio(self.precision, self.base)

    @property
    def risk_ratio(self) -> float:
        """How often the flagged left, compared with the others."""
        return _ratio(self.precision, _share(self.other_left, self.other_left + self.other_stayed))


def wilson(count: int, of: int) -> Interval:
    """The Wilson score interval of a share.

    >>> round(wilson(23, 180).low, 3), round(wilson(23, 180).high, 3)
    (0.087, 0.184)
    """
    if not of:
        return Interval(math.nan, math.nan)
    share, z2 = count / of, _Z * _Z
    centre = share + z2 / (2 * of)
    spread = _Z * math.sqrt(share * (1 - share) / of + z2 / (4 * of * of))
    low, high = (centre - spread) / (1 + z2 / of), (centre + spread) / (1 + z2 / of)
    return Interval(low if count else 0.0, high if count < of else 1.0)


def _share(count: int, of: int) -> float:
    return count / of if of else math.nan


def _ratio(over: float, under: float) -> float:
    return over / under if under > 0 else math.nan

"""Means of groups, drawn towards the common mean by as much as chance could have moved them.

As in methods, "Estimators", but the variance between groups is not taken as known: what it may be
is weighed (Gelman 2006, flat in its root), or intervals would be far too narrow where groups are
few or alike. Ratings are taken as given, on one scale.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]

_WIDEST, _STEPS = 1.5, 40
"""True means may differ by up to so many standard deviations inside groups; tried in so many steps.
"""


@dataclass(frozen=True)
class Sums:
    """Of each group: how many values, their sum and the sum of their squares."""

    count: Numbers
    total: Numbers
    squares: Numbers

    @classmethod
    def of(cls, group: npt.NDArray[np.int64], values: Numbers) -> "Sums":
        """Of values, each in the group of that code."""
        count, total, squares = (
            np.bincount(group, values**power).astype(np.float64) for power in (0, 1, 2)
        )
        return cls(count, total, squares)

    @property
    def mean(self) -> Numbers:
        """The mean of each group."""
        return self.total / self.count

    @cached_property
    def within(self) -> float:
        """The variance inside groups; 0 where no group has two values."""
        people, held = float(self.count.sum()), len(self.count)
        if people <= held:
            return 0.0
        around = np.maximum(self.squares - self.total**2 / self.count, 0.0)
        return float(around.sum()) / (people - held)

    @property
    def share_between(self) -> float:
        """The share of all variance that lies between the true means of groups (ICC 1).

        By the moments of a one-way layout with groups of any size; never below 0.
        """
        people, held = float(self.count.sum()), len(self.count)
        if people <= held or held < 2:
            return 0.0
        grand = self.total.sum() / people
        among = float((self.count * (self.mean - grand) ** 2).sum()) / (held - 1)
        usual = (people - float((self.count**2).sum()) / people) / (held - 1)
        between = max(0.0, (among - self.within) / usual)
        return between / (between + self.within) if between else 0.0


@dataclass(frozen=True)
class Shrunk:
    """What remains of each group, and how sure that is.

    common: the mean that groups are drawn to. mean: of each group, drawn to it. sd: how far its
    true mean may lie from that, one standard deviation.
    """

    common: float
    mean: Numbers
    sd: Numbers


def shrunk(groups: Sums) -> Shrunk:
    """Draw the means of groups to the common mean; each group has a value or more.

    Where nothing differs inside groups, nothing is chance and the means stay as they are.
    """
    if not groups.within:
        return Shrunk(_common(groups), groups.mean, np.zeros(len(groups.count)))
    noise, own = groups.within / groups.count, groups.mean
    between = np.linspace(0.0, _WIDEST * np.sqrt(groups.within), _STEPS)[:, None] ** 2
    spread = noise + between
    precision = (1.0 / spread).sum(axis=1, keepdims=True)
    common = (own / spread).sum(axis=1, keepdims=True) / precision
    likely = _likely(spread, own - common, precision)
    drawn = noise / spread
    mean = own - drawn * (own - common)
    variance = between * drawn + drawn**2 / precision
    found = (likely * mean).sum(axis=0)
    spread_of_means = (likely * (variance + (mean - found) ** 2)).sum(axis=0)
    return Shrunk(float((likely * common).sum()), found, np.sqrt(spread_of_means))


def _common(groups: Sums) -> float:
    return float(groups.total.sum() / groups.count.sum())


def _likely(spread: Numbers, apart: Numbers, precision: Numbers) -> Numbers:
    """How likely each of the variances tried is, given the means; they sum to 1."""
    fit = -0.5 * (np.log(spread) + apart**2 / spread).sum(axis=1, keepdims=True)
    fit = fit - 0.5 * np.log(precision)
    weight: Numbers = np.exp(fit - fit.max())
    found: Numbers = weight / weight.sum()
    return found

"""How far each rater's ratings lie from everybody else's on comparable people, and by what chance.

Source: methods, "Estimators": leave-one-out, adjusted for level and job family, Holm over all
raters with enough ratings, on the ratings and on their ridits.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from scipy import stats

Codes = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.float64]
Marks = npt.NDArray[np.bool_]

PEERS_FROM = 10
"""So many people rated by others make a level and job family comparable; else the level, else all.

Source: methods, "Estimators": cell means from 10 on.
"""


@dataclass(frozen=True)
class Given:
    """Ratings given, one place for each rater, cell and value: how many people.

    rater, cell and level are codes from 0; a cell is a level and a job family.
    """

    rater: Codes
    cell: Codes
    level: Codes
    value: Numbers
    people: Numbers

    @cached_property
    def raters(self) -> int:
        """How many raters there are."""
        return int(self.rater.max(initial=-1)) + 1

    @cached_property
    def rated(self) -> Numbers:
        """How many people each rater has rated."""
        return _summed(self.rater, self.people, self.raters)

    @cached_property
    def ridits(self) -> "Given":
        """The same with each value as its ridit: the share rated lower, and half of those equal."""
        value, at = np.unique(self.value, return_inverse=True)
        share = _summed(at, self.people, len(value)) / self.people.sum()
        ridit = np.cumsum(share) - share / 2
        return Given(self.rater, self.cell, self.level, ridit[at], self.people)


@dataclass(frozen=True)
class Deviations:
    """For each rater: mean distance to the ratings others give comparable people, and its chance.

    size: in the unit of the values. error: its standard error. chance: two-sided, of a distance
    at least as large were the rater like all others. by_cell: the share of people compared
    within their own level and job family.
    """

    size: Numbers
    error: Numbers
    chance: Numbers
    by_cell: Numbers


def deviations(given: Given) -> Deviations:
    """Compare each rater with all others; a rater without any others has no deviation."""
    peers = Peers(given)
    size = given_mean(given) - peers.expected(given.value)
    spread = 1.0 / given.rated + peers.share_of_error
    left, free = _around_cells(given)
    with np.errstate(divide="ignore", invalid="ignore"):
        variance = np.maximum(left - size**2 / spread, 0.0) / max(free - 1, 1)
        error = np.sqrt(variance * spread)
        chance = 2.0 * stats.t.sf(np.abs(size) / error, max(free - 1, 1))
    chance = np.where(np.isfinite(chance), chance, np.where(size == 0.0, 1.0, 0.0))
    return Deviations(size, error, np.where(np.isnan(size), 1.0, chance), peers.by_cell)


def given_mean(given: Given) -> Numbers:
    """The mean rating of each rater."""
    return _summed(given.rater, given.people * given.value, given.raters) / given.rated


def holm(chances: Numbers) -> Numbers:
    """Chances corrected for how many were looked at (Holm 1979).

    >>> holm(np.array([0.01, 0.04, 0.03])).round(2).tolist()
    [0.03, 0.06, 0.06]
    """
    order = np.argsort(chances, kind="stable")
    times = np.arange(len(chances), 0, -1)
    found = np.empty(len(chances))
    found[order] = np.minimum(np.maximum.accumulate(chances[order] * times), 1.0)
    return found


class Peers:
    """What others give to people like those whom a rater has rated.

    share_of_error: by rater, the variance of that mean in variances of one rating. by_cell: the
    share of a rater's people that are compared within their own cell.
    """

    def __init__(self, given: Given) -> None:
        self.given = given
        cells = int(given.cell.max(initial=-1)) + 1
        pairs, self.at = np.unique(given.rater * cells + given.cell, return_inverse=True)
        self.rater, cell = pairs // cells, pairs % cells
        level = np.zeros(cells, np.int64)
        level[given.cell] = given.level
        self.pools = [_Pool(pool, self.rater) for pool in (cell, level[cell], np.zeros_like(cell))]
        own = _summed(self.at, given.people, len(pairs))
        self.others = [pool.of_others(own) for pool in self.pools]
        self.enough = [people >= PEERS_FROM for people in self.others[:2]]
        self.weight = own / given.rated[self.rater]
        self.by_cell = _summed(self.rater, self.weight * self.enough[0], given.raters)

    def expected(self, values: Numbers) -> Numbers:
        """The mean that others have of these values, for each rater's mix of people."""
        total = _summed(self.at, self.given.people * values, len(self.rater))
        with np.errstate(divide="ignore", invalid="ignore"):
            means = [
                pool.of_others(total) / people
                for pool, people in zip(self.pools, self.others, strict=True)
            ]
        mean = np.select(self.enough, means[:2], means[2])
        return _summed(self.rater, self.weight * mean, self.given.raters)

    @cached_property
    def share_of_error(self) -> Numbers:
        """Pairs compared within one pool share its error."""
        cell, level, _ = (pool.pool for pool in self.pools)
        cells = int(cell.max(initial=-1)) + 1
        pool = np.select(self.enough, [cell + 1, cells + level + 1], 0)
        people = np.select(self.enough, self.others[:2], self.others[2])
        key = self.rater * (2 * cells + 1) + pool
        _, first, at = np.unique(key, return_index=True, return_inverse=True)
        with np.errstate(divide="ignore"):
            error = _summed(at, self.weight, len(first)) ** 2 / people[first]
        return _summed(self.rater[first], error, self.given.raters)


class _Pool:
    """Pairs of rater and cell within the people they may be compared on."""

    def __init__(self, pool: Codes, rater: Codes) -> None:
        self.pool = pool
        self.held = int(pool.max(initial=-1)) + 1
        _, self.own = np.unique(rater * self.held + pool, return_inverse=True)

    def of_others(self, values: Numbers) -> Numbers:
        """For each pair the sum over its pool, without the same rater."""
        everyone = _summed(self.pool, values, self.held)[self.pool]
        own: Numbers = _summed(self.own, values, int(self.own.max(initial=-1)) + 1)[self.own]
        return everyone - own


def _around_cells(given: Given) -> tuple[float, int]:
    """The sum of squares around the means of cells, and its degrees of freedom."""
    cells = int(given.cell.max(initial=-1)) + 1
    people = _summed(given.cell, given.people, cells)
    total = _summed(given.cell, given.people * given.value, cells)
    squares = float((given.people * given.value**2).sum())
    held = people > 0
    left = squares - float((total[held] ** 2 / people[held]).sum())
    return max(left, 0.0), int(people.sum()) - int(held.sum())


def _summed(at: Codes, values: Numbers, length: int) -> Numbers:
    return np.bincount(at, values, length).astype(np.float64)

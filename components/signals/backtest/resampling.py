"""Resampling people: how far figures would move in another draw of the same company.

A person counts on several days, so whole people are drawn, with all their days. People with the
same record are interchangeable; drawing how often each distinct record comes is the same as
drawing people one by one, and far quicker.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from components.signals.backtest.counts import Interval
from components.signals.backtest.person_dates import Compared

Totals = npt.NDArray[np.float64]

_SEED, _AT_ONCE = 20_260_630, 4_000_000
"""Always the same draws: equal input gives equal figures."""


@dataclass(frozen=True)
class Records:
    """Distinct records of people: how many people have each, and which cells each fills.

    cells has the shape (records, strata × 4).
    """

    people: npt.NDArray[np.int64]
    cells: Totals

    @property
    def strata(self) -> int:
        """How many strata the cells are of."""
        return int(self.cells.shape[1]) // 4

    def whole(self) -> Totals:
        """The cells of everybody, shape (strata, 4)."""
        found: Totals = (self.people @ self.cells).reshape(self.strata, 4)
        return found

    def resampled(self, times: int) -> Iterator[Totals]:
        """Cells of so many draws of as many people, shape (draws, strata, 4), in parts."""
        chance = np.random.default_rng(_SEED)
        total = int(self.people.sum())
        part = max(1, _AT_ONCE // max(len(self.people), 1))
        for done in range(0, times, part):
            draws = min(part, times - done)
            how_often = chance.multinomial(total, self.people / max(total, 1), size=draws)
            yield (how_often @ self.cells).reshape(draws, self.strata, 4)


def records(of: Compared) -> Records:
    """The distinct records of the people compared."""
    cell = of.of.stratum * 4 + of.flagged * 2 + of.left
    order = np.lexsort((cell, of.of.person))
    person, cell = of.of.person[order], cell[order]
    width = int(cell.max()) // 4 * 4 + 4 if len(cell) else 4
    begins = np.flatnonzero(np.diff(person, prepend=-1))
    if not len(cell):
        return Records(np.zeros(1, np.int64), np.zeros((1, width)))
    lengths = np.diff(np.append(begins, len(person)))
    within = np.arange(len(person)) - np.repeat(begins, lengths)
    wide = np.full((len(begins), int(lengths.max())), -1, np.int64)
    wide[np.repeat(np.arange(len(begins)), lengths), within] = cell
    distinct, people = np.unique(wide, axis=0, return_counts=True)
    cells = np.zeros((len(distinct), width))
    rows, places = np.nonzero(distinct >= 0)
    np.add.at(cells, (rows, distinct[rows, places]), 1.0)
    return Records(people.astype(np.int64), cells)


def percentiles(values: Totals) -> Interval:
    """The middle 95 % of resampled figures; draws without a figure are left out."""
    known = values[np.isfinite(values)]
    if not len(known):
        return Interval(float("nan"), float("nan"))
    low, high = np.percentile(known, [2.5, 97.5]).tolist()
    return Interval(low, high)

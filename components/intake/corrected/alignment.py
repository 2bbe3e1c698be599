"""Which row of a corrected copy is which row of the file that is held, wherever it stands now.

First rows that are equal; then, of what is left, rows with the same value in a column that tells
rows apart, rows that stand between the same neighbours, and rows of which all cells but one are
equal; last rows with the same key of which little else is left. Rows that nothing ties to one
another are taken as removed and as added.
"""

import numpy as np
import numpy.typing as npt

from components.intake.corrected.grids import Codes, Grids, is_filled
from components.intake.corrected.matching import (
    alike,
    but_one_cell,
    in_turn,
    longest_rising,
    once_on_each_side,
)

TELLS_APART = 0.9
"""A column tells rows apart where so many of its filled cells are different ones."""
_FILLED = 0.5
_MOST_BUT_ONE = 60
"""In wider sheets rows are not looked for by all cells but one."""

Pairs = npt.NDArray[np.int64]


def aligned(grids: Grids, *, surely: bool = False) -> Pairs:
    """Pairs of places (before, after) of rows that are the same row, by the place before.

    Empty rows are in no pair. surely: it is known that one sheet is a copy of the other, so that
    rows at the same place among the others are the same row, however much of them is changed.
    """
    pairing = _Pairing(grids)
    pairing.add(*in_turn(*pairing.free_rows()))
    keys = _key_columns(grids)
    for column in keys:
        pairing.add_by(column, surely=False)
    pairing.add_neighbours()
    pairing.add_but_one_cell()
    for column in keys[:1]:
        pairing.add_by(column, surely=True)
    if surely and (not keys or pairing.mostly_free):
        pairing.add_neighbours(surely=True)
    return pairing.pairs()


def moved(pairs: Pairs) -> int:
    """How many rows stand elsewhere among the others than before."""
    return len(pairs) - len(longest_rising(pairs[:, 1]))


class _Pairing:
    """Rows that have a partner, and those that are still free."""

    def __init__(self, grids: Grids) -> None:
        self._grids = grids
        self._free = [is_filled(cells) for cells in grids.cells]
        self._found: list[Pairs] = []

    def free(self) -> tuple[Codes, Codes]:
        """Places of the free rows of either side."""
        return np.flatnonzero(self._free[0]), np.flatnonzero(self._free[1])

    @property
    def mostly_free(self) -> bool:
        """Whether fewer than half of the rows have a partner yet."""
        paired = sum(len(found) for found in self._found)
        return paired < min(len(free) for free in self.free())

    def free_rows(self) -> tuple[Codes, Codes]:
        """Numbers of the free rows of either side."""
        return self._grids.rows[0][self._free[0]], self._grids.rows[1][self._free[1]]

    def pairs(self) -> Pairs:
        """What was found, by the place before."""
        found = np.concatenate(self._found)
        ordered: Pairs = found[np.argsort(found[:, 0])]
        return ordered

    def add(self, then: Codes, now: Codes, *, surely: bool = True) -> None:
        """Pair free rows, named by their place among the free ones; unless sure, only alike."""
        before, after = self.free()
        found = np.column_stack([before[then], after[now]])
        if not surely:
            cells = self._grids.cells
            found = found[alike(cells[0][found[:, 0]], cells[1][found[:, 1]])]
        self._found.append(found)
        for side in (0, 1):
            self._free[side][found[:, side]] = False

    def add_by(self, column: int, *, surely: bool) -> None:
        """Pair free rows by a value of this column that stands once on each side."""
        then, now = (
            cells[free, column] for cells, free in zip(self._grids.cells, self._free, strict=True)
        )
        self.add(*once_on_each_side(then, now), surely=surely)

    def add_neighbours(self, *, surely: bool = False) -> None:
        """Pair free rows that are as many between the same two rows; unless sure, only alike."""
        pairs = self.pairs()
        kept = pairs[longest_rising(pairs[:, 1])]
        then, now = (np.searchsorted(kept[:, side], free) for side, free in enumerate(self.free()))
        counts = [np.bincount(gaps, minlength=len(kept) + 1) for gaps in (then, now)]
        same = counts[0] == counts[1]
        self.add(
            *in_turn(np.where(same[then], then, -1), np.where(same[now], now, -2)), surely=surely
        )

    def add_but_one_cell(self) -> None:
        """Pair free rows that differ in one cell, the last columns first."""
        if self._grids.cells[0].shape[1] > _MOST_BUT_ONE:
            return
        for column in range(self._grids.cells[0].shape[1])[::-1]:
            if not all(free.any() for free in self._free):
                return
            then, now = (
                but_one_cell(cells[free], column)
                for cells, free in zip(self._grids.cells, self._free, strict=True)
            )
            self.add(*once_on_each_side(then, now), surely=False)


def _key_columns(grids: Grids) -> list[int]:
    """Columns that tell rows apart, from the left."""
    width = grids.cells[0].shape[1]
    return [at for at in range(width) if all(_tells_apart(cells[:, at]) for cells in grids.cells)]


def _tells_apart(column: Codes) -> bool:
    filled = column[column >= 0]
    if len(filled) < _FILLED * len(column) or not len(filled):
        return False
    return len(np.unique(filled)) >= TELLS_APART * len(filled)


__all__ = ["Pairs", "aligned", "moved"]

"""Whether a sheet is a corrected copy of one that is held, and of which."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from components.intake.corrected.alignment import Pairs, aligned
from components.intake.corrected.grids import Codes, Grids, laid_over
from components.tables.sheets import Sheet

MOSTLY = 0.5
"""A copy has more than this share of its rows unchanged …"""
CELLS = 0.6
"""… or, where it has few rows or names the file it is of, this share of its cells."""
_FEW_ROWS = 40
_THROUGHOUT = 0.9
"""A column of which more is different speaks of another cycle or month, not of corrections."""
_HEAD = 20
"""The header stands among so many first rows."""


@dataclass(frozen=True)
class Original:
    """The sheet that a copy is of, both laid over each other, and which row is which."""

    sheet: Sheet
    grids: Grids
    pairs: Pairs


def copy_of(copy: Sheet, held: Sequence[Sheet], named: str = "") -> Original | None:
    """The held sheet of which this is a copy; None where it is of none.

    named: the file that the copy's own list of problems names, empty where it has none.
    """
    laid = [(sheet, laid_over(sheet, copy)) for sheet in held]
    laid = [(sheet, grids) for sheet, grids in laid if _same_header(grids)]
    ranked = sorted(
        laid,
        key=lambda one: (
            one[0].file == named,
            one[1].equal_share,
            one[0].name == copy.name,
            one[0].file == copy.file,
        ),
        reverse=True,
    )
    for sheet, grids in ranked:
        pairs = aligned(grids)
        if grids.equal_share > MOSTLY or _few_cells_differ(grids, pairs, sheet.file == named):
            return Original(sheet, grids, pairs)
    return None


def _few_cells_differ(grids: Grids, pairs: Pairs, is_named: bool) -> bool:
    most = min(len(cells) for cells in grids.cells)
    if not is_named and most > _FEW_ROWS:
        return False
    then, now = grids.cells[0][pairs[:, 0]], grids.cells[1][pairs[:, 1]]
    equal = (then == now) & (then >= 0)
    filled = max(int((cells >= 0).sum()) for cells in grids.cells)
    if not filled or equal.sum() < CELLS * filled:
        return False
    return is_named or not _column_replaced(then, now)


def _column_replaced(then: Codes, now: Codes) -> bool:
    """Whether a column differs throughout, its header apart."""
    filled = (then >= 0) | (now >= 0)
    differ = ((then != now) & filled).sum(axis=0)
    return bool((differ > np.maximum(_THROUGHOUT * (filled.sum(axis=0) - 1), 1)).any())


def _same_header(grids: Grids) -> bool:
    """Among the first rows of both, one is equal and fills at least half of the columns."""
    heads = [
        (rows[:_HEAD], cells[:_HEAD]) for rows, cells in zip(grids.rows, grids.cells, strict=True)
    ]
    wide = [_wide(rows, cells) for rows, cells in heads]
    return bool(wide[0] & wide[1])


def _wide(rows: Codes, cells: Codes) -> set[int]:
    filled = (cells >= 0).sum(axis=1)
    most = filled.max(initial=0)
    return {
        int(row) for row, count in zip(rows, filled, strict=True) if count and 2 * count >= most
    }

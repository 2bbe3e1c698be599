"""Whether a sheet is a corrected copy of one that is held, and of which."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from components.intake.corrected.alignment import Pairs, aligned
from components.intake.corrected.columns import HEAD, by_header, in_place
from components.intake.corrected.grids import Codes, Grids, laid_over
from components.tables.problem_sheet import TEXT_SHEET
from components.tables.sheets import Sheet

MOSTLY = 0.5
"""A copy has more than this share of its rows unchanged …"""
CELLS = 0.6
"""… or, where it has few rows or names the file it is of, this share of its cells."""
_FEW_ROWS = 40
_THROUGHOUT = 0.9
"""A column of which more is different speaks of another cycle or month, not of corrections."""


@dataclass(frozen=True)
class Original:
    """The sheet that a copy is of, both laid over each other, and which row is which."""

    sheet: Sheet
    grids: Grids
    pairs: Pairs


@dataclass(frozen=True)
class Listed:
    """What the copy's own list of problems says: the file it is of; surely where its state fits."""

    file: str = ""
    surely: bool = False


UNLISTED = Listed()


def copy_of(copy: Sheet, held: Sequence[Sheet], listed: Listed = UNLISTED) -> Original | None:
    """The held sheet of which this is a copy; None where it is of none.

    Columns stand where they stood, except in the file that the copy's list names.
    """
    laid = [(sheet, _laid_over(sheet, copy, listed)) for sheet in held]
    if listed.surely:
        return _surely(copy, [(sheet, grids) for sheet, grids in laid if sheet.file == listed.file])
    laid = [(sheet, grids) for sheet, grids in laid if _same_header(grids)]
    ranked = sorted(
        laid,
        key=lambda one: (
            one[0].file == listed.file,
            one[1].equal_share,
            one[0].name == copy.name,
            one[0].file == copy.file,
        ),
        reverse=True,
    )
    for sheet, grids in ranked:
        pairs = aligned(grids)
        if grids.equal_share > MOSTLY or _few_cells_differ(grids, pairs, sheet.file == listed.file):
            return Original(sheet, grids, pairs)
    return None


def _laid_over(sheet: Sheet, copy: Sheet, listed: Listed) -> Grids:
    is_named = sheet.file == listed.file
    return laid_over(sheet, copy, by_header(sheet, copy) if is_named else in_place(sheet, copy))


def _surely(copy: Sheet, laid: Sequence[tuple[Sheet, Grids]]) -> Original | None:
    """The sheet of that name, else the one whose header the copy has for the most part.

    However much of its cells is changed.
    """
    by_name = [(sheet, grids) for sheet, grids in laid if _name(sheet) == _name(copy)]
    alike = [(sheet, grids) for sheet, grids in laid if grids.columns.known >= MOSTLY]
    ranked = by_name or sorted(alike, key=lambda one: one[1].equal_share, reverse=True)
    return next((Original(*one, aligned(one[1], surely=True)) for one in ranked), None)


def _name(sheet: Sheet) -> str:
    """The sheet's name; that under which the sheet of a text file is given back."""
    return sheet.name or TEXT_SHEET


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
        (rows[:HEAD], cells[:HEAD]) for rows, cells in zip(grids.rows, grids.cells, strict=True)
    ]
    wide = [_wide(rows, cells) for rows, cells in heads]
    return bool(wide[0] & wide[1])


def _wide(rows: Codes, cells: Codes) -> set[int]:
    filled = (cells >= 0).sum(axis=1)
    most = filled.max(initial=0)
    return {
        int(row) for row, count in zip(rows, filled, strict=True) if count and 2 * count >= most
    }

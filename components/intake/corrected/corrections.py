"""What differs between files that are held and a corrected copy of them, cell by cell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np
import pyarrow as pa

from components.intake.corrected.alignment import Pairs, moved
from components.intake.corrected.copies import copy_of
from components.intake.corrected.grids import Codes, Grids, is_filled
from components.tables.sheets import Sheet

_NOT_SAID: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell: its address in the copy, its address before, the texts then and now."""

    file: str
    sheet: str
    address: str
    address_before: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that was added (row number in the copy) or removed (row number before)."""

    file: str
    sheet: str
    row: int
    texts: tuple[str | None, ...]


@dataclass(frozen=True)
class SheetCorrections:
    """A sheet that is held, its corrected copy, and which row is which (row numbers).

    `moved` counts the rows that stand elsewhere among the others.
    """

    before: Sheet
    after: Sheet
    cells: tuple[CellChange, ...]
    added: tuple[RowChange, ...]
    removed: tuple[RowChange, ...]
    moved: int = 0
    rows: Mapping[int, int] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class Corrections:
    """Sheets that are corrected copies, sheets that are none, and held sheets that lack a copy.

    `missing` are sheets of a file of which another sheet has come back corrected.
    """

    sheets: tuple[SheetCorrections, ...]
    others: tuple[Sheet, ...]
    missing: tuple[Sheet, ...] = ()

    @property
    def cells(self) -> tuple[CellChange, ...]:
        """All cells that changed."""
        return tuple(cell for one in self.sheets for cell in one.cells)

    @property
    def added(self) -> tuple[RowChange, ...]:
        """All rows that were added."""
        return tuple(row for one in self.sheets for row in one.added)

    @property
    def removed(self) -> tuple[RowChange, ...]:
        """All rows that were removed."""
        return tuple(row for one in self.sheets for row in one.removed)

    @property
    def files(self) -> dict[str, str]:
        """Name of a corrected file → name of the file that is held, which it stands for."""
        return {one.after.file: one.before.file for one in self.sheets}

    @property
    def sentence(self) -> str:
        """For the screen: how much changed. Empty where nothing is a corrected copy."""
        if not self.sheets:
            return ""
        rows_moved = sum(one.moved for one in self.sheets)
        said = [
            _counted(len(self.cells), "cell changed", "cells changed"),
            _counted(len(self.added), "row added", "rows added"),
            _counted(len(self.removed), "row removed", "rows removed"),
            _counted(rows_moved, "row stands elsewhere", "rows stand elsewhere"),
            _counted(len(self.missing), "sheet is not in it", "sheets are not in it"),
        ]
        found = ", ".join(filter(None, said))
        return f"{found}; everything else is the same." if found else "Everything is the same."


def corrections(
    before: Sequence[Sheet], after: Sequence[Sheet], named: Mapping[str, str] = _NOT_SAID
) -> Corrections:
    """Find the sheets of `after` that are copies of one in `before`, and what differs.

    A copy has a header row equal in every column, and most rows equal; names do not count
    except between several that would do. Each held sheet has one copy at most. named: file of
    `after` → file of `before` that its list of problems names (`named_originals`); of such a
    file fewer rows need to be equal.
    """
    left = list(before)
    pairs, others = [], []
    for sheet in after:
        original = copy_of(sheet, left, named.get(sheet.file, ""))
        if original is None:
            others.append(sheet)
            continue
        left.remove(original.sheet)
        pairs.append(_differences(original.sheet, sheet, original.grids, original.pairs))
    files = {one.before.file for one in pairs}
    missing = (one for one in left if one.file in files and one.rows)
    return Corrections(tuple(pairs), tuple(others), tuple(missing))


def _differences(before: Sheet, after: Sheet, grids: Grids, pairs: Pairs) -> SheetCorrections:
    was, is_now = pairs[:, 0] + before.first_row, pairs[:, 1] + after.first_row
    return SheetCorrections(
        before,
        after,
        cells=tuple(_cells(before, after, grids, pairs)),
        added=tuple(_unpaired(after, grids, pairs[:, 1], grids.cells[1])),
        removed=tuple(_unpaired(before, grids, pairs[:, 0], grids.cells[0])),
        moved=moved(pairs),
        rows=dict(zip(was.tolist(), is_now.tolist(), strict=True)),
    )


def _cells(before: Sheet, after: Sheet, grids: Grids, pairs: Pairs) -> Iterator[CellChange]:
    """In reading order of the copy."""
    changed = pairs[grids.rows[0][pairs[:, 0]] != grids.rows[1][pairs[:, 1]]]
    changed = changed[np.argsort(changed[:, 1])]
    differ = grids.cells[0][changed[:, 0]] != grids.cells[1][changed[:, 1]]
    then, now = (
        _texts(sheet, grids, changed[:, side]) for side, sheet in enumerate((before, after))
    )
    for place, across in zip(*(at.tolist() for at in np.nonzero(differ)), strict=True):
        was, is_now = changed[place].tolist()
        column = grids.first_column + across
        yield CellChange(
            after.file,
            after.name,
            after.address(is_now + after.first_row, column),
            before.address(was + before.first_row, column),
            then[across][place],
            now[across][place],
        )


def _unpaired(sheet: Sheet, grids: Grids, paired: Codes, cells: Codes) -> Iterator[RowChange]:
    alone = is_filled(cells)
    alone[paired] = False
    rows = np.flatnonzero(alone)
    texts = zip(*_texts(sheet, grids, rows), strict=True)
    for row, said in zip((rows + sheet.first_row).tolist(), texts, strict=True):
        yield RowChange(sheet.file, sheet.name, row, said)


def _texts(sheet: Sheet, grids: Grids, rows: Codes) -> list[list[str | None]]:
    """The texts of these rows by column, in the columns that both sheets are laid over."""
    places = pa.array(rows)
    across = range(grids.first_column, grids.first_column + grids.cells[0].shape[1])
    held = [column - sheet.first_column for column in across]
    return [
        sheet.text.column(at).take(places).to_pylist()
        if 0 <= at < sheet.columns
        else [None] * len(rows)
        for at in held
    ]


def _counted(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}" if count else ""

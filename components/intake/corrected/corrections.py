"""What differs between files that are held and a corrected copy of them, cell by cell."""

from collections.abc import Container, Iterator, Mapping, Sequence
from types import MappingProxyType

import numpy as np
import pyarrow as pa

from components.intake.corrected.alignment import Pairs, moved
from components.intake.corrected.changed import (
    CellChange,
    ColumnChange,
    Corrections,
    RowChange,
    SheetCorrections,
)
from components.intake.corrected.copies import Listed, copy_of
from components.intake.corrected.grids import Codes, Grids, is_filled
from components.tables.sheets import Sheet, column_letter

_NOT_SAID: Mapping[str, str] = MappingProxyType({})


def corrections(
    before: Sequence[Sheet],
    after: Sequence[Sheet],
    named: Mapping[str, str] = _NOT_SAID,
    surely: Container[str] = (),
) -> Corrections:
    """Find the sheets of `after` that are copies of one in `before`, and what differs.

    A copy has a header row equal in every column, and most rows equal; names do not count
    except between several that would do. Each held sheet has one copy at most. named: file of
    `after` → file of `before` that its list of problems names (`named_originals`); of such a
    file fewer rows need to be equal. surely: files of `after` whose list names the very state
    that is held: they are copies whatever was changed, columns included.
    """
    left = list(before)
    pairs, others = [], []
    for sheet in after:
        listed = Listed(named.get(sheet.file, ""), sheet.file in surely)
        original = copy_of(sheet, left, listed)
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
        added=tuple(_unpaired(after, pairs[:, 1], grids.cells[1])),
        removed=tuple(_unpaired(before, pairs[:, 0], grids.cells[0])),
        moved=moved(pairs),
        rows=dict(zip(was.tolist(), is_now.tolist(), strict=True)),
        columns=dict(grids.columns.pairs),
        columns_added=tuple(_columns(after, grids.columns.added, grids.columns.heads[1])),
        columns_removed=tuple(_columns(before, grids.columns.removed, grids.columns.heads[0])),
    )


def _columns(sheet: Sheet, columns: Sequence[int], head: int) -> Iterator[ColumnChange]:
    for at in columns:
        header = sheet.quote(head + sheet.first_row, at) or ""
        yield ColumnChange(sheet.file, sheet.name, column_letter(at), header)


def _cells(before: Sheet, after: Sheet, grids: Grids, pairs: Pairs) -> Iterator[CellChange]:
    """In reading order of the copy."""
    changed = pairs[grids.rows[0][pairs[:, 0]] != grids.rows[1][pairs[:, 1]]]
    changed = changed[np.argsort(changed[:, 1])]
    differ = grids.cells[0][changed[:, 0]] != grids.cells[1][changed[:, 1]]
    columns = grids.columns.pairs
    then, now = (
        _texts(sheet, [pair[side] for pair in columns], changed[:, side])
        for side, sheet in enumerate((before, after))
    )
    for place, across in zip(*(at.tolist() for at in np.nonzero(differ)), strict=True):
        was, is_now = changed[place].tolist()
        yield CellChange(
            after.file,
            after.name,
            after.address(is_now + after.first_row, columns[across][1]),
            before.address(was + before.first_row, columns[across][0]),
            then[across][place],
            now[across][place],
        )


def _unpaired(sheet: Sheet, paired: Codes, cells: Codes) -> Iterator[RowChange]:
    alone = is_filled(cells)
    alone[paired] = False
    rows = np.flatnonzero(alone)
    held = range(sheet.first_column, sheet.first_column + sheet.columns)
    texts = zip(*_texts(sheet, held, rows), strict=True)
    for row, said in zip((rows + sheet.first_row).tolist(), texts, strict=True):
        yield RowChange(sheet.file, sheet.name, row, said)


def _texts(sheet: Sheet, columns: Sequence[int], rows: Codes) -> list[list[str | None]]:
    """The texts of these rows by column; empty where the sheet doesn't hold the column."""
    places = pa.array(rows)
    held = [column - sheet.first_column for column in columns]
    return [
        sheet.text.column(at).take(places).to_pylist()
        if 0 <= at < sheet.columns
        else [None] * len(rows)
        for at in held
    ]

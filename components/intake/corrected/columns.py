"""Which column of a corrected copy is which column of the sheet that is held, by their headers."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import pyarrow as pa
import pyarrow.compute as pc

from components.tables.sheets import Sheet

NOWHERE = -1
HEAD = 20
"""The header stands among so many first rows."""
_SAME_VALUES = 0.5
"""A column under another name is the same where so many of its different values are."""

Pairs = tuple[tuple[int, int], ...]
"""Column indexes (A = 0), before and after, in the order of the columns before."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of both sheets that are the same, and those that only one of them has.

    `known` is the share of the held sheet's headers that the copy has too, `heads` the places of
    the two header rows.
    """

    pairs: Pairs
    removed: tuple[int, ...] = ()
    added: tuple[int, ...] = ()
    known: float = 1.0
    heads: tuple[int, int] = (0, 0)


def in_place(before: Sheet, after: Sheet) -> Columns:
    """Every column that either holds, where it stands."""
    first = min(before.first_column, after.first_column)
    end = max(one.first_column + one.columns for one in (before, after))
    return Columns(tuple((at, at) for at in range(first, end)))


def by_header(before: Sheet, after: Sheet) -> Columns:
    """By equal headers wherever they stand; by values where only the header is another one."""
    heads = _headers(before, after)
    named = [_named(head, sheet) for head, sheet in zip(heads, (before, after), strict=True)]
    found = {named[0][key]: named[1][key] for key in named[0] if key in named[1]}
    if not found:
        return replace(in_place(before, after), known=0.0)
    known = len(found) / len(named[0])
    free = [
        [at for at in _held(sheet) if at not in taken and _says(sheet, at)]
        for sheet, taken in zip((before, after), (found.keys(), {*found.values()}), strict=True)
    ]
    found |= _renamed(before, after, free, found)
    removed = tuple(at for at in free[0] if at not in found)
    added = tuple(at for at in free[1] if at not in found.values())
    return Columns(tuple(sorted(found.items())), removed, added, known, heads)


def _held(sheet: Sheet) -> range:
    return range(sheet.first_column, sheet.first_column + sheet.columns)


def _headers(before: Sheet, after: Sheet) -> tuple[int, int]:
    """The places of the two rows, among the first, that have the most texts in common."""
    rows = [
        [frozenset(filter(None, row.values())) for row in sheet.text.slice(0, HEAD).to_pylist()]
        for sheet in (before, after)
    ]
    common = {
        (then, now): len(one & other)
        for then, one in enumerate(rows[0])
        for now, other in enumerate(rows[1])
    }
    return max(common, key=lambda at: common[at], default=(0, 0))


def _named(row: int, sheet: Sheet) -> dict[tuple[str, int], int]:
    """Header and how often it stood before → column."""
    found: dict[tuple[str, int], int] = {}
    seen: Counter[str] = Counter()
    for at in _held(sheet):
        text = sheet.quote(row + sheet.first_row, at)
        if text:
            found[text, seen[text]] = at
            seen[text] += 1
    return found


def _renamed(
    before: Sheet, after: Sheet, free: Sequence[Sequence[int]], found: Mapping[int, int]
) -> dict[int, int]:
    """Free columns that stand behind the same column and hold mostly the same values."""
    renamed: dict[int, int] = {}
    for then in free[0]:
        behind = found.get(_left_of(then, found), NOWHERE)
        now = next(
            (
                one
                for one in free[1]
                if one not in renamed.values()
                and _left_of(one, found.values()) == behind
                and _alike(_column(before, then), _column(after, one))
            ),
            None,
        )
        renamed |= {} if now is None else {then: now}
    return renamed


def _left_of(at: int, known: Iterable[int]) -> int:
    return max((one for one in known if one < at), default=NOWHERE)


def _alike(then: pa.ChunkedArray, now: pa.ChunkedArray) -> bool:
    values = [pc.unique(one.drop_null()) for one in (then, now)]
    shared = pc.sum(pc.is_in(values[0], value_set=values[1])).as_py() or 0
    return bool(shared >= _SAME_VALUES * max(1, min(len(values[0]), len(values[1]))))


def _column(sheet: Sheet, at: int) -> pa.ChunkedArray:
    return sheet.text.column(at - sheet.first_column).cast(pa.string())


def _says(sheet: Sheet, at: int) -> bool:
    column = _column(sheet, at)
    return int(column.null_count) < len(column)

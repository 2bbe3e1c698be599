"""What differs between a file that is held and its corrected copy: cells, rows and columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from components.tables.sheets import Sheet


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


@dataclass(frozen=True, slots=True)
class ColumnChange:
    """A column that was added (letter in the copy) or removed (letter before), with its header."""

    file: str
    sheet: str
    letter: str
    header: str


@dataclass(frozen=True)
class SheetCorrections:
    """A sheet that is held, its corrected copy, and which row is which (row numbers).

    `moved` counts the rows that stand elsewhere among the others; `columns` says which column is
    which (A = 0).
    """

    before: Sheet
    after: Sheet
    cells: tuple[CellChange, ...]
    added: tuple[RowChange, ...]
    removed: tuple[RowChange, ...]
    moved: int = 0
    rows: Mapping[int, int] = field(default_factory=dict, repr=False)
    columns: Mapping[int, int] = field(default_factory=dict, repr=False)
    columns_added: tuple[ColumnChange, ...] = ()
    columns_removed: tuple[ColumnChange, ...] = ()


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
    def columns_added(self) -> tuple[ColumnChange, ...]:
        """All columns that were added."""
        return tuple(column for one in self.sheets for column in one.columns_added)

    @property
    def columns_removed(self) -> tuple[ColumnChange, ...]:
        """All columns that were removed."""
        return tuple(column for one in self.sheets for column in one.columns_removed)

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
            _named("column added", "columns added", self.columns_added),
            _named("column removed", "columns removed", self.columns_removed),
            _counted(len(self.missing), "sheet is not in it", "sheets are not in it"),
        ]
        found = ", ".join(filter(None, said))
        return f"{found}; everything else is the same." if found else "Everything is the same."


def _counted(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}" if count else ""


def _named(one: str, many: str, columns: Sequence[ColumnChange]) -> str:
    names = ", ".join(f"“{column.header or column.letter}”" for column in columns)
    return f"{_counted(len(columns), one, many)} ({names})" if columns else ""

"""What was uploaded, understood: canonical tables, and for each value the cell it came from."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from components.tables import columns as col
from components.tables.sheets import Sheet


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a value stands in the files, and the text that stands there."""

    file: str
    sheet: str
    address: str
    text: str | None

    @property
    def place(self) -> str:
        """The address in words.

        >>> Cell("roles.xlsx", "Roles", "D7", "5").place
        'roles.xlsx › Roles › D7'
        """
        return " › ".join(part for part in (self.file, self.sheet, self.address) if part)


@dataclass(frozen=True)
class Dataset:
    """One data version.

    tables: canonical name → frame with Arrow dtypes; every row also holds `person` (dense
    number, order of employee_id), `sheet` (index into sheets) and `row` (number that Excel
    shows). `persons` maps person to employee_id. `places` maps (sheet index, table, field) to
    the 0-based column. `last_day` is the newest day a fact is dated; `fingerprint` names this
    version: equal bytes, answers and settings give an equal fingerprint.
    """

    tables: Mapping[str, pd.DataFrame]
    persons: pd.DataFrame
    sheets: tuple[Sheet, ...]
    places: Mapping[tuple[int, str, str], int]
    last_day: date | None
    fingerprint: str

    def has(self, table: str, *fields: str) -> bool:
        """Whether the table was given and holds at least one value of each field."""
        frame = self.tables.get(table)
        if frame is None or frame.empty:
            return False
        return all(name in frame.columns and frame[name].notna().any() for name in fields)

    def cell(self, sheet: int, row: int, table: str, field: str) -> Cell:
        """The cell a field of a row was read from; the row itself where the field has none."""
        source = self.sheets[sheet]
        column = self.places.get((sheet, table, field))
        if column is None:
            return Cell(source.file, source.name, f"row {row}", None)
        return self.cell_at(sheet, row, column)

    def cell_at(self, sheet: int, row: int, column: int) -> Cell:
        """The cell at a row (as Excel counts) and a 0-based column."""
        source = self.sheets[sheet]
        return Cell(
            source.file, source.name, source.address(row, column), source.quote(row, column)
        )

    def numbers(self, employee_ids: Collection[str]) -> dict[str, int]:
        """Employee ID → person, of those that this version knows."""
        rows = self.persons[self.persons[col.EMPLOYEE_ID].isin(list(employee_ids))]
        return dict(zip(rows[col.EMPLOYEE_ID], rows[col.PERSON].astype(int), strict=True))

    @property
    def people_count(self) -> int:
        """Persons named anywhere in the data."""
        return len(self.persons)


BOOKKEEPING = (col.PERSON, col.SHEET, col.ROW)
"""Columns every canonical row carries besides its fields."""

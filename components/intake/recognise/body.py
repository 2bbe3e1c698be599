"""A sheet's table taken apart: its columns with header and sampled values, its last row."""

from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.compute as pc

from components.intake.recognise.evidence import Values, sample_of, values_of
from components.intake.recognise.footer import last_data_row
from components.intake.recognise.head import Head
from components.tables.sheets import Sheet, column_letter


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table; `index` counts from A = 0, `position` from the first held column."""

    index: int
    position: int
    header: str
    values: Values

    @property
    def letter(self) -> str:
        """The letters above the column."""
        return column_letter(self.index)

    @property
    def name(self) -> str:
        """What a person would call it: its header, else its letter."""
        return self.header or f"column {self.letter}"


@dataclass(frozen=True, slots=True)
class Body:
    """One sheet with its header found. Row positions count from the first held row."""

    number: int
    sheet: Sheet
    head: Head
    last: int
    columns: tuple[Column, ...] = field(repr=False)
    nameless: tuple[Column, ...] = ()

    @property
    def first(self) -> int:
        """Position of the first row of values."""
        return self.head.last + 1

    @property
    def rows(self) -> int:
        """How many rows of values there are."""
        return max(0, self.last - self.first + 1)

    @property
    def header_row(self) -> int:
        """Number of the last header row as a spreadsheet program shows it; 0 without one."""
        return 0 if self.head.last < 0 else self.head.last + self.sheet.first_row

    @property
    def names_row(self) -> int:
        """Number of the row with the names; of the first row where there is no header."""
        return max(self.head.names, 0) + self.sheet.first_row

    @property
    def last_row(self) -> int:
        """Number of the last row of values."""
        return self.last + self.sheet.first_row

    def all_of(self, column: Column) -> pa.ChunkedArray:
        """Every value of a column."""
        return self.sheet.text.column(column.position).slice(self.first, self.rows)

    def row_of(self, column: Column, text: str) -> int:
        """Number of the first row that holds the text, spaces around it aside; 0 if none."""
        place = pc.index(pc.utf8_trim_whitespace(self.all_of(column)), text).as_py()
        return 0 if place < 0 else int(place) + self.first + self.sheet.first_row


def body_of(number: int, sheet: Sheet, head: Head) -> Body:
    """Take a sheet apart below its header; a column without header and values is no column."""
    last = last_data_row(sheet, head.last + 1)
    rows = sheet.text.slice(head.last + 1, max(0, last - head.last))
    sample = sample_of(rows)
    whole = sample.num_rows == rows.num_rows
    columns = [
        Column(
            sheet.first_column + position,
            position,
            _header(sheet, head, position),
            values_of(sample.column(position), whole=whole),
        )
        for position in range(sheet.columns)
    ]
    named = [column for column in columns if column.header]
    nameless = [column for column in columns if not column.header and not column.values.empty]
    return Body(number, sheet, head, last, tuple(named), tuple(nameless))


def _header(sheet: Sheet, head: Head, position: int) -> str:
    if head.names < 0:
        return f"column {column_letter(sheet.first_column + position)}"
    text = sheet.text.column(position)[head.names].as_py()
    return "" if text is None else " ".join(str(text).split())

"""A sheet: the text of one sheet as it was read, with the address of every cell."""

import re
from dataclasses import dataclass, field

import pyarrow as pa

_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")

FROM_1904 = "dates-from-1904"
"""The note of a sheet whose workbook counts days from 1904."""
MERGED = "merged:"
"""Begins the note of a merged range; its address stands behind, as "merged:A2:A5"."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The text of one sheet, and where a spreadsheet program shows each cell.

    `text` holds only text columns `c0` … `cn`; null is an empty cell. `first_row` is the row
    number a spreadsheet program shows beside the first held row (for a text file the record
    number, header included, from 1); `first_column` is the index (A = 0) of the first held
    column. `notes` are short codes of what was seen while reading, such as "encoding-asked".
    """

    file: str
    name: str
    text: pa.Table = field(repr=False)
    first_row: int = 1
    first_column: int = 0
    hidden: bool = False
    notes: tuple[str, ...] = ()

    @property
    def rows(self) -> int:
        """How many rows are held."""
        return int(self.text.num_rows)

    @property
    def columns(self) -> int:
        """How many columns are held."""
        return int(self.text.num_columns)

    def quote(self, row: int, column: int) -> str | None:
        """The text of a cell by its row number and column index; None if empty or not held."""
        down, across = row - self.first_row, column - self.first_column
        if not (0 <= down < self.rows and 0 <= across < self.columns):
            return None
        text = self.text.column(across)[down].as_py()
        return None if text is None else str(text)

    def address(self, row: int, column: int) -> str:
        """A cell's address as a spreadsheet program shows it.

        >>> Sheet("a.xlsx", "Roles", pa.table({})).address(37, 5)
        'F37'
        """
        return f"{column_letter(column)}{row}"


def column_index(letters: str) -> int:
    """The index of a column (A = 0) by its letters.

    >>> [column_index(letters) for letters in ("A", "Z", "AA", "XFD")]
    [0, 25, 26, 16383]
    """
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1


def column_letter(index: int) -> str:
    """The letters a spreadsheet program shows above a column (A = 0).

    >>> [column_letter(i) for i in (0, 25, 26, 701, 702, 16383)]
    ['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']
    """
    letters = ""
    number = index + 1
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_at(address: str) -> tuple[int, int] | None:
    """The row number and 0-based column of an address; None where it names no cell.

    >>> cell_at("F37"), cell_at("AA1"), cell_at("row 5")
    ((37, 5), (1, 26), None)
    """
    found = _ADDRESS.fullmatch(address)
    if not found:
        return None
    column = 0
    for letter in found.group(1):
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found.group(2)), column - 1

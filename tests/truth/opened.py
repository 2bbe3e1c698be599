"""What stands in a cell, asked of openpyxl and csv: readers the app does not use."""

import csv
import math
from collections.abc import Iterable
from datetime import datetime, time
from functools import cache
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.utils.cell import coordinate_to_tuple

Lines = list[list[str]]


@cache
def book(file: Path) -> Workbook:
    """The workbook with the values that were stored when it was saved."""
    return load_workbook(file, data_only=True)


@cache
def lines(file: Path) -> Lines:
    """The records of a text file, the header included."""
    text = file.read_text("utf-8-sig")
    delimiter = max(",;\t|", key=text.splitlines()[0].count)
    return list(csv.reader(text.splitlines(keepends=True), delimiter=delimiter))


def value_at(files: Iterable[Path], file: str, sheet: str, cell: str) -> object:
    """The value of the cell that an address names; a record that is not there is an error."""
    (found,) = [path for path in files if path.name == file]
    row, column = coordinate_to_tuple(cell)
    if found.suffix in (".csv", ".tsv"):
        record = lines(found)[row - 1]
        return record[column - 1] if column <= len(record) else ""
    return book(found)[sheet].cell(row, column).value


def same(value: object, quoted: str | None) -> bool:
    """Whether a quoted text says what stands in the cell: days as ISO, numbers to 1e-9.

    >>> same(datetime(2026, 6, 30), "2026-06-30"), same(4, "4"), same(None, "")
    (True, True, True)
    >>> same("001", "1"), same(4.5, "4")
    (False, False)
    """
    said = (quoted or "").strip()
    if isinstance(value, bool):
        return said.lower() == str(value).lower()
    if isinstance(value, int | float):
        return _near(said, value)
    if isinstance(value, datetime):
        return said == value.isoformat(" ").removesuffix(" 00:00:00")
    if isinstance(value, time):
        return said == value.strftime("%H:%M:%S")
    return said == str("" if value is None else value).strip()


def _near(said: str, value: float) -> bool:
    try:
        return math.isclose(float(said), value, rel_tol=1e-9, abs_tol=1e-9)
    except ValueError:
        return False

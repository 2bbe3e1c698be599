"""Writing sheets of rows as a workbook whose bytes are the same on every run."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeAlias

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from sample_data.company import COMPANY

Value: TypeAlias = str | int | float | date | None
Row: TypeAlias = Sequence[Value]

_CREATED = datetime(2026, 7, 1, tzinfo=UTC).replace(tzinfo=None)
_WIDEST = 48


@dataclass(frozen=True, slots=True)
class SheetOfRows:
    """A sheet to write: its name, its header and its rows."""

    name: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]


def open_workbook(path: Path, *, small: bool = False) -> xlsxwriter.Workbook:
    """A new workbook without a clock in it; `small` keeps memory low for very many rows."""
    options = {"constant_memory": small, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(str(path), options)
    book.set_properties({"author": COMPANY, "created": _CREATED})
    return book


def write(path: Path, sheets: Iterable[SheetOfRows]) -> None:
    """Write sheets of rows, header first, to a workbook."""
    book = open_workbook(path)
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    bold = book.add_format({"bold": True})
    for sheet in sheets:
        page = book.add_worksheet(sheet.name)
        page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        page.freeze_panes(1, 0)
        _widen(page, sheet)
        page.write_row(0, 0, sheet.header, bold)
        for number, row in enumerate(sheet.rows, start=1):
            write_row(page, number, row, day)
    book.close()


def write_row(page: Worksheet, number: int, row: Row, day: Format) -> None:
    """Write one row; days as days, text as text, nothing where there is nothing."""
    for column, value in enumerate(row):
        if value is not None and value != "":
            _writer(page, value)(number, column, value, day if isinstance(value, date) else None)


def _writer(page: Worksheet, value: Value) -> Callable[..., object]:
    """Text is written as text even where it looks like a number."""
    if isinstance(value, date):
        return page.write_datetime
    return page.write_string if isinstance(value, str) else page.write_number


def _widen(page: Worksheet, sheet: SheetOfRows) -> None:
    """Columns as wide as their first rows need."""
    for column, label in enumerate(sheet.header):
        seen = [len(str(row[column])) for row in sheet.rows[:50] if row[column] is not None]
        page.set_column(column, column, min(max([len(label), *seen]) + 2, _WIDEST))

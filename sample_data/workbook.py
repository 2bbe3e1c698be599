"""Writing sheets of rows as a workbook whose bytes are the same on every run."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeAlias

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from sample_data.company import COMPANY


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula and the result stored with it; an empty one is not stored."""

    text: str
    result: str = ""


Value: TypeAlias = str | int | float | date | Formula | None
Row: TypeAlias = Sequence[Value]

_CREATED = datetime(2026, 7, 1, tzinfo=UTC).replace(tzinfo=None)
_WIDEST = 48


@dataclass(frozen=True, slots=True)
class SheetOfRows:
    """A sheet to write: its name, its header and its rows."""

    name: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    above: tuple[Row, ...] = ()
    hidden: bool = False


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
        _widen(page, sheet)
        _fill(page, sheet, day, bold)
        if sheet.hidden:
            page.hide()
    book.close()


def _fill(page: Worksheet, sheet: SheetOfRows, day: Format, bold: Format) -> None:
    """Rows above the header, the header, the rows."""
    for number, row in enumerate(sheet.above):
        write_row(page, number, row, day)
    top = len(sheet.above)
    page.freeze_panes(top + 1, 0)
    page.write_row(top, 0, sheet.header, bold)
    for number, row in enumerate(sheet.rows, start=top + 1):
        write_row(page, number, row, day)


def write_row(page: Worksheet, number: int, row: Row, day: Format) -> None:
    """Write one row; days as days, text as text, nothing where there is nothing."""
    for column, value in enumerate(row):
        if isinstance(value, Formula):
            page.write_formula(number, column, value.text, None, value.result)
        elif isinstance(value, date):
            page.write_datetime(number, column, value, day)
        elif isinstance(value, str):
            page.write_string(number, column, value)
        elif value is not None:
            page.write_number(number, column, value)


def _widen(page: Worksheet, sheet: SheetOfRows) -> None:
    """Columns as wide as their first rows need."""
    for column, label in enumerate(sheet.header):
        seen = [len(str(row[column])) for row in sheet.rows[:50] if row[column] is not None]
        page.set_column(column, column, min(max([len(label), *seen]) + 2, _WIDEST))

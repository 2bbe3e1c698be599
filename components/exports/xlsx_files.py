"""Workbooks: a cover sheet, then tables; no formula, no link, no clock in the bytes."""

import io
from collections.abc import Callable, Mapping
from datetime import datetime
from math import isfinite
from typing import Any, cast

import pandas as pd
import pyarrow as pa
import xlsxwriter

from components.errors import TrajectoryError
from components.exports.cover import Cover

LONGEST_TEXT = 32_767
MOST_ROWS = 1_048_575
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed day, so that equal content is equal bytes
_PLAIN = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))

Writer = Callable[[int, int, Any], Any]


def xlsx_file(tables: Mapping[str, pd.DataFrame], cover: Cover) -> bytes:
    """The workbook's bytes: the cover, then one sheet for each table."""
    target = io.BytesIO()
    with open_workbook(target) as workbook:
        _write_cover(workbook, cover)
        for name, table in tables.items():
            write_sheet(workbook, name, table)
    return target.getvalue()


def open_workbook(target: io.BytesIO) -> Any:
    """A workbook that takes every text as text."""
    workbook = xlsxwriter.Workbook(target, _PLAIN)
    workbook.set_properties({"created": _MADE})
    workbook.set_calc_mode("manual")
    return workbook


def write_sheet(workbook: Any, name: str, table: pd.DataFrame) -> None:
    """One table: a bold header that stays in sight, then typed cells."""
    if len(table) > MOST_ROWS:
        raise TrajectoryError(
            f"{len(table):,} rows are more than a sheet can hold.",
            where=name,
            now="Take the CSV file, or filter first.",
        )
    sheet = workbook.add_worksheet(sheet_name(name, [one.name for one in workbook.worksheets()]))
    head = workbook.add_format({"bold": True, "bottom": 1, "valign": "top"})
    arrow = pa.Table.from_pandas(table, preserve_index=False)
    for at, field in enumerate(arrow.schema):
        texts = _texts(arrow.column(at))
        sheet.write_string(0, at, fitting(str(field.name)), head)
        sheet.set_column(at, at, _width(str(field.name), texts))
        _write_column(workbook, sheet, at, arrow.column(at))
    sheet.freeze_panes(1, 0)


def sheet_name(name: str, taken: list[str]) -> str:
    """A name Excel accepts: at most 31 characters, no brackets or slashes, used once.

    >>> sheet_name("Flags: a/b", []), sheet_name("People", ["people"])
    ('Flags  a b', 'People 2')
    """
    plain = name.translate(_NOT_IN_NAMES).strip("' ")[:31] or "Sheet"
    used = {one.casefold() for one in taken}
    tries = [plain, *(f"{plain[:28]} {number}" for number in range(2, len(used) + 3))]
    return next(one for one in tries if one.casefold() not in used)


def _write_cover(workbook: Any, cover: Cover) -> None:
    sheet = workbook.add_worksheet("About this file")
    key = workbook.add_format({"bold": True, "valign": "top"})
    words = workbook.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 84)
    for row, (name, text) in enumerate(cover.lines()):
        sheet.write_string(row, 0, fitting(name), key)
        sheet.write_string(row, 1, fitting(text), words)


def _write_column(workbook: Any, sheet: Any, at: int, column: pa.ChunkedArray) -> None:
    write = _writer(workbook, sheet, column.type)
    for row, value in enumerate(column.to_pylist(), start=1):
        if value is not None:
            write(row, at, value)


def _writer(workbook: Any, sheet: Any, kind: pa.DataType) -> Writer:
    """How a column of this type is written; what is no number, day or yes/no is text."""
    if pa.types.is_boolean(kind):
        return cast("Writer", sheet.write_boolean)
    if pa.types.is_integer(kind) or pa.types.is_floating(kind):
        return lambda row, at, value: isfinite(value) and sheet.write_number(row, at, value)
    if pa.types.is_date(kind) or pa.types.is_timestamp(kind):
        day = workbook.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        return lambda row, at, value: sheet.write_datetime(row, at, value, day)
    return lambda row, at, value: sheet.write_string(row, at, fitting(str(value)))


def fitting(text: str) -> str:
    """The text without what a file can't hold; what is too long for a cell ends in dots."""
    clean = text.encode("utf-8", "replace").decode("utf-8")
    return clean if len(clean) <= LONGEST_TEXT else f"{clean[: LONGEST_TEXT - 1]}…"


def _texts(column: pa.ChunkedArray) -> list[str]:
    return [str(value) for value in column.slice(0, 200).to_pylist() if value is not None]


def _width(name: str, texts: list[str]) -> float:
    longest = max([len(name), *(len(text) for text in texts)])
    return min(max(longest + 2, 9), 60)

"""In the child: every sheet of a workbook as text, with its true rows and what was odd in it."""

import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import Final

import fastexcel
import pyarrow as pa

from components.intake.arrive.cleaning import clean
from components.intake.arrive.findings import Findings, leading_empty_rows
from components.intake.arrive.formulas import SheetPart, cells_without_value, sheet_parts
from components.intake.arrive.wire import Facts

Tell = Callable[[pa.Table, Facts], None]
"""Hands one sheet and its facts to the parent."""

_AT_ONCE_BYTES: Final = 500 << 20
_ERROR: Final = re.compile(r"Error\((\w+)\)")
_ERROR_TEXT: Final = {
    "Div0": "#DIV/0!",
    "NA": "#N/A",
    "Name": "#NAME?",
    "Null": "#NULL!",
    "Num": "#NUM!",
    "Ref": "#REF!",
    "Value": "#VALUE!",
    "GettingData": "#GETTING_DATA",
}


def read(content: bytes, task: Facts, tell: Tell) -> Facts:
    """Read every sheet of a workbook; the facts of the file, or the code of its refusal."""
    try:
        book = fastexcel.read_excel(content)
    except fastexcel.FastExcelError as wrong:
        return {"refused": _refusal(str(wrong))}
    names = book.sheet_names
    if len(names) > task["sheets"]:
        return {"refused": "too-many-sheets"}
    parts = sheet_parts(content) if task["kind"] in {"xlsx", "xlsm"} else {}
    if len({part.entry for part in parts.values()}) < len(parts):
        return {"refused": "sheets-share-a-part"}
    reading = _Reading(content, task, parts, tell)
    numbers = sorted(range(len(names)), key=lambda number: -reading.weight(names[number]))
    hands = 2 if len(names) > 1 and task["unpacked"] < _AT_ONCE_BYTES else 1
    if hands == 1:
        for number in numbers:
            reading.one(book, number)
        return {"sheets": len(names)}
    with ThreadPoolExecutor(hands) as pool:
        shares = [iter(numbers)]
        work = [
            pool.submit(reading.several, shares[0], book if first else None)
            for first in (True, False)
        ]
        for done in work:
            done.result()
    return {"sheets": len(names)}


class _Reading:
    """One file being read, perhaps by two hands at once."""

    def __init__(
        self, content: bytes, task: Facts, parts: dict[str, SheetPart], tell: Tell
    ) -> None:
        self._content, self._task, self._parts, self._tell = content, task, parts, tell
        self._lock = Lock()

    def weight(self, name: str) -> int:
        part = self._parts.get(name)
        return part.bytes if part else 0

    def several(self, numbers: Iterator[int], book: fastexcel.ExcelReader | None) -> None:
        """Take sheet after sheet until none is left; a reader serves one hand only."""
        while True:
            with self._lock:
                number = next(numbers, None)
            if number is None:
                return
            book = book or fastexcel.read_excel(self._content)
            self.one(book, number)

    def one(self, book: fastexcel.ExcelReader, number: int) -> None:
        try:
            table, facts = self._sheet(book, number)
        except (MemoryError, fastexcel.FastExcelError):
            table, facts = pa.table({}), {"failed": "sheet-not-readable"}
        with self._lock:
            self._tell(table, {"number": number, "name": book.sheet_names[number]} | facts)

    def _sheet(self, book: fastexcel.ExcelReader, number: int) -> tuple[pa.Table, Facts]:
        sheet = book.load_sheet(number, header_row=None, skip_rows=0, dtypes="string")
        hidden = sheet.visible != "visible"
        if sheet.width > self._task["columns"] or sheet.width * sheet.height > self._task["area"]:
            return pa.table({}), {"failed": "sheet-too-big", "hidden": hidden}
        if not sheet.width or not sheet.height:
            return pa.table({}), {"hidden": hidden}
        findings = Findings()
        left = sheet.available_columns()[0].absolute_index
        batch, wrong = sheet.to_arrow_with_errors()
        for cell in wrong.errors if wrong else ():
            row, column = cell.position
            findings.add(*_wrong_cell(cell.detail, (row + 1, left + column)))
        table, first_row = self._cleaned(batch, left, findings)
        notes = self._look_at_part(book.sheet_names[number], findings)
        return table, {
            "first_row": first_row,
            "first_column": left,
            "hidden": hidden,
            "notes": notes,
            "findings": findings.facts(),
        }

    def _cleaned(
        self, batch: pa.RecordBatch, left: int, findings: Findings
    ) -> tuple[pa.Table, int]:
        columns = []
        for index, column in enumerate(batch.columns):
            cleaned = clean(column, text_length=self._task["text_length"], dates=True)
            columns.append(cleaned.column)
            findings.note_cleaned(cleaned, left + index)
        skipped = leading_empty_rows(columns)
        names = [f"c{index}" for index in range(len(columns))]
        return pa.Table.from_arrays(columns, names=names).slice(skipped), skipped + 1

    def _look_at_part(self, name: str, findings: Findings) -> list[str]:
        part = self._parts.get(name)
        marks = self._task["marks"].get(part.entry, ()) if part else ()
        if part and "formulas" in marks:
            for cell in cells_without_value(self._content, part):
                findings.add("formula-without-value", cell)
        return ["merged-cells"] if "merged" in marks else []


def _wrong_cell(detail: str, cell: tuple[int, int]) -> tuple[str, tuple[int, int], str]:
    error = _ERROR.search(detail)
    if error:
        return "error-cell", cell, _ERROR_TEXT.get(error.group(1), f"#{error.group(1)}")
    return "unreadable-cell", cell, ""


def _refusal(message: str) -> str:
    return "password-protected" if "password" in message.lower() else "malformed"

"""In the child: one sheet as text, with its true rows and what was odd in it.

The reader is asked not to skip empty rows, so that its rows count from the top of the sheet.
It writes numbers with at most nine decimals (0.1 + 0.2 comes as 0.3, 1e-12 as 0) and whole ones
without any (1001); beyond 15 digits a number is what the workbook itself holds of it. Truth
values come as true and false. A text of only spaces in an inline cell comes as nothing.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import fastexcel
import pyarrow as pa

from components.intake.arrive.cleaning import Dates, clean
from components.intake.arrive.durations import durations
from components.intake.arrive.findings import Findings, leading_empty_rows
from components.intake.arrive.formulas import cells_without_value, stamps
from components.intake.arrive.merges import covered_values, merged_ranges
from components.intake.arrive.parts import Pack, SheetPart
from components.intake.arrive.wire import Facts

Span = tuple[int, int, str]
"""Row number, column index and text of a duration."""
_SEARCHED_BYTES: Final = 256 << 20
_DURATION: Final = re.compile(r"DurationIso\(\"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S\"\)")
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


@dataclass(frozen=True, slots=True)
class Book:
    """What is known of the workbook while its sheets are read."""

    pack: Pack | None
    parts: dict[str, SheetPart]
    task: Facts
    duration_styles: tuple[int, ...] = ()

    @property
    def shared_texts(self) -> str:
        """The part that holds the texts all sheets share."""
        return next((name for name in self.task["marks"] if "sharedstrings" in name.lower()), "")

    def marks(self, entry: str) -> tuple[str, ...]:
        """What the guard saw in a part."""
        return tuple(self.task["marks"].get(entry, ()))

    def part(self, entry: str) -> bytes:
        """A part's bytes, where it is not too big to be searched."""
        return self.pack.read(entry, _SEARCHED_BYTES) if self.pack else b""

    def spans(self, entry: str) -> Iterator[Span]:
        """The durations of a sheet: row number, column index and text."""
        return (
            durations(self.part(entry), self.duration_styles) if self.duration_styles else iter(())
        )


def sheet_text(sheet: fastexcel.ExcelSheet, book: Book) -> tuple[pa.Table, Facts]:
    """The sheet's text from its first row that holds a value, and the facts about it."""
    hidden = sheet.visible != "visible"
    if _too_big(sheet.width, sheet.height, book.task):
        return pa.table({}), {"failed": "sheet-too-big", "hidden": hidden}
    if not sheet.width or not sheet.height:
        return pa.table({}), {"hidden": hidden}
    findings = Findings()
    left = sheet.available_columns()[0].absolute_index
    entry = book.parts[sheet.name].entry if sheet.name in book.parts else ""
    texts, columns = _texts_like_dates(entry, book), []
    dates = Dates.ISO if book.task["kind"] == "ods" else Dates.SERIAL
    for index, column in enumerate(_columns(sheet, left, book.spans(entry), findings)):
        cleaned = clean(column, text_length=book.task["text_length"], dates=dates, texts=texts)
        columns.append(cleaned.column)
        findings.note_cleaned(cleaned, left + index)
    _look_for_formulas(entry, book, findings)
    merged = _merged(entry, book)
    findings.add_all("covered-value", covered_values(merged, columns, left))
    skipped = leading_empty_rows(columns)
    names = [f"c{index}" for index in range(len(columns))]
    return pa.Table.from_arrays(columns, names=names).slice(skipped), {
        "first_row": skipped + 1,
        "first_column": left,
        "hidden": hidden,
        "notes": [f"merged:{one}" for one in merged] + _date_system(book),
        "findings": findings.facts(),
    }


def _too_big(width: int, height: int, task: Facts) -> bool:
    most = (task["columns"], task["rows"], task["area"])
    return any(
        one > limit for one, limit in zip((width, height, width * height), most, strict=True)
    )


def _merged(entry: str, book: Book) -> tuple[str, ...]:
    """The address of each merged range."""
    return tuple(merged_ranges(book.part(entry))) if "merged" in book.marks(entry) else ()


def _date_system(book: Book) -> list[str]:
    return ["dates-from-1904"] if book.pack and book.pack.from_1904 else []


def _columns(
    sheet: fastexcel.ExcelSheet, left: int, spans: Iterable[Span], findings: Findings
) -> Iterator[pa.Array]:
    """The columns as the reader gives them; what it can't write as text is noted or mended.

    `spans` are the durations of the sheet. An error stays in its cell as a spreadsheet program
    shows it, "#N/A": settings read it as nothing.
    """
    batch, wrong = sheet.to_arrow_with_errors()
    mended: dict[int, dict[int, str]] = {}
    for row, column, shown in spans:
        mended.setdefault(column - left, {})[row - 1] = shown
    for one in wrong.errors if wrong else ():
        row, column = one.position
        shown = _shown(one.detail, (row + 1, left + column), findings)
        if shown:
            mended.setdefault(column, {})[row] = shown
    for index, column in enumerate(batch.columns):
        yield _with(column, mended[index]) if index in mended else column


def _with(column: pa.Array, texts: dict[int, str]) -> pa.Array:
    """The column with other texts in some rows."""
    held = (texts.get(row, text) for row, text in enumerate(column.to_pylist()))
    return pa.array(held, pa.string())


def _shown(detail: str, cell: tuple[int, int], findings: Findings) -> str:
    """What a spreadsheet program shows where the reader writes nothing; noted if it is no value."""
    duration = _DURATION.search(detail)
    if duration:
        return ":".join(duration.groups())
    code, shown = _wrong_cell(detail)
    findings.add(code, cell, shown)
    return shown if code == "error-cell" else ""


def _wrong_cell(detail: str) -> tuple[str, str]:
    """The code of what the reader can't write, and what it is."""
    error = _ERROR.search(detail)
    if error:
        return "error-cell", _ERROR_TEXT.get(error.group(1), f"#{error.group(1)}")
    return "unreadable-cell", detail.partition(" got ")[2][:80]


def _texts_like_dates(entry: str, book: Book) -> frozenset[str]:
    """Texts of this sheet that only look like the reader's dates."""
    wanted = [part for part in (book.shared_texts, entry) if "stamps" in book.marks(part)]
    return frozenset().union(*(stamps(book.part(part)) for part in wanted))


def _look_for_formulas(entry: str, book: Book, findings: Findings) -> None:
    if "formulas" in book.marks(entry):
        findings.add_all("formula-without-value", cells_without_value(book.part(entry)))

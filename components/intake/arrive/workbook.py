"""In the child: every sheet of a workbook, read by two hands at once where memory allows."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import Final

import fastexcel
import pyarrow as pa

from components.intake.arrive.durations import duration_styles
from components.intake.arrive.parts import Pack, SheetPart
from components.intake.arrive.sheet_text import Book, sheet_text
from components.intake.arrive.wire import Facts

Tell = Callable[[pa.Table, Facts], None]
"""Hands one sheet and its facts to the parent."""

_AT_ONCE_BYTES: Final = 320 << 20


def read(content: bytes, task: Facts, tell: Tell) -> Facts:
    """Read every sheet of a workbook; the facts of the file, or the code of its refusal."""
    pack = Pack(content) if task["kind"] in {"xlsx", "xlsm"} else None
    try:
        content = pack.with_one_date_system() if pack else content
        reader = fastexcel.read_excel(content)
    except fastexcel.FastExcelError as wrong:
        locked = "password" in str(wrong).lower()
        return {"refused": "password-protected" if locked else "malformed"}
    names = reader.sheet_names
    if len(names) > task["sheets"]:
        return {"refused": "too-many-sheets"}
    parts = pack.sheets() if pack else {}
    if len({part.entry for part in parts.values()}) < len(parts):
        return {"refused": "sheets-share-a-part"}
    biggest_first = sorted(range(len(names)), key=lambda number: -_weight(parts, names[number]))
    styles = duration_styles(pack.styles()) if pack else ()
    reading = _Reading(Book(pack, parts, task, styles), tell, iter(biggest_first))
    if len(names) == 1 or task["unpacked"] > _AT_ONCE_BYTES:
        reading.several(reader)
        return {"sheets": len(names)}
    with ThreadPoolExecutor() as hands:
        other = hands.submit(lambda: reading.several(fastexcel.read_excel(content)))
        reading.several(reader)
        other.result()
    return {"sheets": len(names)}


def _weight(parts: dict[str, SheetPart], name: str) -> int:
    return parts[name].bytes if name in parts else 0


class _Reading:
    """The sheets still to be read; each hand has a reader of its own and takes the next."""

    def __init__(self, book: Book, tell: Tell, numbers: Iterator[int]) -> None:
        self._book, self._tell, self._numbers = book, tell, numbers
        self._lock = Lock()

    def several(self, reader: fastexcel.ExcelReader) -> None:
        """Take sheet after sheet until none is left."""
        while True:
            with self._lock:
                number = next(self._numbers, None)
            if number is None:
                return
            self._one(reader, number)

    def _one(self, reader: fastexcel.ExcelReader, number: int) -> None:
        name = reader.sheet_names[number]
        try:
            sheet = reader.load_sheet(number, header_row=None, skip_rows=0, dtypes="string")
            table, facts = sheet_text(sheet, self._book)
        except (MemoryError, fastexcel.FastExcelError):
            table, facts = pa.table({}), {"failed": "sheet-not-readable"}
        with self._lock:
            self._tell(table, {"number": number, "name": name} | facts)

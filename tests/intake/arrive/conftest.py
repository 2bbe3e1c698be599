"""Files made in the test, the front door, and what openpyxl says stands in a cell."""

import datetime as dt
import math
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from openpyxl.utils.escape import unescape

from components.intake.arrive import Arrived, ArriveLimits, Upload, read_sheets

Read = Callable[..., Arrived]
Disagreement = tuple[str, str, object, str | None]


_MOST_CELLS = 1_000_000


@pytest.fixture
def read() -> Read:
    """Read one file, made of bytes or an openpyxl workbook."""

    def through_the_door(
        content: bytes | openpyxl.Workbook, name: str = "a.xlsx", **limits: int
    ) -> Arrived:
        if isinstance(content, openpyxl.Workbook):
            held = BytesIO()
            content.save(held)
            content = held.getvalue()
        return read_sheets([Upload(name, content)], ArriveLimits(**limits))

    return through_the_door


@pytest.fixture
def changed() -> Callable[..., bytes]:
    """A copy of a workbook with some of its parts put in another way."""

    def change(content: bytes, **parts: bytes) -> bytes:
        named = {
            name.replace("__", "/").replace("_xml", ".xml"): new for name, new in parts.items()
        }
        held = BytesIO()
        with ZipFile(BytesIO(content)) as old, ZipFile(held, "w", ZIP_DEFLATED) as new:
            for entry in old.namelist():
                new.writestr(entry, named.pop(entry, old.read(entry)))
            for entry, text in named.items():
                new.writestr(entry, text)
        return held.getvalue()

    return change


@pytest.fixture
def compare() -> Callable[[Path | bytes, Arrived], tuple[int, list[Disagreement]]]:
    """Cells compared with openpyxl by address; those that differ and have no problem."""

    def against_openpyxl(book: Path | bytes, arrived: Arrived) -> tuple[int, list[Disagreement]]:
        source = BytesIO(book if isinstance(book, bytes) else book.read_bytes())
        wanted = list(_cells(openpyxl.load_workbook(source, data_only=True)))
        sheets = {sheet.name: sheet for sheet in arrived.sheets}
        differing, compared = [], 0
        for name, row, column, value in wanted:
            sheet = sheets.get(name)
            held = sheet.quote(row, column) if sheet else None
            if value is None and held is None:
                continue
            compared += 1
            if not _same(value, held):
                differing.append(
                    (name, openpyxl.utils.get_column_letter(column + 1) + str(row), value, held)
                )
        return compared, differing

    return against_openpyxl


def _cells(book: openpyxl.Workbook) -> Iterator[tuple[str, int, int, object]]:
    for sheet in book.worksheets:
        if sheet.max_row * sheet.max_column > _MOST_CELLS:
            continue
        for row in sheet.iter_rows():
            for cell in row:
                yield sheet.title, cell.row, cell.column - 1, cell.value


def _same(value: object, held: str | None) -> bool:
    if isinstance(value, bool):
        return held == str(value).lower()
    if isinstance(value, int | float):
        return held is not None and _near(held, value)
    if isinstance(value, dt.datetime):
        shown = (held or "").replace("T", " ")
        return _whole(shown) == _whole(value.isoformat(" ").removesuffix(" 00:00:00"))
    if isinstance(value, dt.timedelta) and value < dt.timedelta(days=1):
        value = (dt.datetime.combine(dt.date(2000, 1, 1), dt.time()) + value).time()
    if isinstance(value, dt.time):
        return _whole(held or "") == _whole(value.isoformat())
    text = unescape(str(value or "")) if "_x" in str(value) else str(value or "")
    return text.strip() == (held or "").strip()


def _whole(text: str) -> str:
    """Without zeros that end a fraction of a second."""
    return text.rstrip("0").rstrip(".") if "." in text else text


def _near(held: str, value: float) -> bool:
    try:
        return math.isclose(float(held), value, rel_tol=1e-9, abs_tol=1.1e-9)
    except ValueError:
        return False

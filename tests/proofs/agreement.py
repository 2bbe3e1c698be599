"""Cells as we read them beside cells as openpyxl does, by address, and what differs why."""

import datetime as dt
import math
import re
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Self

import openpyxl
from openpyxl.utils.cell import get_column_letter
from openpyxl.utils.escape import unescape

from components.intake.arrive import Arrived
from components.tables.problems import Problem, Severity
from components.tables.sheets import Sheet

MOST_CELLS = 1_000_000
"""Sheets beyond are not compared: openpyxl would take minutes for their empty cells."""

Cell = tuple[str, str]
"""Sheet and address."""


@dataclass
class Agreement:
    """Cells where either of the two holds something, and those that differ, by class."""

    compared: int = 0
    differing: Counter[str] = field(default_factory=Counter)
    silent: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)

    def __iadd__(self, other: "Agreement") -> Self:
        self.compared += other.compared
        self.differing += other.differing
        self.silent += other.silent
        self.examples = other.examples | self.examples
        return self

    def share(self, differing: Counter[str]) -> float:
        """The share of cells, in percent, that are not among these."""
        return 100 * (1 - differing.total() / max(self.compared, 1))


def compare(content: bytes, arrived: Arrived) -> Agreement | None:
    """Compare one workbook; None where openpyxl can't read it."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(BytesIO(content), data_only=True)
    except Exception:  # noqa: BLE001 - whatever stops openpyxl, there is nothing to compare
        return None
    sheets = {sheet.name: sheet for sheet in arrived.sheets}
    found, told = Agreement(), _Told(arrived.problems)
    for sheet in book.worksheets:
        if sheet.max_row * sheet.max_column <= MOST_CELLS:
            _sheet(sheet, sheets.get(sheet.title), told, found)
    return found


def _sheet(theirs: object, ours: Sheet | None, told: "_Told", found: Agreement) -> None:
    left = _held(ours)
    for (row, column), value in _values(theirs):
        held = left.pop((row, column), None)
        found.compared += 1
        if not same(value, held):
            cell = (theirs.title, f"{get_column_letter(column + 1)}{row}")  # type: ignore[attr-defined]
            _note(found, told, cell, (value, held))
    for (row, column), held in left.items():
        found.compared += 1
        cell = (theirs.title, f"{get_column_letter(column + 1)}{row}")  # type: ignore[attr-defined]
        _note(found, told, cell, (None, held))


def _held(sheet: Sheet | None) -> dict[tuple[int, int], str]:
    """Every cell that we hold, by row number and column index."""
    if sheet is None:
        return {}
    return {
        (sheet.first_row + down, sheet.first_column + across): text
        for across, column in enumerate(sheet.text.columns)
        for down, text in enumerate(column.to_pylist())
        if text is not None and text.strip()
    }


def _values(sheet: object) -> Iterator[tuple[tuple[int, int], object]]:
    for row in sheet.iter_rows():  # type: ignore[attr-defined]
        for cell in row:
            empty = cell.value is None or (isinstance(cell.value, str) and not cell.value.strip())
            if not empty:
                yield (cell.row, cell.column - 1), cell.value


def _note(found: Agreement, told: "_Told", cell: Cell, pair: tuple[object, str | None]) -> None:
    kind = difference(*pair)
    found.differing[kind] += 1
    found.examples.setdefault(kind, f"{pair[0]!r} / {pair[1]!r}"[:70])
    if not told.about(cell):
        found.silent[kind] += 1


class _Told:
    """The cells that problems name, and the sheets of which it was said that they are not read."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self._cells = {(p.sheet, cell) for p in problems for cell in (p.cell, *p.cells) if cell}
        self._sheets = {p.sheet for p in problems if p.severity is Severity.ERROR and not p.cell}

    def about(self, cell: Cell) -> bool:
        return cell in self._cells or cell[0] in self._sheets


def difference(value: object, held: str | None) -> str:
    """The class of a difference.

    >>> difference("#N/A", None), difference(None, "x"), difference(dt.time(), "1899-12-31")
    ('error cell', 'only we hold something', 'time')
    """
    if isinstance(value, str) and value.startswith("#"):
        return "error cell"
    if value is None:
        return "only we hold something"
    if isinstance(value, str):
        escaped = "_x" in value or "_x" in (held or "")
        return "escaped character" if escaped else "only openpyxl" if held is None else "text"
    kinds = {dt.timedelta: "duration", dt.time: "time", dt.datetime: "day", bool: "truth value"}
    return kinds.get(type(value), "only openpyxl" if held is None else "number")


def same(value: object, held: str | None) -> bool:
    """Equal: the same text after trimming, numbers equal to 1e-9, the same day or time.

    openpyxl leaves what a workbook writes as _x000D_ undecoded, unlike a spreadsheet program.

    >>> same(0.30000000000000004, "0.3"), same("x ", "x"), same(dt.timedelta(hours=36), "36:00:00")
    (True, True, True)
    """
    said = (held or "").strip()
    if isinstance(value, bool):
        return said == str(value).lower()
    if isinstance(value, int | float):
        return _near(said, value)
    if isinstance(value, dt.timedelta | dt.datetime | dt.time):
        return _same_time(value, said)
    return said in {str(value).strip(), unescape(str(value)).strip()}


def _same_time(value: dt.timedelta | dt.datetime | dt.time, said: str) -> bool:
    """Written as ISO says, whatever its zeros; a duration as hours, minutes and seconds.

    >>> _same_time(dt.timedelta(hours=1, seconds=3), "01:00:03"), _same_time(dt.time(9), "09:00:00")
    (True, True)
    >>> _same_time(dt.datetime(2024, 1, 31), "2024-01-31"), _same_time(dt.time(9), "9")
    (True, False)
    """
    if isinstance(value, dt.timedelta):
        span = re.fullmatch(r"(-?)(\d+):(\d\d):(\d\d(?:\.\d+)?)", said)
        hours, minutes, seconds = map(float, span.groups()[1:]) if span else (math.nan,) * 3
        sign = -1 if span and span.group(1) else 1
        return abs(sign * (hours * 3600 + minutes * 60 + seconds) - value.total_seconds()) < 1e-3
    pattern = r"\d\d:\d\d.*" if isinstance(value, dt.time) else r"\d{4}-\d\d-\d\d.*"
    try:
        return bool(re.fullmatch(pattern, said)) and type(value).fromisoformat(said) == value
    except ValueError:
        return False


def _near(said: str, value: float) -> bool:
    try:
        return math.isclose(float(said), value, rel_tol=1e-9, abs_tol=1e-9)
    except ValueError:
        return False

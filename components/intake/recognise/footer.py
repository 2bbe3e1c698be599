"""Where a sheet's rows of values end: totals and notes under the table are no rows."""

import re
from collections.abc import Callable, Sequence
from functools import cache

from components.intake.recognise.evidence import shape
from components.tables.sheets import Sheet

_LOOK_AT = 30
_COMPARE_WITH = 200
_TOTAL = re.compile(
    r"(?:grand |sub-?|overall )?totals?\b.*|sum|gesamt(?:summe|ergebnis)?|summe|(?:row )?count:.*",
    re.IGNORECASE,
)

Row = Sequence[str | None]
Shapes = list[dict[str, int]]
"""Per column: which shapes its values have, and how often."""


def last_data_row(sheet: Sheet, first: int) -> int:
    """Position of the last row of values, counted from the first held row.

    From the end upwards are left out: blank rows, rows that begin with "Total", and rows that
    fill a third of the columns or less with texts unlike anything else in their columns.
    Everything else stays, because a row that is left out is a row somebody may miss.
    """
    last = sheet.rows - 1
    start = max(first, sheet.rows - _LOOK_AT)
    tail = _rows(sheet, start, sheet.rows - start)

    @cache
    def above() -> Shapes:
        return _shapes(_rows(sheet, first, min(_COMPARE_WITH, max(0, start - first)) or len(tail)))

    while last > first and last >= start and _is_footer(tail[last - start], above):
        last -= 1
    return max(last, first - 1)


def footer_rows(sheet: Sheet, last: int) -> list[int]:
    """Positions of the rows under the table that hold anything."""
    after = _rows(sheet, last + 1, sheet.rows - last - 1)
    return [last + 1 + place for place, row in enumerate(after) if any(row)]


def _rows(sheet: Sheet, start: int, count: int) -> list[Row]:
    held = sheet.text.slice(start, count)
    columns = [[text.strip() if text else None for text in c.to_pylist()] for c in held.columns]
    return list(zip(*columns, strict=True)) if columns else []


def _shapes(rows: list[Row]) -> Shapes:
    counted: Shapes = []
    for column in zip(*rows, strict=True):
        shapes: dict[str, int] = {}
        for text in filter(None, column):
            shapes[shape(text)] = shapes.get(shape(text), 0) + 1
        counted.append(shapes)
    return counted


def _is_footer(row: Row, above: Callable[[], Shapes]) -> bool:
    filled = [(place, text) for place, text in enumerate(row) if text]
    if not filled:
        return True
    if _TOTAL.fullmatch(filled[0][1]):
        return True
    if len(filled) > len(row) / 3:
        return False
    usual = above()
    width = sum(bool(shapes) for shapes in usual)
    if width < 3 or len(filled) > width / 3:
        return False
    return not any(_is_usual(text, usual[place]) for place, text in filled)


def _is_usual(text: str, shapes: dict[str, int]) -> bool:
    """Whether a third or more of the column's values are of the same shape."""
    return shapes.get(shape(text), 0) * 3 >= max(1, sum(shapes.values()))

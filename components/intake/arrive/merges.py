"""In the child: merged ranges, and values that stand in cells which a merged cell covers."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from components.intake.arrive.addresses import column_index

_MERGED: Final = re.compile(
    rb"<(?:\w+:)?mergeCell\s[^<>]*?ref\s*=\s*[\"']([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})[\"']"
)
_MOST_RANGES: Final = 2_000
_CORNERS: Final = re.compile(r"([A-Z]+)(\d+):([A-Z]+)(\d+)")
_MOST_PIECES: Final = 20_000
"""Columns of ranges that are looked into; no workbook of rows has more."""


def merged_ranges(sheet: bytes) -> Iterator[str]:
    """The address of each merged range, as they stand; no more than some.

    >>> list(merged_ranges(b'<mergeCells><mergeCell ref="A2:A5"/></mergeCells>'))
    ['A2:A5']
    """
    at = max(sheet.rfind(b"</sheetData>"), sheet.rfind(b":sheetData>"), 0)
    for found in islice(_MERGED.finditer(sheet, at), _MOST_RANGES):
        yield found.group(1).decode()


def covered_values(
    ranges: Iterable[str], columns: Sequence[pa.Array], left: int
) -> Iterator[tuple[int, int]]:
    """Row number and column index of each value below a merged cell, its first cell left out.

    `left` is the index of the first of the columns, whose rows start at 1. A spreadsheet
    program shows none of these values.

    >>> list(covered_values(["A1:B2"], [pa.array(["x", None]), pa.array([None, "y"])], 0))
    [(2, 1)]
    """
    for across, top, bottom in islice(_pieces(ranges, left, len(columns)), _MOST_PIECES):
        held = columns[across].slice(top - 1, max(bottom - top + 1, 0)).is_valid()
        yield from ((top + row, left + across) for row in pc.indices_nonzero(held).to_pylist())


def _pieces(ranges: Iterable[str], left: int, width: int) -> Iterator[tuple[int, int, int]]:
    """Each column of each range that is held: its place, first and last row number covered."""
    for address in ranges:
        first, top, last, bottom = _corners(address)
        for column in range(max(first, left), min(last, left + width - 1) + 1):
            yield column - left, top + (column == first), bottom


def _corners(address: str) -> tuple[int, int, int, int]:
    found = _CORNERS.fullmatch(address)
    first, top, last, bottom = found.groups() if found else ("A", "1", "A", "0")
    return column_index(first.encode()), max(int(top), 1), column_index(last.encode()), int(bottom)

"""In the child: formulas nobody has worked out, and dates written as text."""

import re
from collections.abc import Iterator
from typing import Final

from components.intake.arrive.addresses import column_index

_UNFINISHED: Final = re.compile(
    rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f(?:\s[^<>]*)?/>)\s*"
    rb"(<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_CELL: Final = re.compile(rb"<(?:\w+:)?c(?:\s[^<>]*)?>")
_PLACE: Final = re.compile(rb"\sr\s*=\s*[\"']([A-Z]{1,3})(\d{1,7})[\"']")
_IS_TEXT: Final = re.compile(rb"\st\s*=\s*[\"']str[\"']")
_CELL_BYTES: Final = 10_000
_STAMP: Final = re.compile(rb">\s*(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?)\s*<")


def cells_without_value(sheet: bytes) -> Iterator[tuple[int, int]]:
    """Row number and column index of each formula cell that no program has worked out."""
    if _all_worked_out(sheet):
        return
    for end in _UNFINISHED.finditer(sheet):
        cell = _cell_before(sheet, end.start())
        place = _PLACE.search(cell)
        empty_text = end.group(1) and _IS_TEXT.search(cell)
        if place and not empty_text:
            yield int(place.group(2)), column_index(place.group(1))


def _all_worked_out(sheet: bytes) -> bool:
    """A quick count that settles the usual case: each formula is followed by a value."""
    formulas = sheet.count(b"<f>") + sheet.count(b"<f ")
    valued = sheet.count(b"</f><v>") + sheet.count(b"/><v>")
    return formulas > 0 and formulas == valued and b"<v></v>" not in sheet


def _cell_before(sheet: bytes, at: int) -> bytes:
    """The opening tag of the cell that a formula's end stands in."""
    tags = _CELL.findall(sheet[max(0, at - _CELL_BYTES) : at])
    return tags[-1] if tags else b""


def stamps(part: bytes) -> frozenset[str]:
    """Every text of a part that looks like a day with a time: nobody may shorten these.

    >>> stamps(b"<t>2024-01-31 00:00:00</t><t>2024</t>")
    frozenset({'2024-01-31 00:00:00'})
    """
    return frozenset(found.decode() for found in _STAMP.findall(part))

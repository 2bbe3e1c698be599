"""In the child: which part of a packed workbook is which sheet, and its formulas without a value.

Plain searches of bytes; nothing here builds a tree of a sheet.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from posixpath import join, normpath
from typing import Final
from zipfile import BadZipFile, ZipFile

_TAG: Final = r"<(?:\w+:)?{name}\s([^<>]*)>"
_SHEET: Final = re.compile(_TAG.format(name="sheet"))
_RELATION: Final = re.compile(_TAG.format(name="Relationship"))
_ATTRIBUTE: Final = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_SMALL_BYTES: Final = 4 << 20
_SEARCHED_BYTES: Final = 256 << 20
_UNFINISHED: Final = re.compile(
    rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f(?:\s[^<>]*)?/>)\s*"
    rb"(<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_CELL: Final = re.compile(rb"<(?:\w+:)?c(?:\s[^<>]*)?>")
_PLACE: Final = re.compile(rb"\sr\s*=\s*[\"']([A-Z]{1,3})(\d{1,7})[\"']")
_IS_TEXT: Final = re.compile(rb"\st\s*=\s*[\"']str[\"']")
_CELL_BYTES: Final = 10_000


@dataclass(frozen=True, slots=True)
class SheetPart:
    """The part a sheet stands in: its entry in the pack, and how many bytes it unpacks to."""

    entry: str
    bytes: int


def sheet_parts(content: bytes) -> dict[str, SheetPart]:
    """The part of each worksheet by the sheet's name; empty where the pack says it otherwise."""
    try:
        with ZipFile(BytesIO(content)) as pack:
            sizes = {info.filename: info.file_size for info in pack.infolist()}
            book = _main_part(pack, sizes)
            folder, _, file = book.rpartition("/")
            sheets = _text(pack, sizes, book)
            relations = _text(pack, sizes, join(folder, "_rels", f"{file}.rels"))
    except (BadZipFile, KeyError, ValueError, OSError):
        return {}
    targets = {
        one.get("Id", ""): _resolve(folder, one.get("Target", ""))
        for one in map(_attributes, _RELATION.findall(relations))
    }
    found: dict[str, SheetPart] = {}
    for one in map(_attributes, _SHEET.findall(sheets)):
        link = next((value for key, value in one.items() if key.endswith(":id")), "")
        entry = targets.get(link, "")
        if entry in sizes and "name" in one:
            found[unescape(one["name"])] = SheetPart(entry, sizes[entry])
    return found


def cells_without_value(content: bytes, part: SheetPart) -> Iterator[tuple[int, int]]:
    """Row number and column index of each formula cell that no program has worked out."""
    if part.bytes > _SEARCHED_BYTES:
        return
    with ZipFile(BytesIO(content)) as pack:
        sheet = pack.read(part.entry)
    if _all_worked_out(sheet):
        return
    for end in _UNFINISHED.finditer(sheet):
        cell = _cell_before(sheet, end.start())
        place = _PLACE.search(cell)
        empty_text = end.group(1) and _IS_TEXT.search(cell)
        if place and not empty_text:
            yield int(place.group(2)), _column(place.group(1))


def _all_worked_out(sheet: bytes) -> bool:
    """A quick count that settles the usual case: each formula is followed by a value."""
    formulas = sheet.count(b"<f>") + sheet.count(b"<f ")
    valued = sheet.count(b"</f><v>") + sheet.count(b"/><v>")
    return formulas > 0 and formulas == valued and b"<v></v>" not in sheet


def _cell_before(sheet: bytes, at: int) -> bytes:
    """The opening tag of the cell that a formula's end stands in."""
    tags = _CELL.findall(sheet[max(0, at - _CELL_BYTES) : at])
    return tags[-1] if tags else b""


def _column(letters: bytes) -> int:
    index = 0
    for letter in letters:
        index = index * 26 + letter - 64
    return index - 1


def _main_part(pack: ZipFile, sizes: dict[str, int]) -> str:
    for one in map(_attributes, _RELATION.findall(_text(pack, sizes, "_rels/.rels"))):
        if one.get("Type", "").endswith("/officeDocument"):
            return _resolve("", one.get("Target", ""))
    return "xl/workbook.xml"


def _text(pack: ZipFile, sizes: dict[str, int], name: str) -> str:
    if sizes[name] > _SMALL_BYTES:
        return ""
    raw = pack.read(name)
    wide = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    return raw.decode("utf-16" if wide else "utf-8", errors="replace")


def _resolve(folder: str, target: str) -> str:
    return normpath(target.lstrip("/") if target.startswith("/") else join(folder, target))


def _attributes(inside: str) -> dict[str, str]:
    return {name: double or single for name, double, single in _ATTRIBUTE.findall(inside)}

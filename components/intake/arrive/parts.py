"""In the child: what the parts of a packed workbook say besides its cells.

Plain searches of bytes; nothing here builds a tree of a sheet.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from io import BytesIO
from posixpath import join, normpath
from typing import Final
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

_TAG: Final = r"<(?:\w+:)?{name}\s([^<>]*)>"
_SHEET: Final = re.compile(_TAG.format(name="sheet"))
_RELATION: Final = re.compile(_TAG.format(name="Relationship"))
_ATTRIBUTE: Final = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_FROM_1904: Final = re.compile(
    r"<(?:\w+:)?workbookPr\s[^<>]*date1904\s*=\s*[\"'](?:1|true|on)[\"']"
)
_LATER_SETTINGS: Final = re.compile(r"<\w+:workbookPr\s[^<>]*?/>")
_SMALL_BYTES: Final = 4 << 20
_NO_MEMORY: Final = "Error -4 "
"""How the unpacker says that it got no memory."""


@dataclass(frozen=True, slots=True)
class SheetPart:
    """The part a sheet stands in: its entry in the pack, and how many bytes it unpacks to."""

    entry: str
    bytes: int


class Pack:
    """A packed workbook's table of contents and its small parts, opened once."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        try:
            self._pack: ZipFile | None = ZipFile(BytesIO(content))
            self._sizes = {info.filename: info.file_size for info in self._pack.infolist()}
        except (BadZipFile, NotImplementedError, ValueError):
            self._pack, self._sizes = None, {}
        self.book = self._main_part()

    def sheets(self) -> dict[str, SheetPart]:
        """The part of each worksheet by the sheet's name; empty where the pack says it oddly."""
        targets = {one.get("Id", ""): target for one, target in self._relations()}
        found: dict[str, SheetPart] = {}
        for one in map(_attributes, _SHEET.findall(self.text(self.book))):
            link = next((value for key, value in one.items() if key.endswith(":id")), "")
            entry = targets.get(link, "")
            if entry in self._sizes and "name" in one:
                found[unescape(one["name"])] = SheetPart(entry, self._sizes[entry])
        return found

    def styles(self) -> str:
        """The part that says how cells are shown."""
        kinds = ((one.get("Type", ""), target) for one, target in self._relations())
        return self.text(next((name for kind, name in kinds if kind.endswith("/styles")), ""))

    def read(self, name: str, most_bytes: int) -> bytes:
        """A part's bytes; none where it is missing, damaged or too big."""
        if self._pack is None or self._sizes.get(name, most_bytes + 1) > most_bytes:
            return b""
        try:
            return self._pack.read(name)
        except zlib.error as wrong:
            if _NO_MEMORY in str(wrong):
                raise MemoryError from wrong
            return b""
        except (BadZipFile, NotImplementedError, ValueError, OSError, EOFError):
            return b""

    def text(self, name: str) -> str:
        """A small part as text."""
        raw = self.read(name, _SMALL_BYTES)
        wide = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
        return raw.decode("utf-16" if wide else "utf-8", errors="replace")

    def with_one_date_system(self) -> bytes:
        """The workbook so that the reader counts days as it says.

        Programs since 2013 write a second settings element, without the date system, and the
        reader takes the last one: days of the 1904 system come out four years early. That
        element is left out here; in all other workbooks nothing is touched.
        """
        book = self.text(self.book)
        if not _FROM_1904.search(book) or not _LATER_SETTINGS.search(book):
            return self.content
        first = _FROM_1904.search(book)
        head = first.end() if first else 0
        held = BytesIO(self.content)
        with ZipFile(held, "a", ZIP_DEFLATED) as pack:
            pack.filelist.remove(pack.NameToInfo.pop(self.book))
            pack.writestr(self.book, book[:head] + _LATER_SETTINGS.sub("", book[head:]))
        return held.getvalue()

    @cached_property
    def from_1904(self) -> bool:
        """Whether the workbook counts its days from 1904."""
        return _FROM_1904.search(self.text(self.book)) is not None

    def _relations(self) -> Iterator[tuple[dict[str, str], str]]:
        """What the main part refers to, each with the entry of its target."""
        folder, _, file = self.book.rpartition("/")
        relations = self.text(join(folder, "_rels", f"{file}.rels"))
        for one in map(_attributes, _RELATION.findall(relations)):
            yield one, _resolve(folder, one.get("Target", ""))

    def _main_part(self) -> str:
        for one in map(_attributes, _RELATION.findall(self.text("_rels/.rels"))):
            if one.get("Type", "").endswith("/officeDocument"):
                return _resolve("", one.get("Target", ""))
        return "xl/workbook.xml"


def _resolve(folder: str, target: str) -> str:
    return normpath(target.lstrip("/") if target.startswith("/") else join(folder, target))


def _attributes(inside: str) -> dict[str, str]:
    return {name: double or single for name, double, single in _ATTRIBUTE.findall(inside)}

"""What a file is, by its first bytes and what it is packed of; never by its name."""

import re
import struct
from enum import StrEnum
from itertools import islice
from typing import Final


class Kind(StrEnum):
    """What an upload turns out to be."""

    XLSX = "xlsx"
    XLSM = "xlsm"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"
    TEXT = "text"
    ZIP = "zip"


PACKED: Final = (Kind.XLSX, Kind.XLSM, Kind.XLSB, Kind.ODS)
RARE: Final = (Kind.XLSM, Kind.XLSB)

ZIP_START: Final = b"PK\x03\x04"
_EMPTY_ZIP: Final = b"PK\x05\x06"
_OLE_START: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_XLS: Final = (b"\x09\x08", b"\x09\x04\x06\x00", b"\x09\x02\x06\x00", b"\x09\x00\x04\x00")
_FOREIGN: Final = {
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a packed .gz file",
    b"7z\xbc\xaf": "a packed .7z file",
    b"Rar!": "a packed .rar file",
    b"{\\rtf": "a text document",
    b"PAR1": "a Parquet file",
    b"MZ": "a program",
    b"\x7fELF": "a program",
    b"SQLite format 3": "a database",
}
_HTML: Final = re.compile(
    rb"\s*(<!--.{0,2000}?-->\s*)*<(!doctype html|html|head|body|table|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_MAIN: Final = {
    b"spreadsheetml.sheet.main+xml": Kind.XLSX,
    b"spreadsheetml.template.main+xml": Kind.XLSX,
    b"sheet.macroEnabled.main+xml": Kind.XLSM,
    b"template.macroEnabled.main+xml": Kind.XLSM,
    b"addin.macroEnabled.main+xml": Kind.XLSM,
    b"sheet.binary.macroEnabled.main": Kind.XLSB,
}
_HEAD_BYTES: Final = 4096
_WORKBOOK_STARTS: Final = re.compile(rb"\x09\x08[\x08\x10]\x00", re.DOTALL)
_FIRST_STREAMS: Final = 4
_FILE_PASS: Final = 0x2F
_FIRST_RECORDS: Final = 12
_RECORD_HEAD: Final = 4


def first_look(content: bytes) -> tuple[Kind | None, str, str]:
    """The kind, or None with the code of a refusal; the last part says what it is instead.

    >>> first_look(b"id,name")
    (<Kind.TEXT: 'text'>, '', '')
    >>> first_look(b"%PDF-1.7")
    (None, 'not-a-spreadsheet', 'a PDF')
    """
    head = content[:_HEAD_BYTES]
    if not content.strip():
        return None, "empty-file", ""
    if head.startswith(ZIP_START):
        return Kind.ZIP, "", ""
    if head.startswith(_EMPTY_ZIP):
        return None, "empty-workbook", ""
    if head.startswith(_OLE_START):
        return _ole(content)
    if head.startswith(_OLD_XLS):
        return Kind.XLS, "", ""
    return _text_or_foreign(head)


def packed_kind(content_types: bytes, mimetype: bytes, names: frozenset[str]) -> Kind | None:
    """What a packed file is, by its own table of contents; `names` in small letters."""
    for mark, kind in _MAIN.items():
        if mark in content_types:
            return kind
    if b"opendocument.spreadsheet" in mimetype:
        return Kind.ODS
    if "xl/workbook.bin" in names:
        return Kind.XLSB
    if "xl/workbook.xml" in names:
        return Kind.XLSX
    return None


def _ole(content: bytes) -> tuple[Kind | None, str, str]:
    if _wide("EncryptedPackage") in content:
        return None, "password-protected", ""
    if any(_wide(stream) in content for stream in ("WordDocument", "PowerPoint Document")):
        return None, "not-a-spreadsheet", "another kind of office document"
    if _locked(content):
        return None, "password-protected", ""
    return Kind.XLS, "", ""


def _locked(content: bytes) -> bool:
    """Whether the first records of an .xls workbook say that the rest is encrypted."""
    starts = islice(_WORKBOOK_STARTS.finditer(content), _FIRST_STREAMS)
    return any(_file_pass_after(content, start.start()) for start in starts)


def _file_pass_after(content: bytes, at: int) -> bool:
    for _ in range(_FIRST_RECORDS):
        if at + _RECORD_HEAD > len(content):
            return False
        record, length = struct.unpack_from("<HH", content, at)
        if record == _FILE_PASS:
            return True
        at += _RECORD_HEAD + length
    return False


def _wide(name: str) -> bytes:
    return name.encode("utf-16-le")


def _text_or_foreign(head: bytes) -> tuple[Kind | None, str, str]:
    for start, what in _FOREIGN.items():
        if head.startswith(start):
            return None, "not-a-spreadsheet", what
    text = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    if _HTML.match(text):
        return None, "html-page", ""
    if not text.lstrip().startswith(b"<?xml"):
        return Kind.TEXT, "", ""
    if b"urn:schemas-microsoft-com:office:spreadsheet" in text or b"Excel.Sheet" in text:
        return None, "xml-spreadsheet", ""
    return None, "not-a-spreadsheet", "an XML file"

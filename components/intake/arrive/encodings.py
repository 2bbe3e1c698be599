"""Which letters the bytes of a text file stand for; what is not certain is asked.

The child reads by it; the parent only shows a few lines as each encoding would read them.
"""

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ASKED: Final = "cp1252"
ENCODINGS: Final = (
    *("utf-8", "utf-16", "cp1252", "cp1250"),
    *("iso-8859-15", "mac_roman", "cp850", "cp437"),
)
"""The encodings that may be answered."""
_SHOWN: Final = ENCODINGS[2:]
_PREVIEW_LINES: Final = 3
_PREVIEW_BYTES: Final = 120
_LINE: Final = re.compile(rb"[^\r\n]*[\x80-\xff][^\r\n]*")
_PLAIN_LETTERS: Final = bytes(range(128))
_SAMPLE_BYTES: Final = 4096
_MANY: Final = 0.3
_FEW: Final = 0.05


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text as UTF-8 bytes, the encoding it was read in, and whether that has to be asked.

    `unfit` is the encoding that was said, where some bytes stand for no letter in it.
    """

    text: bytes
    encoding: str
    asked: bool = False
    unfit: str = ""


def decode(content: bytes, said: str = "") -> Decoded:
    r"""By byte order mark, else as said, as strict UTF-8, as UTF-16, or as cp1252 and asked.

    >>> decode(b"\xff\xfea\x00,\x00b\x00").text
    b'a,b'
    >>> decode("Jürgen".encode("cp1252"))
    Decoded(text=b'J\xc3\xbcrgen', encoding='cp1252', asked=True, unfit='')
    >>> decode("Jürgen".encode("cp850"), "cp850").text.decode()
    'Jürgen'
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _marked(content[len(mark) :], encoding)
    wide = _wide(content)
    if wide:
        return Decoded(content.decode(wide).encode(), wide)
    if said in ENCODINGS:
        return _as_said(content, said)
    return _without_mark(content)


def _as_said(content: bytes, said: str) -> Decoded:
    encoding = "utf-16-le" if said == "utf-16" else said
    try:
        return Decoded(content.decode(encoding).encode(), said)
    except UnicodeDecodeError:
        return replace(_without_mark(content), asked=True, unfit=said)


def _without_mark(content: bytes) -> Decoded:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return Decoded(content.decode(_ASKED, errors="replace").encode(), _ASKED, asked=True)
    return Decoded(content, "utf-8")


def _marked(content: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(content.decode(encoding).encode(), encoding)
    except UnicodeDecodeError:
        text = content.decode(encoding, errors="replace")
        return Decoded(text.encode(), encoding, asked=True)


def _wide(content: bytes) -> str:
    """UTF-16 without a mark: every other byte of western text is NUL, and all of it decodes."""
    sample = content[:_SAMPLE_BYTES]
    half = max(1, len(sample) // 2)
    first, second = sample[::2].count(0) / half, sample[1::2].count(0) / half
    encoding = ""
    if first <= _FEW and second >= _MANY:
        encoding = "utf-16-le"
    if second <= _FEW and first >= _MANY:
        encoding = "utf-16-be"
    try:
        return encoding if encoding and content.decode(encoding) else ""
    except UnicodeDecodeError:
        return ""


def encoding_previews(content: bytes) -> Mapping[str, tuple[str, ...]]:
    r"""Up to three lines with letters beyond English ones, as each encoding would read them.

    Only encodings in which every byte of the file stands for a letter are shown, and of those
    that read the file alike only the first. Nothing for a file that needs no question.

    >>> encoding_previews("id;Jürgen".encode("cp1252"))["cp1252"]
    ('id;Jürgen',)
    """
    if not decode(content).asked:
        return {}
    high = bytes(sorted(set(content.translate(None, _PLAIN_LETTERS))))
    lines = [found[0] for found in islice(_LINE.finditer(content), _PREVIEW_LINES)]
    seen: dict[str, str] = {}
    for encoding in _SHOWN:
        try:
            seen.setdefault(high.decode(encoding), encoding)
        except UnicodeDecodeError:
            continue
    return {one: tuple(_shown(line, one) for line in lines) for one in seen.values()}


def _shown(line: bytes, encoding: str) -> str:
    """The part of a line around its first letter that is not English."""
    at = len(line) - len(line.lstrip(_PLAIN_LETTERS))
    start = max(0, at - _PREVIEW_BYTES // 2)
    text = line[start : start + _PREVIEW_BYTES].decode(encoding)
    return "".join(sign if sign.isprintable() else " " for sign in text).strip()

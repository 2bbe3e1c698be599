"""In the child: which letters the bytes of a text file stand for; what is not certain is asked."""

import codecs
from dataclasses import dataclass
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ASKED: Final = "cp1252"
_SAMPLE_BYTES: Final = 4096
_MANY: Final = 0.3
_FEW: Final = 0.05


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text as UTF-8 bytes, the encoding it was read in, and whether that has to be asked."""

    text: bytes
    encoding: str
    asked: bool = False


def decode(content: bytes) -> Decoded:
    r"""By byte order mark, else as strict UTF-8, else as UTF-16, else read as cp1252 and asked.

    >>> decode(b"\xff\xfea\x00,\x00b\x00").text
    b'a,b'
    >>> decode("Jürgen".encode("cp1252"))
    Decoded(text=b'J\xc3\xbcrgen', encoding='cp1252', asked=True)
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _marked(content[len(mark) :], encoding)
    wide = _wide(content)
    if wide:
        return Decoded(content.decode(wide).encode(), wide)
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

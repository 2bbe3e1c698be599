"""Text as it comes from the reader, made into text as we hold it; looked at before it is touched.

An empty text becomes an empty cell. Control characters go, except tab and line breaks. A date
without a time loses the midnight the reader adds, a time without a date the day zero.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

_CONTROLS: Final = bytes([*range(9), 11, 12, *range(14, 32), 127])
_HIGH_CONTROLS: Final = re.compile(rb"\xc2[\x80-\x9f]")
_CONTROL_PATTERN: Final = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x{80}-\x{9f}]"
_DAY: Final = r"^(\d{4}-\d\d-\d\d)"
_MIDNIGHT: Final = _DAY + r" 00:00:00$"
_ISO_TIME: Final = _DAY + r"T(\d\d:\d\d:\d\d(?:\.\d+)?)$"
_DAY_ZERO: Final = r"^1899-12-31 (\d\d:\d\d:\d\d(?:\.\d+)?)$"
_EARLY: Final = r"^(?:1899-12-\d\d|1900-0[1-3]-\d\d|1900-\d\d-\d\d .+|1904-01-\d\d .+)$"
_EARLY_MARKS: Final = (b"1899-12-", b"1900-", b"1904-01-")
_NO: Final[frozenset[str]] = frozenset()


class Dates(StrEnum):
    """How the reader writes a date: from a serial number, as ISO text, or not at all."""

    NONE = "none"
    SERIAL = "serial"
    ISO = "iso"


_READER_MARKS: Final = {
    Dates.SERIAL: (b" 00:00:00", b"1899-12-31 "),
    Dates.ISO: (b"T",),
}


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A column as we hold it; rows (0-based) whose text was cut or lost control characters.

    `early` are rows with a day of the first months of 1900, or before, or with a time of a day
    of 1900: a small number that is shown as a day comes so, and so does a duration in .xls.
    """

    column: pa.Array
    cut: tuple[int, ...] = ()
    controls: tuple[int, ...] = ()
    early: tuple[int, ...] = ()


def clean(
    column: pa.Array, *, text_length: int, dates: Dates = Dates.NONE, texts: frozenset[str] = _NO
) -> Cleaned:
    """Clean one text column.

    `dates` says how the reader wrote its dates; `texts` are texts of the file that look like
    such a date and stay as they are.
    """
    text = _text_bytes(column)
    lengths = pc.binary_length(column)
    span = pc.min_max(lengths)
    if span["min"].as_py() == 0:
        column = pc.if_else(pc.equal(lengths, 0), pa.scalar(None, column.type), column)
    controls: tuple[int, ...] = ()
    if _has_controls(text):
        controls = _rows(pc.match_substring_regex(column, _CONTROL_PATTERN))
        column = pc.replace_substring_regex(column, _CONTROL_PATTERN, "")
    if dates is not Dates.NONE:
        column = _without_reader_marks(column, text, dates, texts)
    early = _early(column, text) if dates is Dates.SERIAL else ()
    cut: tuple[int, ...] = ()
    if (span["max"].as_py() or 0) > text_length:
        column, cut = _cut(column, text_length)
    return Cleaned(column, cut, controls, early)


def _early(column: pa.Array, text: bytes) -> tuple[int, ...]:
    """A bare first of January 1900 is left out: many systems write it for "none"."""
    if not any(mark in text for mark in _EARLY_MARKS):
        return ()
    found = pc.match_substring_regex(column, _EARLY)
    return _rows(pc.and_not(found, pc.equal(column, "1900-01-01")))


def _text_bytes(column: pa.Array) -> bytes:
    """The column's characters in one piece, those of null cells included."""
    buffer = column.buffers()[2]
    if buffer is None or not len(column):
        return b""
    text: bytes = buffer.to_pybytes()
    return text


def _has_controls(text: bytes) -> bool:
    if len(text.translate(None, _CONTROLS)) < len(text):
        return True
    return b"\xc2" in text and _HIGH_CONTROLS.search(text) is not None


def _rows(mask: pa.Array) -> tuple[int, ...]:
    return tuple(pc.indices_nonzero(pc.fill_null(mask, fill_value=False)).to_pylist())


def _without_reader_marks(
    column: pa.Array, text: bytes, dates: Dates, texts: frozenset[str]
) -> pa.Array:
    """Dates and times repeat, so each distinct text is looked at once."""
    if not any(mark in text for mark in _READER_MARKS[dates]):
        return column
    encoded = column.dictionary_encode()
    distinct = encoded.dictionary
    plain = distinct
    if dates is Dates.ISO:
        plain = pc.replace_substring_regex(plain, _ISO_TIME, r"\1 \2")
    if dates is Dates.SERIAL:
        plain = pc.replace_substring_regex(plain, _DAY_ZERO, r"\1")
    plain = pc.replace_substring_regex(plain, _MIDNIGHT, r"\1")
    if texts:
        written = pc.is_in(distinct, pa.array(sorted(texts), distinct.type))
        plain = pc.if_else(written, distinct, plain)
    return plain.take(encoded.indices)


def _cut(column: pa.Array, text_length: int) -> tuple[pa.Array, tuple[int, ...]]:
    too_long = pc.fill_null(pc.greater(pc.utf8_length(column), text_length), fill_value=False)
    rows = _rows(too_long)
    if rows:
        column = pc.if_else(too_long, pc.utf8_slice_codeunits(column, 0, text_length), column)
    return column, rows

"""Text as it comes from the reader, made into text as we hold it; looked at before it is touched.

An empty text becomes an empty cell. Control characters go, except tab and line breaks. A date
without a time loses the midnight the reader adds, a time without a date the day zero.
"""

import re
from dataclasses import dataclass
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

_CONTROLS: Final = bytes([*range(9), 11, 12, *range(14, 32), 127])
_HIGH_CONTROLS: Final = re.compile(rb"\xc2[\x80-\x9f]")
_CONTROL_PATTERN: Final = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x{80}-\x{9f}]"
_MIDNIGHT: Final = b" 00:00:00"
_MIDNIGHT_PATTERN: Final = r"^\d{4}-\d\d-\d\d 00:00:00$"
_DAY_ZERO: Final = b"1899-12-31 "
_DAY_ZERO_PATTERN: Final = r"^1899-12-31 \d\d:\d\d:\d\d(\.\d+)?$"
_DAY_LENGTH: Final = 10


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A column as we hold it; rows (0-based) whose text was cut or lost control characters."""

    column: pa.Array
    cut: tuple[int, ...] = ()
    controls: tuple[int, ...] = ()


def clean(column: pa.Array, *, text_length: int, dates: bool) -> Cleaned:
    """Clean one text column; `dates` where the reader wrote dates as text itself."""
    text = _text_bytes(column)
    lengths = pc.binary_length(column)
    span = pc.min_max(lengths)
    if span["min"].as_py() == 0:
        column = pc.if_else(pc.equal(lengths, 0), pa.scalar(None, column.type), column)
    controls: tuple[int, ...] = ()
    if _has_controls(text):
        controls = _rows(pc.match_substring_regex(column, _CONTROL_PATTERN))
        column = pc.replace_substring_regex(column, _CONTROL_PATTERN, "")
    if dates:
        column = _without_reader_marks(column, text)
    cut: tuple[int, ...] = ()
    if (span["max"].as_py() or 0) > text_length:
        column, cut = _cut(column, text_length)
    return Cleaned(column, cut, controls)


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


def _without_reader_marks(column: pa.Array, text: bytes) -> pa.Array:
    """Dates and times repeat, so the pattern is tried once per distinct text."""
    if _MIDNIGHT not in text and _DAY_ZERO not in text:
        return column
    encoded = column.dictionary_encode()
    distinct = encoded.dictionary
    is_day = pc.match_substring_regex(distinct, _MIDNIGHT_PATTERN)
    distinct = pc.if_else(is_day, pc.utf8_slice_codeunits(distinct, 0, _DAY_LENGTH), distinct)
    is_time = pc.match_substring_regex(distinct, _DAY_ZERO_PATTERN)
    distinct = pc.if_else(is_time, pc.utf8_slice_codeunits(distinct, len(_DAY_ZERO)), distinct)
    return distinct.take(encoded.indices)


def _cut(column: pa.Array, text_length: int) -> tuple[pa.Array, tuple[int, ...]]:
    too_long = pc.fill_null(pc.greater(pc.utf8_length(column), text_length), fill_value=False)
    rows = _rows(too_long)
    if rows:
        column = pc.if_else(too_long, pc.utf8_slice_codeunits(column, 0, text_length), column)
    return column, rows

"""In the child: a text file as one sheet; every value stays the text it is, nothing is lost.

Rows are numbered by record, header and blank lines included, which is the number a spreadsheet
program shows; a first line that only names the separator is not counted, as it shows none.
"""

import csv
from collections import Counter
from collections.abc import Callable
from io import StringIO
from itertools import zip_longest
from typing import Final

import pyarrow as pa
import pyarrow.csv as arrow_csv

from components.intake.arrive.cleaning import clean
from components.intake.arrive.encodings import decode
from components.intake.arrive.findings import Findings, leading_empty_rows
from components.intake.arrive.separators import Separator, separator_of
from components.intake.arrive.wire import Facts

Tell = Callable[[pa.Table, Facts], None]
"""Hands one sheet and its facts to the parent."""

Columns = list[pa.Array]

_BLOCK_BYTES: Final = 32 << 20
_LONGEST_VALUE: Final = 1 << 30


def read(content: bytes, task: Facts, tell: Tell) -> Facts:
    """Read a text file; the facts of the file, or the code of its refusal."""
    decoded = decode(content, task.get("encoding", ""))
    if b"\x00" in decoded.text:
        return {"refused": "nul-characters"}
    text = decoded.text.rstrip(b"\r\n")
    if not text.strip():
        return {"refused": "empty-file"}
    csv.field_size_limit(_LONGEST_VALUE)
    separator = separator_of(_head(text), task.get("separator", ""))
    findings = Findings()
    if decoded.unfit:
        findings.add("encoding-unfit", value=decoded.unfit)
    elif decoded.asked:
        findings.add("encoding-asked", value=decoded.encoding)
    if separator.rivals:
        findings.add("delimiter-asked", value=separator.character)
    columns = _columns(text[separator.skipped :], separator, findings)
    wide, long = len(columns), len(columns[0])
    if wide > task["columns"] or long > task["rows"] or wide * long > task["area"]:
        return {"refused": "file-too-wide-or-long"}
    table, first_row = _cleaned(columns, task, findings)
    notes = ["encoding-asked"] if decoded.asked else []
    tell(
        table,
        {"number": 0, "name": "", "first_row": first_row, "notes": notes}
        | {"findings": findings.facts()},
    )
    return {"sheets": 1}


def _head(text: bytes) -> str:
    return text[: 1 << 20].decode("utf-8", errors="ignore")


def _columns(text: bytes, separator: Separator, findings: Findings) -> Columns:
    doubtful = b"\n\n" in text or text.count(b'"') % 2
    quick = None if doubtful else _quick(text, separator.character)
    return _careful(text.decode(), separator.character, findings) if quick is None else quick


def _quick(text: bytes, character: str) -> Columns | None:
    """Arrow's own reader; None where records differ in length or it can't be sure."""
    first = next(csv.reader(StringIO(_head(text), newline=""), delimiter=character), [])
    names = [f"f{index}" for index in range(len(first))]
    try:
        table = arrow_csv.read_csv(
            pa.BufferReader(text),
            read_options=arrow_csv.ReadOptions(
                autogenerate_column_names=True, block_size=_BLOCK_BYTES, use_threads=True
            ),
            parse_options=arrow_csv.ParseOptions(
                delimiter=character, newlines_in_values=True, ignore_empty_lines=False
            ),
            convert_options=arrow_csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()),
                null_values=[""],
                strings_can_be_null=True,
                quoted_strings_can_be_null=True,
            ),
        )
    except pa.ArrowInvalid:
        return None
    if table.num_columns != len(names):
        return None
    return [_one_piece(column) for column in table.columns]


def _one_piece(column: pa.ChunkedArray) -> pa.Array:
    pieces = column.chunks
    return pieces[0] if len(pieces) == 1 else pa.concat_arrays(pieces)


def _careful(text: str, character: str, findings: Findings) -> Columns:
    """Record by record, for files whose records differ in length."""
    records, open_at = _records(text, character)
    if open_at:
        findings.add("quote-not-closed", (open_at, 0))
    usual = _usual_width(records)
    for number, record in enumerate(records, start=1):
        if len(record) != usual:
            _note_width(number, record, usual, findings)
    return [
        pa.array([value or None for value in values], pa.string())
        for values in zip_longest(*records)
    ]


def _records(text: str, character: str) -> tuple[list[list[str]], int]:
    """All records, and the record (from 1) in which a quotation mark is never closed, or 0."""
    open_at = _never_closed(text, character) if text.count('"') % 2 else 0
    lines = StringIO(text, newline="")
    if open_at:
        return list(csv.reader(lines, delimiter=character, quoting=csv.QUOTE_NONE)), open_at
    return list(csv.reader(lines, delimiter=character)), 0


def _never_closed(text: str, character: str) -> int:
    reader = csv.reader(StringIO(text, newline=""), delimiter=character, strict=True)
    record = 1
    try:
        while next(reader, None) is not None:
            record += 1
    except csv.Error as wrong:
        return record if "unexpected end" in str(wrong) else 0
    return 0


def _usual_width(records: list[list[str]]) -> int:
    counts = Counter(len(record) for record in records if any(record))
    return max(counts.items(), key=lambda one: (one[1], one[0]))[0] if counts else 0


def _note_width(number: int, record: list[str], usual: int, findings: Findings) -> None:
    if len(record) > usual and any(record[usual:]):
        findings.add("record-long", (number, usual), record[usual][:80])
    elif len(record) < usual and any(record):
        findings.add("record-short", (number, len(record)))


def _cleaned(columns: Columns, task: Facts, findings: Findings) -> tuple[pa.Table, int]:
    kept = []
    for index, column in enumerate(columns):
        cleaned = clean(column, text_length=task["text_length"])
        kept.append(cleaned.column)
        findings.note_cleaned(cleaned, index)
    skipped = leading_empty_rows(kept)
    names = [f"c{index}" for index in range(len(kept))]
    return pa.Table.from_arrays(kept, names=names).slice(skipped), skipped + 1

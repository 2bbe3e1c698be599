"""Loader files with several record types: each type is a sheet of its own, with its own header.

A line METADATA names a type and its columns; the lines MERGE below hold its records.
"""

from collections.abc import Iterator
from dataclasses import replace

from components.intake.arrive import Arrived
from components.tables.sheets import Sheet

MARK = "METADATA"
_BEFORE = 2
"""The mark and the type stand before the columns."""
_OF_ONE_WIDTH = frozenset({"record-short", "record-long"})


def by_record_type(arrived: Arrived) -> Arrived:
    """The sheets, loader files cut into one for each type; every cell keeps its address."""
    mixed = {(one.file, one.name) for one in arrived.sheets if one.quote(1, 0) == MARK}
    if not mixed:
        return arrived
    sheets = tuple(
        part
        for one in arrived.sheets
        for part in (_parts(one) if (one.file, one.name) in mixed else (one,))
    )
    problems = tuple(
        one
        for one in arrived.problems
        if (one.file, one.sheet) not in mixed or one.code not in _OF_ONE_WIDTH
    )
    return replace(arrived, sheets=sheets, problems=problems)


def _parts(sheet: Sheet) -> Iterator[Sheet]:
    marks = sheet.text.column(0).to_pylist()
    starts = [place for place, text in enumerate(marks) if text == MARK]
    for start, end in zip(starts, [*starts[1:], len(marks)], strict=True):
        held = sheet.text.slice(start, end - start)
        header = [column[0].as_py() for column in held.columns]
        width = max((place + 1 for place, text in enumerate(header) if text), default=0)
        if width > _BEFORE:
            columns = held.columns[_BEFORE:width]
            names = [f"c{place}" for place in range(len(columns))]
            yield replace(
                sheet,
                name=str(header[1] or ""),
                text=held.from_arrays(columns, names=names),
                first_row=sheet.first_row + start,
                first_column=sheet.first_column + _BEFORE,
            )

"""Whatever somebody writes as CSV or puts into a workbook is held cell for cell as it was."""

import csv
import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict
from io import BytesIO, StringIO

import openpyxl
import pyarrow as pa
from hypothesis import example, given, settings
from hypothesis import strategies as st

from components.intake.arrive import ArriveLimits, delimited, workbook
from components.intake.arrive.wire import Facts
from components.tables.sheets import Sheet

TASK: Facts = asdict(ArriveLimits())

letters = st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from('\n\t",;|')
texts = st.text(letters, max_size=8)


def read(content: bytes) -> tuple[pa.Table, Facts]:
    told: list[tuple[pa.Table, Facts]] = []
    delimited.read(content, TASK, lambda table, facts: told.append((table, facts)))
    return told[0]


def held(table: pa.Table, first_row: int, width: int) -> list[list[str]]:
    above = [[""] * width] * (first_row - 1)
    rows = [[value or "" for value in row.values()] for row in table.to_pylist()]
    return above + [row + [""] * (width - len(row)) for row in rows]


def padded(rows: list[list[str]]) -> list[list[str]]:
    width = max(len(row) for row in rows)
    return [row + [""] * (width - len(row)) for row in rows]


def without_tail(rows: list[list[str]]) -> list[list[str]]:
    while rows and not any(rows[-1]):
        rows = rows[:-1]
    return rows


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.lists(texts, min_size=1, max_size=5), min_size=1, max_size=8),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from([",", ";", "\t", "|"]),
)
def test_every_cell_comes_back(rows: list[list[str]], encoding: str, delimiter: str) -> None:
    written = StringIO()
    csv.writer(written, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(
        [["Id", "Name"], *rows]
    )
    content = f"sep={delimiter}\r\n{written.getvalue()}".encode(encoding)
    table, facts = read(content)
    wanted = padded([["Id", "Name"], *rows])
    assert without_tail(held(table, facts["first_row"], len(wanted[0]))) == without_tail(wanted)


cells = st.dictionaries(
    st.tuples(st.integers(1, 12), st.integers(1, 8)),
    st.one_of(
        st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=6),
        st.integers(-(10**12), 10**12),
        st.booleans(),
        st.dates(dt.date(1900, 3, 1)),
    ),
    max_size=12,
)


@settings(max_examples=100, deadline=None)
@given(cells)
@example({(1, 1): " "})
def test_every_cell_of_a_workbook_keeps_its_address(
    values: dict[tuple[int, int], object],
) -> None:
    made = openpyxl.Workbook()
    for (row, column), value in values.items():
        made.active.cell(row, column, value).data_type = _type(value)
    written = BytesIO()
    made.save(written)
    told: list[tuple[pa.Table, Facts]] = []
    task = TASK | {"kind": "xlsx", "marks": {}, "unpacked": 0, "sheets": 9}
    workbook.read(written.getvalue(), task, lambda table, facts: told.append((table, facts)))
    ((table, facts),) = told
    sheet = Sheet("a", "b", table, facts.get("first_row", 1), facts.get("first_column", 0))
    found = {
        (row, column + 1): sheet.quote(row, column) for row in range(1, 13) for column in range(8)
    }
    wanted = {place: _text(value) for place, value in values.items()}
    assert _filled(found) == _filled(wanted)


def _filled(cells: Mapping[tuple[int, int], str | None]) -> dict[tuple[int, int], str]:
    """The cells that hold something; one that holds only spaces is as good as empty."""
    return {place: text for place, text in cells.items() if text and text.strip()}


def _type(value: object) -> str:
    return {str: "s", bool: "b", dt.date: "d"}.get(type(value), "n")


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)

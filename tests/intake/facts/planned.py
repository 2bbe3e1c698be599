"""Sheets and plans written by hand, in one line each."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow as pa

from components.intake.checks import checked
from components.intake.facts import Built, build
from components.intake.plan import ColumnPlan, Confidence, SheetPlan
from components.settings import Settings
from components.tables.problems import Problem, ordered
from components.tables.sheets import Sheet

TODAY = date(2026, 6, 30)
Cells = Sequence[Sequence[str | None]]
Taken = Mapping[str, str]
"""Header → "table.field", or "table.field?key=value&key=value" with details."""


def sheet(name: str, cells: Cells, *, first_row: int = 1, first_column: int = 0) -> Sheet:
    """A sheet of these rows, header included; empty text is an empty cell."""
    columns = [
        pa.array([cell or None for cell in column], pa.string())
        for column in zip(*cells, strict=True)
    ]
    text = pa.table(columns, names=[f"c{number}" for number in range(len(columns))])
    return Sheet(f"{name}.xlsx", name, text, first_row, first_column)


def from_csv(path: Path, delimiter: str = ",") -> Sheet:
    """A text file as the reader gives it."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=delimiter))
    return Sheet(path.name, "", sheet("", rows).text)


def plan(index: int, source: Sheet, table: str, taken: Taken) -> SheetPlan:
    """A plan whose header row is the first row held; headers that are not named are unused."""
    headers = [source.text.column(at)[0].as_py() for at in range(source.columns)]
    columns = tuple(
        _column(at + source.first_column, header or "", taken.get(header or "", ""))
        for at, header in enumerate(headers)
    )
    last = source.first_row + source.rows - 1
    lookup = any(column.table == "lookup" for column in columns)
    return SheetPlan(index, table, source.first_row, last, columns, lookup=lookup)


def _column(at: int, header: str, place: str) -> ColumnPlan:
    if not place:
        return ColumnPlan(at, header)
    where, _, details = place.partition("?")
    table, _, field = where.partition(".")
    detail = dict(pair.split("=", 1) for pair in details.split("&")) if details else {}
    return ColumnPlan(at, header, table, field, Confidence.SURE, detail=detail)


def built(settings: Settings, *planned: tuple[Sheet, str, Taken], today: date = TODAY) -> Built:
    """Build and check sheets, each with its table and what its columns are taken for."""
    sheets = [source for source, _, _ in planned]
    plans = [plan(index, *one) for index, one in enumerate(planned)]
    return with_checks(build(sheets, plans, settings, content_key="key", today=today))


def with_checks(result: Built) -> Built:
    """The same, and what the checks found."""
    return replace(result, problems=ordered((*result.problems, *checked(result.facts))))


def rows(result: Built, table: str, *fields: str) -> list[tuple[object, ...]]:
    """Some fields of a table, row by row; None where nothing is known."""
    frame = result.dataset.tables[table]
    columns = [frame[name].array.__arrow_array__().to_pylist() for name in fields]
    return list(zip(*columns, strict=True))


def found(result: Built, code: str) -> list[Problem]:
    """The problems with a code."""
    return [problem for problem in result.problems if problem.code == code]

"""Sheets made in one line, and what recognition says of them as short texts."""

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa

from components.intake.answers import Answers, load_answers
from components.intake.arrive import ArriveLimits, Upload, read_sheets
from components.intake.plan import Confidence
from components.intake.recognise import Recognition, recognise
from components.settings import load_settings
from components.tables.problems import Problem
from components.tables.sheets import Sheet

SETTINGS = load_settings()
LIMITS = ArriveLimits(upload_mb=100, rare_formats=True)
Rows = Sequence[Sequence[str | None]]


def sheet(rows: Rows, file: str = "roles.csv", *, corner: tuple[int, int] = (1, 0)) -> Sheet:
    """A sheet of these rows; None is an empty cell; `corner` is its first row and column."""
    width = max(map(len, rows), default=0)
    full = [[*row, *[None] * (width - len(row))] for row in rows]
    columns = {
        f"c{place}": pa.array([row[place] for row in full], pa.string()) for place in range(width)
    }
    return Sheet(file, "Sheet1", pa.table(columns), *corner)


def text(lines: str, file: str = "roles.csv") -> Sheet:
    """A sheet written as comma-separated text."""
    rows = [[cell.strip() or None for cell in line.split(",")] for line in lines.split("\n")]
    return sheet([row for row in rows if any(row)], file)


def read(*sheets: Sheet, answers: str = "") -> Recognition:
    """Recognise with the app's own settings; answers as TOML."""
    return recognise(sheets, SETTINGS, load_answers(answers) if answers else Answers())


def sheets_of(folder: Path, *names: str) -> tuple[Sheet, ...]:
    """The sheets of real files."""
    uploads = [Upload(name, (folder / name).read_bytes()) for name in names]
    return read_sheets(uploads, LIMITS).sheets


def read_folder(folder: Path, *names: str, answers: str = "") -> Recognition:
    """Recognise real files."""
    return read(*sheets_of(folder, *names), answers=answers)


def used(found: Recognition, number: int = 0) -> dict[str, str]:
    """Header → "table.field" of the columns that are used."""
    plan = found.plans[number]
    return {one.header: f"{one.table}.{one.field}" for one in plan.columns if one.used}


def confidence(found: Recognition, header: str) -> Confidence:
    """How surely a header was recognised."""
    return next(match.confidence for match in found.matches if match.header == header)


def why(found: Recognition, header: str) -> str:
    """Why a header was taken for what it was."""
    return next(match.why for match in found.matches if match.header == header)


def detail(found: Recognition, header: str) -> dict[str, str]:
    """The detail of a header's plan."""
    columns = [column for plan in found.plans for column in plan.columns]
    return dict(next(one.detail for one in columns if one.header == header))


def problem(found: Recognition, code: str) -> Problem:
    """The one problem of that code."""
    (only,) = [one for one in found.problems if one.code == code]
    return only


def codes(found: Recognition) -> list[str]:
    """The codes of all problems, in order."""
    return [one.code for one in found.problems]

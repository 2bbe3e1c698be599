"""Two different statements about one person and one day: the first is used, the other listed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from components.intake.facts.findings import Place, Wording, by_cell
from components.intake.facts.open_lists import emptied, without_open
from components.intake.facts.sheet_rows import SheetRows
from components.intake.facts.statements import person_days
from components.intake.facts.tables import codes, column
from components.tables import columns as col
from components.tables.dataset import BOOKKEEPING
from components.tables.problems import Problem

Numbers = npt.NDArray[np.int64]

_ROW = Wording(
    "conflicting_rows",
    "A second row about this person and this day says something else.",
    "{count} rows contradict an earlier row about the same person and day; the first is named.",
    "The earlier row is used, this one was set aside. Keep one row per person and day.",
)
_VALUE = Wording(
    "conflicting_rows",
    "“{value}” contradicts another value for this person and this day.",
    "{count} values contradict another value for the same person and day; the first is named.",
    "The value that stands first is used, this one was left out. Correct one of the two.",
)


@dataclass(frozen=True)
class PlaceOf:
    """Where a field of a table stands in a sheet."""

    read: Mapping[int, SheetRows]
    places: Mapping[tuple[int, str, str], int]

    def __call__(self, sheet: int, table: str, field: str) -> Place:
        """The column; that of the employee id where the field has none of its own."""
        rows = self.read[sheet]
        return Place(rows.source, self.places.get((sheet, table, field), rows.key.plan.column))

    def awaiting_day(self, table: str) -> list[int]:
        """The sheets about that table of which it is asked on which day they were true."""
        return [
            number
            for number, rows in self.read.items()
            if rows.table == table and rows.plan.awaits_day
        ]


@dataclass(frozen=True)
class Settled:
    """A table without contradictions, and those that were found."""

    table: pa.Table
    problems: tuple[Problem, ...] = ()


def first_row_of_day(table: pa.Table, rows: SheetRows) -> Settled:
    """Of several rows of a sheet of people about one person and day, keep the first."""
    days = person_days(table)
    order = np.argsort(days, kind="stable")
    again = np.zeros(len(order), dtype=np.bool_)
    again[order[1:]] = days[order[1:]] == days[order[:-1]]
    if not again.any():
        return Settled(table)
    place = Place(rows.source, rows.key.plan.column)
    numbers = np.asarray(column(table, col.ROW))[again]
    return Settled(table.filter(pa.array(~again)), tuple(by_cell(_ROW, place, numbers)))


def settle(table: pa.Table, place_of: PlaceOf) -> Settled:
    """Between sheets: where two values of a field differ on one day, empty the later one.

    Of lists that wait for their day both are emptied, and nothing is listed: each may be right.
    """
    table = without_open(table, place_of.awaiting_day("people"))
    days = person_days(table)
    order = np.argsort(days, kind="stable")
    same = days[order[1:]] == days[order[:-1]]
    if not same.any():
        return Settled(table)
    shared = np.zeros(len(order), dtype=np.bool_)
    shared[1:] |= same
    shared[:-1] |= same
    among = order[shared]
    starts = np.flatnonzero(np.diff(days[among], prepend=days[among][0] - 1))
    problems: list[Problem] = []
    for name in table.column_names:
        if name not in {*BOOKKEEPING, col.KNOWN_ON}:
            wrong = _later_and_different(column(table, name), among, starts)
            problems += _listed(table, name, wrong, place_of)
            table = emptied(table, name, wrong)
    return Settled(table, tuple(problems))


def _later_and_different(values: pa.Array, among: Numbers, starts: Numbers) -> Numbers:
    some = values.take(pa.array(among))
    code, given = codes(some), np.asarray(pc.is_valid(some))
    sizes = np.diff(np.append(starts, len(among)))
    at = np.where(given, np.arange(len(among)), len(among) - 1)
    first = np.repeat(np.minimum.reduceat(at, starts), sizes)
    return np.sort(among[given & given[first] & (code != code[first])])


def _listed(table: pa.Table, name: str, wrong: Numbers, place_of: PlaceOf) -> Iterator[Problem]:
    sheets = np.asarray(column(table, col.SHEET))[wrong]
    numbers = np.asarray(column(table, col.ROW))[wrong]
    for sheet in np.unique(sheets):
        place = place_of(int(sheet), "people", name)
        yield from by_cell(_VALUE, place, numbers[sheets == sheet])

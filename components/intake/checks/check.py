"""A check: what it looks for, how it says what it found, and how it finds it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from components.intake.facts.assembled import Facts
from components.intake.facts.findings import Wording, by_cell
from components.intake.facts.tables import column
from components.tables import columns as col
from components.tables.problems import Problem, Severity

Mask = npt.NDArray[np.bool_]
Found = Iterator[Problem]


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that is looked for in the facts; nothing is changed by it.

    `looks_for` is one sentence for people; `find` says each finding in the given words.
    """

    looks_for: str
    wording: Wording
    find: Callable[[Facts, Wording], Found]

    @property
    def code(self) -> str:
        """The code of its problems."""
        return self.wording.code

    @property
    def severity(self) -> Severity:
        """How much its problems stop."""
        return self.wording.severity

    @property
    def now(self) -> str:
        """What became of what was found, and what to do."""
        return self.wording.now

    def findings(self, facts: Facts) -> Found:
        """The problems it finds."""
        return self.find(facts, self.wording)


def rows_by_sheet(table: pa.Table, marked: Mask) -> Iterator[tuple[int, npt.NDArray[np.int32]]]:
    """The row numbers of the marked rows, for each sheet they stand in."""
    if not marked.any():
        return
    sheets = np.asarray(column(table, col.SHEET))[marked]
    numbers = np.asarray(column(table, col.ROW))[marked]
    for sheet in np.unique(sheets):
        yield int(sheet), np.sort(numbers[sheets == sheet])


def at_rows(facts: Facts, field: str, marked: Mask, wording: Wording) -> Found:
    """A problem at a field ("roles.end_date") of the marked rows of its table."""
    table, _, name = field.partition(".")
    for sheet, numbers in rows_by_sheet(facts.tables[table], marked):
        yield from by_cell(wording, facts.place_of(sheet, table, name), numbers)


def once_per_sheet(facts: Facts, field: str, marked: Mask, wording: Wording) -> Found:
    """One problem for all marked rows of a sheet: what is wrong is one thing."""
    table, _, name = field.partition(".")
    for sheet, numbers in rows_by_sheet(facts.tables[table], marked):
        place = facts.place_of(sheet, table, name)
        yield place.problem(wording, int(numbers[0]), count=len(numbers), rows=numbers)

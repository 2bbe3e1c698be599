"""Findings at cells: the problems of one kind in one column, each with a true address."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from components.tables.problems import MOST_CELLS, Problem, Severity
from components.tables.sheets import Sheet

FEW = 20
"""Up to so many cells each get a problem of their own; more share one for each value."""
MOST_VALUES = 200
"""So many different values of one column are listed; the rest share one problem."""

Rows = npt.NDArray[np.int32]
AllRows = Sequence[int] | Rows


@dataclass(frozen=True, slots=True)
class Wording:
    """How a kind of problem is said: its code, what happened for one and for many, what now.

    `one` may name {value}; `many` may name {count} besides.
    """

    code: str
    one: str
    many: str
    now: str
    severity: Severity = Severity.WARNING


@dataclass(frozen=True, slots=True)
class Place:
    """A column of a sheet."""

    source: Sheet
    column: int

    def problem(
        self, wording: Wording, row: int, *, count: int = 1, said: str = "", rows: AllRows = ()
    ) -> Problem:
        """One problem whose first cell stands in that row.

        The problem quotes the cell as it stands; `said` replaces {value} in its words. `rows`
        are all that share it, where they are known.
        """
        text = self.source.quote(row, self.column) or ""
        what = wording.one if count == 1 else wording.many
        return Problem(
            wording.code,
            wording.severity,
            what.format(value=said or text, count=f"{count:,}"),
            wording.now,
            file=self.source.file,
            sheet=self.source.name,
            cell=self.source.address(row, self.column),
            value=text,
            count=count,
            cells=tuple(self.source.address(int(at), self.column) for at in rows[:MOST_CELLS]),
        )


def by_cell(wording: Wording, place: Place, rows: AllRows) -> Iterator[Problem]:
    """One problem per cell while they are few, else one with the first cell and the count."""
    if len(rows) > FEW:
        yield place.problem(
            wording, int(min(rows)), count=len(rows), rows=np.sort(np.asarray(rows))
        )
        return
    for row in rows:
        yield place.problem(wording, int(row))


def by_value(wording: Wording, place: Place, groups: Sequence[Rows]) -> Iterator[Problem]:
    """Rows grouped by their text: one problem per cell while few, else one per text."""
    cells = sum(len(group) for group in groups)
    if cells <= FEW:
        for row in sorted(int(row) for group in groups for row in group):
            yield place.problem(wording, row)
        return
    for group in groups[:MOST_VALUES]:
        yield _of_all(wording, place, group)
    rest = groups[MOST_VALUES:]
    if rest:
        yield _of_all(wording, place, np.concatenate(rest))


def _of_all(wording: Wording, place: Place, rows: Rows) -> Problem:
    return place.problem(wording, int(rows[0]), count=len(rows), rows=rows if len(rows) > 1 else ())


def by_text(codes: npt.NDArray[np.integer[Any]], rows: Rows) -> list[Rows]:
    """Rows grouped by the number of their text, in the order the texts first stand."""
    order = np.argsort(codes, kind="stable")
    ends = np.flatnonzero(np.diff(codes[order])) + 1
    groups = [group for group in np.split(rows[order], ends) if len(group)]
    return sorted(groups, key=lambda group: int(group[0]))

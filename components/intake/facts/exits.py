"""Exits: their kind from two columns, and days that can't be one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from components.intake.facts.conflicts import PlaceOf, Settled
from components.intake.facts.findings import Wording, by_cell
from components.intake.facts.tables import NO_DAY, codes, column
from components.settings.values import Category
from components.tables import columns as col
from components.tables.problems import Problem

Mask = npt.NDArray[np.bool_]

_APART = frozenset({"retirement", "other"})
"""Reasons that are neither voluntary nor involuntary, whatever the type says."""
_BEFORE_HIRE = Wording(
    "exit_before_hire",
    "The exit date “{value}” lies before the hire date.",
    "{count} exit dates lie before the hire date of the row; the first is named here.",
    "The exit is not used, as if the person had been hired again. Correct one of the two dates.",
)
_BY_REASON = Wording(
    "exit_kind_by_reason",
    "The kind of exit “{value}” gives way to what the exit reason says.",
    "{count} kinds of exit give way to what the exit reason says; the first is “{value}”.",
    "The reason decides: a retirement is neither voluntary nor involuntary, and an empty kind says "
    "nothing. Correct the kind or the reason if they contradict each other.",
)


@dataclass(frozen=True)
class ExitRows:
    """The days and marks of statements about exits."""

    table: pa.Table

    def days(self, name: str) -> npt.NDArray[np.int64]:
        """A date column as day numbers; NO_DAY where null or absent."""
        if name not in self.table.column_names:
            return np.full(self.table.num_rows, NO_DAY, dtype=np.int64)
        return codes(column(self.table, name))

    def states(self, *words: str) -> Mask:
        """Rows whose stated status is one of the words."""
        if col.STATED_STATUS not in self.table.column_names:
            return np.zeros(self.table.num_rows, dtype=np.bool_)
        said = column(self.table, col.STATED_STATUS)
        places = np.asarray(pc.is_in(said.dictionary, value_set=pa.array(words)), dtype=np.bool_)
        return np.append(places, False)[codes(said)]


def exits(people: pa.Table, place_of: PlaceOf, category: Category | None) -> Settled:
    """Exit kinds completed by reasons; impossible exits listed and left out."""
    if col.EXIT_DATE not in people.column_names:
        return _with_kinds(people, place_of, category)
    rows = ExitRows(people)
    leaving, hired = rows.days(col.EXIT_DATE), rows.days(col.HIRE_DATE)
    given = leaving > NO_DAY
    before = given & (leaving < hired) & ~rows.states("left")
    found = _before_hire(people, before, place_of)
    settled = _with_kinds(_without(people, before), place_of, category)
    return Settled(settled.table, (*found, *settled.problems))


def _before_hire(table: pa.Table, marked: Mask, place_of: PlaceOf) -> Iterator[Problem]:
    """Each exit before its hire, with the cells of its kind and reason, which fall with it."""
    for sheet, numbers in _by_sheet(table, marked):
        place = place_of(sheet, "people", col.EXIT_DATE)
        fields = (col.EXIT_DATE, col.EXIT_KIND, col.EXIT_REASON)
        asked = ((sheet, "people", field) for field in fields)
        columns = [place_of.places[key] for key in asked if key in place_of.places]
        for row, problem in zip(numbers, by_cell(_BEFORE_HIRE, place, numbers), strict=False):
            cells = tuple(place.source.address(int(row), at) for at in columns)
            yield replace(problem, cells=cells) if problem.count == 1 else problem


def _each(
    table: pa.Table, marked: Mask, about: tuple[Wording, str], place_of: PlaceOf
) -> Iterator[Problem]:
    words, name = about
    for sheet, numbers in _by_sheet(table, marked):
        yield from by_cell(words, place_of(sheet, "people", name), numbers)


def _by_sheet(table: pa.Table, marked: Mask) -> Iterator[tuple[int, npt.NDArray[np.int32]]]:
    if not marked.any():
        return
    sheets = np.asarray(column(table, col.SHEET))[marked]
    numbers = np.asarray(column(table, col.ROW))[marked]
    for sheet in np.unique(sheets):
        yield int(sheet), numbers[sheets == sheet]


def _without(table: pa.Table, marked: Mask) -> pa.Table:
    """The table with the exits of the marked rows emptied."""
    if not marked.any():
        return table
    kept = pa.array(np.arange(len(marked)), mask=marked)
    for name in (col.EXIT_DATE, col.EXIT_KIND, col.EXIT_REASON):
        if name in table.column_names:
            values = column(table, name).take(kept)
            table = table.set_column(table.column_names.index(name), name, values)
    return table


def _with_kinds(table: pa.Table, place_of: PlaceOf, category: Category | None) -> Settled:
    """Exit kinds where the reason says more: retirement, or a kind where none is given."""
    if category is None or col.EXIT_REASON not in table.column_names:
        return Settled(table)
    reason = column(table, col.EXIT_REASON)
    read = [word and category.read(word) for word in reason.dictionary.to_pylist()]
    by_reason = pa.array(read, pa.string()).take(reason.indices)
    if col.EXIT_KIND not in table.column_names:
        return Settled(table.append_column(col.EXIT_KIND, by_reason.dictionary_encode()))
    stated = column(table, col.EXIT_KIND).cast(pa.string())
    apart = pc.is_in(by_reason, value_set=pa.array(sorted(_APART)))
    open_kind = pc.or_(pc.is_null(stated), pc.fill_null(pc.equal(stated, "unknown"), False))
    kind = pc.if_else(pc.or_(apart, open_kind), pc.coalesce(by_reason, stated), stated)
    place = table.column_names.index(col.EXIT_KIND)
    other = pc.fill_null(pc.not_equal(pc.fill_null(stated, ""), kind), False)
    marked = np.asarray(other) & _stated_here(table, place_of)
    found = _each(table, marked, (_BY_REASON, col.EXIT_KIND), place_of)
    return Settled(table.set_column(place, col.EXIT_KIND, kind.dictionary_encode()), tuple(found))


def _stated_here(table: pa.Table, place_of: PlaceOf) -> Mask:
    """Rows of sheets that have a column for the kind of exit."""
    sheets = np.asarray(column(table, col.SHEET))
    having = [sheet for sheet, _, field in place_of.places if field == col.EXIT_KIND]
    return np.isin(sheets, having)

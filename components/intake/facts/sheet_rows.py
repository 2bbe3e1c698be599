"""The rows of one sheet under its plan: every used column read once, rows without an id apart."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from components.intake.facts.lookups import Lookups, named
from components.intake.facts.scores import holds_scores, scored
from components.intake.plan import ColumnPlan, SheetPlan
from components.intake.values import Column, Hints, read_column
from components.settings import Settings
from components.tables import columns as col
from components.tables.fields import Field, Kind
from components.tables.schema import GROUP_ATTRIBUTES, TABLES
from components.tables.sheets import Sheet

Mask = npt.NDArray[np.bool_]

_KEYS = frozenset({col.EMPLOYEE_ID, col.EMAIL, col.NAME})


@dataclass(frozen=True, slots=True)
class Given:
    """A used column: its plan and what was read; `values` holds only the rows that are kept."""

    plan: ColumnPlan
    column: Column
    values: pa.Array = field(repr=False)
    beside: Mapping[str, pa.Array] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class SheetRows:
    """The rows of one sheet.

    `first` is the row number of the first row below the header; `kept` marks, among all rows
    from there, those that speak about somebody; `row` holds their numbers.
    """

    source: Sheet
    plan: SheetPlan
    first: int
    kept: Mask = field(repr=False)
    given: tuple[Given, ...] = field(repr=False)

    @cached_property
    def row(self) -> npt.NDArray[np.int32]:
        """The row numbers of the kept rows."""
        return (np.flatnonzero(self.kept) + self.first).astype(np.int32)

    @property
    def table(self) -> str:
        """The table the sheet is mainly about."""
        return self.plan.table

    def named(self, table: str, name: str) -> Given | None:
        """The column that holds a field; the first where several do."""
        return next((g for g in self.given if (g.plan.table, g.plan.field) == (table, name)), None)

    def of(self, table: str) -> Iterator[Given]:
        """The columns of a table, in the order they stand."""
        return (given for given in self.given if given.plan.table == table)

    @cached_property
    def key(self) -> Given:
        """The column of employee ids; a sheet without one is never read."""
        return next(given for given in self.given if given.plan.field == col.EMPLOYEE_ID)

    def keep(self, among: Mask) -> "SheetRows":
        """Only some of the kept rows."""
        if among.all():
            return self
        kept = self.kept.copy()
        kept[np.flatnonzero(self.kept)[~among]] = False
        return SheetRows(self.source, self.plan, self.first, kept, tuple(_of(self.given, among)))


def _of(given: tuple[Given, ...], among: Mask) -> Iterator[Given]:
    mask = pa.array(among)
    for one in given:
        beside = {name: values.filter(mask) for name, values in one.beside.items()}
        yield Given(one.plan, one.column, one.values.filter(mask), beside)


def with_column(rows: SheetRows, old: Given, values: pa.Array) -> SheetRows:
    """The same rows, one column with other values."""
    new = Given(old.plan, old.column, values, old.beside)
    every = tuple(new if one is old else one for one in rows.given)
    return SheetRows(rows.source, rows.plan, rows.first, rows.kept, every)


def field_of(plan: ColumnPlan) -> Field:
    """The field a column holds; a group attribute beside the listed ones has its own."""
    if plan.table == GROUP_ATTRIBUTES or plan.field not in TABLES[plan.table].names:
        return Field(plan.field, Kind.GROUP, plan.header)
    return TABLES[plan.table].field(plan.field)


def has_key(plan: SheetPlan, settings: Settings) -> bool:
    """Whether the sheet's rows say whom they are about: by ID, else by e-mail address or name."""
    used = [one for one in plan.columns if one.used]
    if has_ids(plan):
        used = [one for one in used if one.field == col.EMPLOYEE_ID]
    able = any(one.field in _KEYS and not _is_barred(one, settings) for one in used)
    return bool(plan.table) and not plan.lookup and able


def has_ids(plan: SheetPlan) -> bool:
    """Whether the rows name persons by employee ID."""
    return any(one.used and one.field == col.EMPLOYEE_ID for one in plan.columns)


def read_rows(
    source: Sheet, plan: SheetPlan, settings: Settings, known: Lookups | None = None
) -> SheetRows:
    """Read every used column of a sheet; rows whose used cells are all empty are left out."""
    start = max(plan.header_row + 1, source.first_row)
    length = max(plan.last_row - start + 1, 0)
    text = source.text.slice(start - source.first_row, length)
    given = tuple(
        _read(
            named(text.column(column.column - source.first_column), column, known or {}),
            column,
            settings,
        )
        for column in plan.columns
        if column.used and not _is_barred(column, settings)
    )
    everything = np.ones(text.num_rows, dtype=np.bool_)
    rows = SheetRows(source, plan, start, everything, given)
    return rows.keep(_filled(rows))


def _is_barred(column: ColumnPlan, settings: Settings) -> bool:
    return column.table == "pay" and not settings.app.pay_allowed


def _read(text: pa.ChunkedArray | pa.Array, plan: ColumnPlan, settings: Settings) -> Given:
    hints = Hints(plan.table, field_of(plan), settings, plan.detail)
    column = read_column(text, hints)
    column = scored(column, hints) if holds_scores(plan) else column
    return Given(plan, column, column.values, column.beside)


def _filled(rows: SheetRows) -> Mask:
    filled = np.zeros(len(rows.kept), dtype=np.bool_)
    for given in rows.given:
        if given.column.distinct.index.null_count == 0:
            return np.ones(len(rows.kept), dtype=np.bool_)
        filled |= np.asarray(pc.is_valid(given.column.distinct.index))
    return filled


def with_id(rows: SheetRows) -> Mask:
    """Which of the kept rows name a person."""
    return np.asarray(pc.is_valid(rows.key.values))

"""A look at one unknown column: its values, its sheet, and the people of all sheets."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from components.intake.plan import ColumnPlan
from components.intake.recognise.assign import FEEDS
from components.intake.recognise.body import Column
from components.intake.recognise.candidate import Candidate
from components.intake.recognise.crowd import Crowd
from components.intake.recognise.evidence import Values
from components.intake.recognise.survey import Survey
from components.settings import Settings, header_words
from components.tables import columns as col
from components.tables.fields import Kind
from components.tables.schema import TABLES

_OF_THE_SYSTEM = "_"
"""Begins the names of columns that a system keeps for itself: _synced."""

_BARE_DATES = frozenset({"date", "datum", "fecha", "data", "dt"})
"""Headers that say date and no more: of what, the sheet tells."""

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a column could be, why in words, and the question (made from the field if empty)."""

    table: str
    field: str
    why: str
    detail: Mapping[str, str] = dataclasses.field(default_factory=dict)
    asked: str = ""


@dataclass(frozen=True)
class Look:
    """A sheet about `table`, the plans of its columns, and the one column looked at."""

    survey: Survey
    table: str
    plans: Mapping[int, ColumnPlan]
    crowd: Crowd
    settings: Settings
    chosen: int = -1

    def at(self, column: Column) -> "Look":
        """A look at this column."""
        return replace(self, chosen=column.index)

    @cached_property
    def column(self) -> Column:
        """The column looked at."""
        return next(one for one in self.survey.body.columns if one.index == self.chosen)

    @property
    def values(self) -> Values:
        """Its values."""
        return self.column.values

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of its header."""
        return frozenset(header_words(self.column.header).split())

    @property
    def unknown(self) -> tuple[Column, ...]:
        """Columns with values whose names say nothing here, and of which nobody said anything."""
        free = (one for one in self.survey.free if self._says_nothing(one))
        return tuple(one for one in free if self._is_open(one))

    def _says_nothing(self, column: Column) -> bool:
        """Whether its name is not known, or is not known here and no date of another table."""
        able = {self.table, *FEEDS.get(self.table, ())}
        readings = self.survey.readings[column.index]
        bare = header_words(column.header) in _BARE_DATES
        dated = not bare and any(_is_date(one) for one in readings if not one.asked)
        return not dated and not any(one.table in able for one in readings)

    def _is_open(self, column: Column) -> bool:
        plan = self.plans.get(column.index)
        trap = self.settings.columns.trap_of(column.header)
        protected = self.settings.app.is_protected(column.header)
        barred = protected or trap is not None or column.header.startswith(_OF_THE_SYSTEM)
        return not barred and not column.values.empty and (plan is None or not plan.field)

    def has(self, *fields: str) -> bool:
        """Whether another column holds, or may hold, one of these fields."""
        return any(one.field in fields for one in self.plans.values())

    def holder(self, name: str) -> Column | None:
        """The column that holds a field."""
        held = (one.column for one in self.plans.values() if one.field == name and one.used)
        index = next(held, -1)
        return next((one for one in self.survey.body.columns if one.index == index), None)

    def own_ids(self) -> Column | None:
        """The column of the employee IDs, known or proposed."""
        held = (one for one in self.plans.values() if one.field == col.EMPLOYEE_ID)
        index = next((one.column for one in held), -1)
        return next((one for one in self.survey.body.columns if one.index == index), None)

    def filled(self, column: Column) -> Mask:
        """In which rows the column holds something."""
        return np.asarray(pc.is_valid(self.survey.body.all_of(column)).combine_chunks())

    def texts(self, column: Column) -> pa.ChunkedArray:
        """Every value of a column of the sheet."""
        return self.survey.body.all_of(column)

    @cached_property
    def ids_repeat(self) -> bool:
        """Whether a person comes in more than one row."""
        own = self.own_ids()
        return own is not None and self.survey.repeats(own)


def counted(part: int, whole: int, words: str) -> str:
    """A share in words.

    >>> counted(412, 420, "values are e-mail addresses"), counted(9, 9, "values are dates")
    ('412 of 420 values are e-mail addresses', 'all 9 values are dates')
    """
    return f"all {whole:,} {words}" if part == whole else f"{part:,} of {whole:,} {words}"


def _is_date(reading: Candidate) -> bool:
    table = TABLES.get(reading.table)
    return table is not None and table.field(reading.field).kind is Kind.DATE

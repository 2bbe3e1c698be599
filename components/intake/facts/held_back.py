"""Columns whose values wait for an answer: their labels stay, their numbers are not used."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from components.intake.facts.findings import Place, Wording
from components.intake.facts.sheet_rows import Given, SheetRows
from components.intake.values.column import TOP
from components.tables.problems import Problem

Read = Mapping[int, SheetRows]


@dataclass(frozen=True, slots=True)
class Waiting:
    """The sheets with what waits held back, and the questions to answer."""

    read: dict[int, SheetRows]
    problems: tuple[Problem, ...] = ()


def without_values(given: Given) -> Given:
    """The column with no value read, nothing of it listed as unreadable."""
    column = given.column
    unread = np.zeros(len(column.unread), dtype=np.bool_)
    bare = replace(column, values=_none(column.values), unread=unread)
    beside = {name: _none(one) if name == TOP else one for name, one in given.beside.items()}
    return Given(given.plan, bare, _none(given.values), beside)


def _none(values: pa.Array) -> pa.Array:
    return pa.nulls(len(values), values.type)


def with_given(rows: SheetRows, changed: Mapping[int, tuple[Given, ...]]) -> SheetRows:
    """The sheet with the columns at some places among `rows.given` replaced."""
    every = (changed.get(at, (one,)) for at, one in enumerate(rows.given))
    given = tuple(one for some in every for one in some)
    return SheetRows(rows.source, rows.plan, rows.first, rows.kept, given)


def question(rows: SheetRows, given: Given, wording: Wording, said: str = "") -> Problem:
    """A question about a whole column, at the first of its filled cells, with all of them."""
    filled = pc.is_valid(given.column.distinct.index).filter(pa.array(rows.kept))
    at = rows.row[np.asarray(filled)]
    place = Place(rows.source, given.plan.column)
    return place.problem(wording, int(at[0]), count=len(at), said=said, rows=at)

"""The rows behind a count: who, which field, before, after, and the cell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from components.analysis.arrow import arrow_of, frame_of
from components.analysis.between.facts import Facts
from components.analysis.between.pairs import AFTER, BEFORE
from components.tables import columns as col
from components.tables.problems import Problem
from components.tables.schema import TABLES

COLUMNS = (col.EMPLOYEE_ID, col.NAME, "field", BEFORE, AFTER, "file", "sheet_name", "cell", "of")
"""Columns of the rows; `of` says which files the cell is of: "new files" or "files in use"."""
NEW, IN_USE = "new files", "files in use"


@dataclass(frozen=True)
class Found:
    """Pairs of places for which one question about one field was answered with yes."""

    then: Facts
    now: Facts
    people: tuple[Facts, Facts]
    pairs: pa.Table
    field: str
    at: str
    words: str

    def table(self) -> pa.Table:
        """The rows, in order of employee ID."""
        then, now = (self.pairs[name].combine_chunks() for name in (BEFORE, AFTER))
        was, is_now = self.then.cells(self.at, then), self.now.cells(self.at, now)
        new = pc.is_valid(is_now["cell"])
        cell = {name: pc.if_else(new, is_now[name], was[name]) for name in was}
        ids = pc.coalesce(self._of_person(col.EMPLOYEE_ID, 1), self._of_person(col.EMPLOYEE_ID, 0))
        columns = {
            col.EMPLOYEE_ID: ids,
            col.NAME: pc.coalesce(self._of_person(col.NAME, 1), self._of_person(col.NAME, 0)),
            "field": pa.array([self.words] * len(then), pa.string()),
            BEFORE: self.then.text(self.field, then),
            AFTER: self.now.text(self.field, now),
            "file": cell["file"],
            "sheet_name": cell["sheet"],
            "cell": cell["cell"],
            "of": pc.if_else(new, NEW, IN_USE),
        }
        return pa.table(columns).sort_by([(col.EMPLOYEE_ID, "ascending")])

    def _of_person(self, name: str, side: int) -> pa.Array:
        facts, people = (self.then, self.now)[side], self.people[side]
        persons = facts.persons.take(self.pairs[(BEFORE, AFTER)[side]]).combine_chunks()
        if name == col.EMPLOYEE_ID:
            ids = arrow_of(facts.dataset.persons[col.EMPLOYEE_ID]).cast(pa.string())
            return ids.take(persons)
        return people.text(name, persons)


def rows_of(found: Sequence[Found]) -> pd.DataFrame:
    """The rows of several questions under one another."""
    tables = [one.table() for one in found if one.pairs.num_rows]
    return _framed(tables)


def rows_of_problems(problems: Sequence[Problem]) -> pd.DataFrame:
    """One row for each cell of the problems; `after` holds the text of the first."""
    rows = [row for problem in problems for row in _cells(problem)]
    empty = dict.fromkeys(COLUMNS)
    return _framed([pa.Table.from_pylist([empty | row for row in rows])] if rows else [])


def _cells(problem: Problem) -> Iterator[dict[str, str]]:
    for number, address in enumerate(problem.addresses or ("",)):
        yield {
            "field": problem.what,
            AFTER: problem.value if number == 0 else "",
            "file": problem.file,
            "sheet_name": problem.sheet,
            "cell": address,
            "of": NEW,
        }


def _framed(tables: Sequence[pa.Table]) -> pd.DataFrame:
    schema = pa.schema([(name, pa.string()) for name in COLUMNS])
    whole = pa.concat_tables([schema.empty_table(), *(one.cast(schema) for one in tables)])
    return frame_of(dict(zip(whole.column_names, whole.columns, strict=True)))


def words_of(table: str, field: str) -> str:
    """What a row of the list is about.

    >>> words_of("reviews", "rating"), words_of("people", "state"), words_of("artifacts", "")
    ('Rating', 'State', 'Work artifacts')
    """
    if not field:
        return TABLES[table].label
    known = {one.name: one.label for one in TABLES[table].fields}
    return known.get(field, field.replace("_", " ").capitalize())

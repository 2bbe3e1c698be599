"""Reviews without a person, people without a review; days to come."""

from collections.abc import Iterator, Mapping
from datetime import date

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from components.intake.facts.findings import Place, Wording, by_cell
from components.intake.facts.persons import Persons
from components.intake.facts.sheet_rows import SheetRows, field_of
from components.tables import columns as col
from components.tables.fields import Kind
from components.tables.problems import Problem

_NO_PERSON = Wording(
    "review_without_person",
    "“{value}” has a review but stands on no sheet of people.",
    "{count} people have a review but stand on no sheet of people; the first is {value}.",
    "They are kept. Add them to the sheet of people, or correct the IDs.",
)
_NO_REVIEW = Wording(
    "person_without_review",
    "“{value}” has no review.",
    "{count} people have no review; the first is {value}.",
    "Their ratings are unknown. Nothing needs to be done if that is so.",
)
_FUTURE = Wording(
    "future_date",
    "“{value}” lies in the future.",
    "{count} dates lie in the future; the first is named here.",
    "It is kept and counts from that day on. Correct it if it is a slip.",
)
_PLANNED = frozenset({col.END_DATE, col.PRODUCTIVE_ON, col.ENDED_ON})
"""Days that are often planned."""

Read = Mapping[int, SheetRows]
Mask = npt.NDArray[np.bool_]


def coverage(read: Read, persons: Persons) -> Iterator[Problem]:
    """Compare the sheets of people with the sheets of reviews, where both are given."""
    people = [rows for rows in read.values() if rows.table == "people"]
    reviewed = [rows for rows in read.values() if any(rows.of("reviews"))]
    if people and reviewed:
        listed, rated = _named(people, persons), _named(reviewed, persons)
        yield from _missing(reviewed, persons, listed, _NO_PERSON)
        yield from _missing(people, persons, rated, _NO_REVIEW)


def _named(sheets: list[SheetRows], persons: Persons) -> Mask:
    named = np.zeros(len(persons.ids), dtype=np.bool_)
    for rows in sheets:
        named[persons.numbers(rows.key.values)] = True
    return named


def _missing(
    sheets: list[SheetRows], persons: Persons, known: Mask, wording: Wording
) -> Iterator[Problem]:
    """One problem for all persons of these sheets who are not known elsewhere."""
    unknown = _named(sheets, persons) & ~known
    for rows in sheets if unknown.any() else ():
        at = np.flatnonzero(unknown[persons.numbers(rows.key.values)])
        if len(at):
            place = Place(rows.source, rows.key.plan.column)
            yield place.problem(wording, int(rows.row[at[0]]), count=int(unknown.sum()))
            return


def future_dates(rows: SheetRows, today: date) -> Iterator[Problem]:
    """Dates after today, where a day is not usually planned."""
    for given in rows.given:
        if field_of(given.plan).kind is Kind.DATE and given.plan.field not in _PLANNED:
            later = pc.greater(given.values, pa.scalar(today, pa.date32()))
            at = np.flatnonzero(np.asarray(pc.fill_null(later, fill_value=False)))
            if len(at):
                yield from by_cell(_FUTURE, Place(rows.source, given.plan.column), rows.row[at])

"""What sheets say about a person: statements, each undated or known from a day on."""

from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from components.analysis.arrow import Arrays, Columns, in_sequence, kept
from components.analysis.day_numbers import day_number
from components.analysis.newest import spoken
from components.analysis.review_rows import PLACES_BELOW
from components.analysis.role_rows import DAYS_BELOW
from components.tables import columns as col
from components.tables.dataset import Dataset
from components.tables.schema import TABLES, Kind

FIELDS = tuple(
    field.name
    for field in TABLES["people"].fields
    if field.kind is not Kind.GROUP and field.name not in {col.EMPLOYEE_ID, col.KNOWN_ON}
)
"""Fields that say who somebody is; group attributes are none of them."""


AHEAD = "exit_ahead"
"""The place of a statement whose exit lies after the day; such an exit is not seen."""


def statement_rows(dataset: Dataset, as_of: date) -> Arrays:
    """Statements that speak on the day, in the order in which a later one wins.

    Undated ones come first, then by the day they are known from; of one day the first row wins.
    Besides person and place, each given field holds the place where it says something.
    """
    people = Columns(dataset.tables.get("people"))
    day = day_number(as_of)
    known = pc.fill_null(people.days(col.KNOWN_ON), 0)
    columns = {
        col.PERSON: people.number(col.PERSON),
        "known": known,
        "place": people.places(),
        "later": pc.subtract(PLACES_BELOW - 1, people.places()),
        **spoken(people, FIELDS),
    }
    columns |= _exits(people, columns.get(col.EXIT_DATE), day)
    columns |= _notices(people, columns.get(col.NOTICE_DATE), day)
    seen = pc.and_(pc.less_equal(known, day), pc.is_valid(columns[col.PERSON]))
    return _in_turn(kept(columns, seen))


def _exits(people: Columns, places: pa.ChunkedArray | None, day: int) -> Arrays:
    """Exits that are past, and apart from them those that lie ahead."""
    if places is None:
        return {}
    none = pa.scalar(None, pa.int64())
    ahead = pc.greater(people.days(col.EXIT_DATE), day)
    return {
        col.EXIT_DATE: pc.if_else(ahead, none, places),
        AHEAD: pc.if_else(ahead, places, none),
    }


def _notices(people: Columns, places: pa.ChunkedArray | None, day: int) -> Arrays:
    """Notices that had been given."""
    if places is None:
        return {}
    given = pc.less_equal(people.days(col.NOTICE_DATE), day)
    return {col.NOTICE_DATE: pc.if_else(given, places, pa.scalar(None, pa.int64()))}


def _in_turn(columns: Arrays) -> Arrays:
    by_day = in_sequence(columns, ("known", DAYS_BELOW), ("later", PLACES_BELOW))
    return in_sequence(by_day, (col.PERSON, 1))


def given_fields(columns: Arrays) -> tuple[str, ...]:
    """The fields for which some statement says something."""
    return tuple(name for name in (*FIELDS, AHEAD) if name in columns)

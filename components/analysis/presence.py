"""Who exists on a day: somebody about whom a fact is known by then."""

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from components.analysis.arrow import Columns
from components.analysis.day_numbers import day_number
from components.tables import columns as col
from components.tables.dataset import Dataset

Marks = npt.NDArray[np.bool_]

DATED_BY: Mapping[str, tuple[str, ...]] = {
    "people": (col.KNOWN_ON,),
    "roles": (col.EFFECTIVE_DATE, col.RECORDED_ON),
    "reviews": (col.REVIEW_DATE,),
    "competencies": (),
    "aspirations": (col.ASKED_ON,),
    "opportunities": (col.DATE,),
    "artifacts": (col.DATE,),
}
"""Tables whose rows are facts about a person, and the days on which they become known."""


def known_by(dataset: Dataset, as_of: date) -> Marks:
    """For each person, whether the day knows them.

    A dated fact on or before the day does; an undated one does where no fact is dated later.
    """
    earlier, later, undated = (np.zeros(dataset.people_count, np.bool_) for _ in range(3))
    for table, fields in DATED_BY.items():
        rows = Columns(dataset.tables.get(table))
        if not rows.length:
            continue
        known = known_from(rows, fields)
        person = rows.number(col.PERSON)
        hired = _hired(rows) if table == "people" else None
        for days in (known,) if hired is None else (known, hired):
            _mark(earlier, person, pc.less_equal(days, day_number(as_of)))
            _mark(later, person, pc.greater(days, day_number(as_of)))
        _mark(undated, person, pc.is_null(known))
    return earlier | (undated & ~later)


def known_from(rows: Columns, fields: Sequence[str]) -> pa.ChunkedArray:
    """The last of the days a row needs to have passed; missing where it has none."""
    known = pa.chunked_array([pa.nulls(rows.length, pa.int64())])
    for field in fields:
        known = pc.max_element_wise(known, rows.days(field))
    return known


def _hired(rows: Columns) -> pa.ChunkedArray:
    """Hire dates of undated statements: the day such a statement is about."""
    none = pa.scalar(None, pa.int64())
    return pc.if_else(pc.is_null(rows.days(col.KNOWN_ON)), rows.days(col.HIRE_DATE), none)


def _mark(marks: Marks, person: pa.ChunkedArray, which: pa.ChunkedArray) -> None:
    marks[person.filter(pc.fill_null(which, fill_value=False)).to_numpy()] = True

"""Group attributes: kept in a frame of their own, never among people."""

from collections.abc import Iterator
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from components.intake.facts.fields import fields
from components.intake.facts.persons import Numbers
from components.intake.facts.sheet_rows import Given, SheetRows, field_of
from components.intake.facts.statements import changes, known_on
from components.intake.facts.tables import part
from components.intake.values.parts import age_bands
from components.tables import columns as col
from components.tables.fields import Kind


def group_attributes(
    rows: SheetRows, person: Numbers, sheet: int, today: date
) -> Iterator[pa.Table]:
    """Person, attribute, value and the day it was known, one row for each change of a value."""
    day = known_on(rows, fields(rows, "people"), today)
    for given in rows.given:
        if field_of(given.plan).kind is Kind.GROUP:
            values = {
                col.ATTRIBUTE: _constant(given.plan.field, len(person)),
                col.VALUE: _words(given, day, today),
                **({} if day is None else {col.KNOWN_ON: day}),
            }
            found = part(values, person=person, sheet=sheet, row=rows.row)
            yield changes(found.filter(pc.is_valid(found.column(col.VALUE))))


def _words(given: Given, day: pa.Array | None, today: date) -> pa.DictionaryArray:
    """The values as words: an age and a birth date become a band."""
    how = given.plan.detail.get("how")
    if how == "age":
        return age_bands(given.values)
    if how == "birth_date":
        on = pa.scalar(today, pa.date32())
        return age_bands(_ages(given.values, on if day is None else pc.coalesce(day, on)))
    return given.values


def _ages(born: pa.Array, on: pa.Array | pa.Scalar) -> pa.Array:
    """Completed years of life."""
    return pc.floor(pc.divide(pc.subtract(_written(on), _written(born)), 10_000.0))


def _written(day: pa.Array | pa.Scalar) -> pa.Array:
    """Days as numbers such as 20240131, whose difference counts birthdays."""
    months = pc.add(pc.multiply(pc.year(day), 100), pc.month(day))
    return pc.add(pc.multiply(months, 100), pc.day(day))


def _constant(text: str, count: int) -> pa.DictionaryArray:
    indices = pa.array(np.zeros(count, dtype=np.int32))
    return pa.DictionaryArray.from_arrays(indices, pa.array([text], pa.string()))

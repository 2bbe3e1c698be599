"""Role rows that start "at the hire date" in so many words."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from components.intake.facts.sheet_rows import Given, SheetRows, with_column
from components.settings import Settings, label_key
from components.tables import columns as col

Read = Mapping[int, SheetRows]


def starting_at_hire(read: Read, settings: Settings) -> dict[int, SheetRows]:
    """The same sheets, such a word replaced by the hire date that any sheet gives the person."""
    words = {label_key(word) for word in settings.values.sentinels.use_hire_date}
    return {sheet: _filled(rows, read, words) for sheet, rows in read.items()}


def _filled(rows: SheetRows, read: Read, words: set[str]) -> SheetRows:
    given = rows.named("roles", col.EFFECTIVE_DATE)
    said = _said(rows, given, words) if given else None
    if given is None or said is None or not said.any():
        return rows
    hired = _hire_dates(read)
    places = pc.index_in(rows.key.values.cast(pa.string()), value_set=hired.column("id"))
    days = hired.column("day").combine_chunks().take(places)
    values = pc.if_else(pa.array(said), days, given.values)
    return with_column(rows, given, values)


def _said(rows: SheetRows, given: Given, words: set[str]) -> npt.NDArray[np.bool_]:
    texts = given.column.distinct.texts
    marked = np.fromiter((label_key(text) in words for text in texts), np.bool_, len(texts))
    return np.append(marked, False)[given.column.distinct.codes()[rows.kept]]


def _hire_dates(read: Read) -> pa.Table:
    """Each id with the first hire date that a sheet gives it."""
    found = [
        pa.table({"id": rows.key.values.cast(pa.string()), "day": given.values})
        for rows in read.values()
        if (given := rows.named("people", col.HIRE_DATE)) is not None
    ]
    none = pa.table({"id": pa.array([], pa.string()), "day": pa.array([], pa.date32())})
    every = pa.concat_tables([none, *found]).drop_null()
    return (
        every.group_by("id", use_threads=False)
        .aggregate([("day", "first")])
        .rename_columns(["id", "day"])
    )

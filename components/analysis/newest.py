"""For each person and field, the place of the newest row that says anything."""

from collections.abc import Sequence

import narwhals as nw
import pyarrow as pa
import pyarrow.compute as pc

from components.analysis.arrow import Arrays, Columns
from components.analysis.dense import by_person, numbers
from components.analysis.in_order import (
    ORDER,
    Frame,
    in_order,
    last_of_each,
    packed,
    unpacked,
    with_first,
)
from components.tables import columns as col


def spoken(columns: Columns, names: Sequence[str]) -> Arrays:
    """For each column that was given, the row's place where it says something, else missing."""
    places = columns.places()
    none = pa.scalar(None, pa.int64())
    return {
        name: pc.if_else(pc.is_valid(columns.of_any(name)), places, none)
        for name in names
        if columns.given(name)
    }


def newest(rows: Arrays, names: Sequence[str], people: int) -> Arrays:
    """For each person and named column, the place of the newest row that says anything.

    A column that every row fills needs no search: the person's last row says it.
    """
    sparse = tuple(name for name in names if rows[name].null_count)
    needed = {name: rows[name] for name in (ORDER, col.PERSON, "place", *sparse)}
    found = by_person(newest_places(numbers(needed), sparse), people)
    return {name: found[name] if name in sparse else found["place"] for name in names}


def newest_places(rows: Frame, names: Sequence[str]) -> Frame:
    """One row per person: for each named column, its newest value up to the last row.

    The columns hold places below ROOM or are missing; rows are in the order in which a later
    one wins. `place` is that of the last row.
    """
    rows = with_first(rows.select(ORDER, col.PERSON, "place", *names))
    rows = rows.with_columns(**{name: packed(name) for name in names})
    rows = in_order(rows, **{name: nw.col(name).cum_max() for name in names})
    last = last_of_each(rows)
    return last.select(col.PERSON, "place", **{name: unpacked(name) for name in names})

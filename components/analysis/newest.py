"""For each person and field, the place of the newest row that says anything."""

from collections.abc import Sequence

import narwhals as nw
import pyarrow as pa
import pyarrow.compute as pc

from components.analysis.arrow import Arrays, Columns
from components.analysis.in_order import (
    ORDER,
    ROOM,
    Frame,
    in_order,
    last_of_each,
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


def newest_places(rows: Frame, names: Sequence[str]) -> Frame:
    """One row per person: for each named column, its newest value up to the last row.

    The columns hold places below ROOM or are missing; rows are in the order in which a later
    one wins.
    """
    rows = with_first(rows.select(ORDER, col.PERSON, *names))
    keys = {
        name: nw.when(~nw.col(name).is_null()).then(nw.col(ORDER) * ROOM + nw.col(name))
        for name in names
    }
    rows = rows.with_columns(**{name: key.otherwise(-1) for name, key in keys.items()})
    rows = in_order(rows, **{name: nw.col(name).cum_max() for name in names})
    last = last_of_each(rows)
    return last.select(
        col.PERSON,
        **{
            name: nw.when(nw.col(name) >= nw.col("first") * ROOM).then(_place(name))
            for name in names
        },
    )


def _place(name: str) -> nw.Expr:
    return nw.col(name) - nw.col(name) // ROOM * ROOM

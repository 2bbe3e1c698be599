"""Looking at the row before and after, the same on every engine.

A frame here is sorted by its column `order`, whole numbers without gaps in meaning: rows of one
person stand together, oldest first. Frames in memory are kept in that order, so a look at the
neighbour needs no sorting; a database is told the order each time.
"""

from typing import Any

import narwhals as nw

from components.tables import columns as col

ORDER = "order"
ROOM = 2**31
"""Codes that are carried along stay below this."""

Frame = nw.DataFrame[Any] | nw.LazyFrame[Any]


def in_order(frame: Frame, **windows: nw.Expr) -> Frame:
    """Add columns that look at other rows; each must be a bare shift, cum_max or cum_sum."""
    if isinstance(frame, nw.DataFrame):
        return frame.with_columns(**windows)
    return frame.with_columns(
        **{name: window.over(order_by=ORDER) for name, window in windows.items()}
    )


def before(name: str) -> nw.Expr:
    """The value of the row before."""
    return nw.col(name).shift(1)


def after(name: str) -> nw.Expr:
    """The value of the row after."""
    return nw.col(name).shift(-1)


def last_of_each(frame: Frame, *keys: str) -> Frame:
    """The last row of each person, or of each run of equal keys."""
    names = keys or (col.PERSON,)
    frame = in_order(frame, **{f"_{name}": after(name) for name in names})
    ends = [(nw.col(name) != nw.col(f"_{name}")).fill_null(value=True) for name in names]
    return frame.filter(nw.any_horizontal(*ends, ignore_nulls=False)).drop(
        [f"_{name}" for name in names]
    )


def carry(frame: Frame, *names: str, strictly_before: bool = False) -> Frame:
    """Add `known_<name>`: the newest value of the person up to this row, or before it.

    Values are codes from 0 to ROOM; a person's first order stands in `first`.
    """
    keys = {
        f"known_{name}": nw.when(~nw.col(name).is_null())
        .then(nw.col(ORDER) * ROOM + nw.col(name))
        .otherwise(-1)
        for name in names
    }
    frame = in_order(
        frame.with_columns(**keys), **{key: nw.col(key).cum_max() for key in keys}
    )
    if strictly_before:
        frame = in_order(frame, **{key: before(key) for key in keys})
    return frame.with_columns(
        **{
            key: nw.when(nw.col(key) >= nw.col("first") * ROOM).then(_code(nw.col(key)))
            for key in keys
        }
    )


def _code(key: nw.Expr) -> nw.Expr:
    return key - key // ROOM * ROOM


def with_first(frame: Frame) -> Frame:
    """Add `first`: the order of the person's first row."""
    frame = in_order(frame, first=before(col.PERSON))
    is_first = (nw.col("first") != nw.col(col.PERSON)).fill_null(value=True)
    frame = frame.with_columns(first=nw.when(is_first).then(nw.col(ORDER)).otherwise(-1))
    return in_order(frame, first=nw.col("first").cum_max())

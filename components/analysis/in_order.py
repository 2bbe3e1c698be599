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


def carry(frame: Frame, *names: str) -> Frame:
    """Add `known_<name>`: the newest value of the person before this row.

    Values are codes from 0 to ROOM; the order of the person's first row stands in `first`.
    """
    keys = {f"known_{name}": packed(name) for name in names}
    frame = frame.with_columns(**keys)
    frame = in_order(frame, **{key: nw.col(key).cum_max() for key in keys})
    frame = in_order(frame, **{key: before(key) for key in keys})
    return frame.with_columns(**{key: unpacked(key) for key in keys})


def packed(name: str) -> nw.Expr:
    """The row's order and code in one number, -1 where the code is missing."""
    key = nw.col(ORDER) * ROOM + nw.col(name)
    return nw.when(~nw.col(name).is_null()).then(key).otherwise(-1)


def unpacked(key: str, since: str = "first") -> nw.Expr:
    """The code in a packed number, missing where its row lies before the order in `since`."""
    code = nw.col(key) - nw.col(key) // ROOM * ROOM
    return nw.when(nw.col(key) >= nw.col(since) * ROOM).then(code)


def with_first(frame: Frame, *keys: str) -> Frame:
    """Add `first`: the order of the first row of the person, or of the run of equal keys."""
    names = keys or (col.PERSON,)
    frame = in_order(frame, **{f"_{name}": before(name) for name in names})
    begins = [(nw.col(name) != nw.col(f"_{name}")).fill_null(value=True) for name in names]
    is_first = nw.any_horizontal(*begins, ignore_nulls=False)
    frame = frame.with_columns(first=nw.when(is_first).then(nw.col(ORDER)).otherwise(-1))
    return in_order(frame, first=nw.col("first").cum_max())

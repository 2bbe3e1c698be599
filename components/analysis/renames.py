"""Titles renamed in bulk: a new title that many get on one day is the role they had before.

Counted are changes on one day from one title to one other, by people whose level is known and the
same before and after, whose family is not another one and whose row states no event: what a file
states stays what it states.
"""

import narwhals as nw
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from components.analysis.dense import collected
from components.analysis.in_order import ORDER, Frame
from components.analysis.role_rows import DAYS_BELOW, Event
from components.settings import Clocks

Numbers = npt.NDArray[np.int64]


def without_renames(roles: Frame, clocks: Clocks) -> Frame:
    """Add `renamed` to rows that were compared, and clear `new_title` where it is true."""
    names = (ORDER, "start", "known_title", "title")
    changed = collected(roles.filter(_is_title_alone()).select(*names))
    renamed = nw.col(ORDER).is_in([*_in_bulk(changed, roles, clocks), -1])
    roles = roles.with_columns(renamed=renamed)
    return roles.with_columns(new_title=nw.col("new_title") & ~nw.col("renamed"))


def _is_title_alone() -> nw.Expr:
    same_level = (nw.col("level") == nw.col("known_level")).fill_null(value=False)
    says_nothing = (nw.col("event") == int(Event.NONE)) & ~nw.col("employment")
    return nw.col("new_title") & same_level & ~nw.col("new_family") & says_nothing


def _in_bulk(changed: pa.Table, roles: Frame, clocks: Clocks) -> list[int]:
    """The order of the rows that are part of a rename."""
    rows = np.column_stack([_numbers(changed, name) for name in ("start", "known_title", "title")])
    groups, group, sizes = np.unique(rows, axis=0, return_inverse=True, return_counts=True)
    many = np.flatnonzero(sizes >= clocks.rename_people)
    if not len(many):
        return []
    bulk = np.zeros(len(groups), dtype=np.bool_)
    bulk[many] = sizes[many] >= clocks.rename_share * _holders(roles, groups[many])
    found: list[int] = _numbers(changed, ORDER)[bulk[group.ravel()]].tolist()
    return found


def _holders(roles: Frame, groups: Numbers) -> Numbers:
    """How many people hold the title of each group on the day before its day."""
    held = roles.select(
        "start",
        title=nw.coalesce("title", "known_title"),
        closed=nw.min_horizontal("closed", "until"),
    )
    day, title = groups[:, 0], groups[:, 1]
    rows = collected(held.filter(nw.col("title").is_in(sorted(set(title.tolist())))))
    key = _numbers(rows, "title") * DAYS_BELOW
    begun, ended = (np.sort(key + _numbers(rows, name)) for name in ("start", "closed"))
    first = title * DAYS_BELOW
    older = np.searchsorted(begun, first + day) - np.searchsorted(begun, first)
    gone: Numbers = np.searchsorted(ended, first + day - 1) - np.searchsorted(ended, first)
    return older - gone


def _numbers(table: pa.Table, name: str) -> Numbers:
    return np.asarray(table[name].to_numpy(), dtype=np.int64)

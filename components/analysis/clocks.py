"""The three clocks of each person: time in the role, in the level, in the scope.

A clock begins with the last change of its kind and stands still during long leaves. Where it
begins on the first day of the extract, with many others, the true start is unknown: "at least".
"""

from typing import Any

import narwhals as nw

from components.analysis.changes import By
from components.analysis.in_order import ORDER, Frame, before, in_order, last_of_each
from components.analysis.role_rows import Event
from components.settings import Clocks
from components.tables import columns as col

CLOCKS = ("role", "level", "scope")
ACTING = "acting"
MANY = 5
"""Fewer first rows on the first day than this are no sign of a cut-off extract."""


def clocks_of(rows: Frame, roles: Frame, clocks: Clocks) -> dict[str, Frame]:
    """For each clock a frame with one row per person: order, start, running, by.

    `rows` are all rows in sequence, `roles` the role rows with their changes. `running` is the
    day from which a clock that never stood still would show the same. `acting` is the start of
    the last acting role that lasted; it moves the scope clock where it came later.
    """
    begins = {
        "role": _events(roles, nw.col("role"), nw.col("scope_by")),
        "level": _events(roles, nw.col("level_by") > 0, nw.col("level_by")),
        "scope": _events(roles, nw.col("scope_by") > 0, nw.col("scope_by")),
        ACTING: _acting(rows, clocks),
    }
    return {name: last_of_each(events) for name, events in begins.items()}


def scope_events(rows: Frame, roles: Frame, clocks: Clocks) -> Frame:
    """Every row with which a stay in one scope begins: order, person, start, running, by."""
    changed: Any = _events(roles, nw.col("scope_by") > 0, nw.col("scope_by"))
    both: Frame = nw.concat([changed, _acting(rows, clocks)], how="vertical")
    return both.sort(ORDER)


def _events(rows: Frame, which: nw.Expr, by: nw.Expr) -> Frame:
    """The rows on which a clock begins, with the signs it was seen by."""
    rows = rows.select(ORDER, col.PERSON, "start", "running", by=by, which=which)
    return rows.filter(nw.col("which")).drop("which")


def _acting(rows: Frame, clocks: Clocks) -> Frame:
    days = nw.col("closed") - nw.col("start") + 1
    lasted = (nw.col("event") == int(Event.ACTING)) & (days >= clocks.acting_days)
    return _events(rows, lasted, nw.col("event") * 0 + 2 ** int(By.ACTING))


def last_roles(roles: Frame) -> Frame:
    """Each person's last role row: how often the role changed, whether any level is known."""
    roles = roles.select(
        ORDER,
        col.PERSON,
        moves=nw.col("moves").cast(nw.Int64),
        has_level=~nw.coalesce("level", "known_level").is_null(),
    )
    last = last_of_each(in_order(roles, moves=nw.col("moves").cum_sum()))
    last = in_order(last, moves_before=before("moves"))
    changes = nw.col("moves") - nw.col("moves_before").fill_null(0)
    return last.select(col.PERSON, "has_level", role_changes=changes)


def first_day_of_many(roles: Frame, clocks: Clocks) -> int | None:
    """The extract's first day, where so many histories begin on it that it cut them off."""
    firsts = roles.select("start", "is_first").filter(nw.col("is_first"))
    first = _scalar(firsts.select(first=nw.col("start").min()), "first")
    if first is None:
        return None
    on_it = (nw.col("start") == first).cast(nw.Int64)
    counts = firsts.select(on_it=on_it.sum(), people=on_it.count())
    many, people = _scalar(counts, "on_it") or 0, _scalar(counts, "people") or 0
    return first if many >= MANY and many > people * clocks.left_truncation_share else None


def _scalar(frame: Frame, name: str) -> int | None:
    whole = frame.collect("pyarrow") if isinstance(frame, nw.LazyFrame) else frame
    value = whole[name].to_list()[0]
    return None if value is None else int(value)

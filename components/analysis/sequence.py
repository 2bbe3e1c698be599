"""Role history in sequence: what changed from one row of a person to the next.

Acting and leave rows are no roles: they say when scope changed and when clocks stood still.
An exit row ends the employment before it.
"""

import narwhals as nw

from components.analysis.in_order import ORDER, Frame, after, before, in_order, with_first
from components.analysis.role_rows import DAYS_BELOW, Event
from components.settings import Clocks
from components.tables import columns as col

_FAR = 2**62


def neighbours(rows: Frame, day: int) -> Frame:
    """Add each row's end, and what stands before it.

    `closed` is the last day of the row: its own end, else the day before the next role (for
    acting and leave: before the next row), else the day. `covered` is the last day covered by
    any earlier row, `exit_before` whether an exit row stands between this role and the last.
    """
    event = nw.col("event")
    rows = with_first(rows).with_columns(
        is_role=~event.is_in([int(Event.ACTING), int(Event.LEAVE), int(Event.EXIT)]),
        key=nw.col(col.PERSON) * DAYS_BELOW + nw.col("start"),
    )
    rows = rows.with_columns(
        role_key=nw.when(nw.col("is_role")).then(nw.col("key")).otherwise(_FAR)
    )
    rows = in_order(rows, next_role=nw.col("role_key").cum_min(reverse=True), next_row=after("key"))
    rows = in_order(rows, next_role=after("next_role"))
    following = nw.when(nw.col("is_role")).then(nw.col("next_role")).otherwise(nw.col("next_row"))
    same = following // DAYS_BELOW == nw.col(col.PERSON)
    next_start = following - following // DAYS_BELOW * DAYS_BELOW
    rows = rows.with_columns(open_until=nw.when(same).then(next_start - 1).otherwise(day))
    return _with_past(_closed(rows))


def _closed(rows: Frame) -> Frame:
    """Ends given are kept, but a role never runs into the next one."""
    trimmed = nw.min_horizontal("end", "open_until")
    end = nw.when(nw.col("is_role")).then(trimmed).otherwise(nw.col("end"))
    return rows.with_columns(closed=nw.coalesce(end, nw.col("open_until")))


def _with_past(rows: Frame) -> Frame:
    is_exit = nw.col("event") == int(Event.EXIT)
    covers = nw.when(is_exit).then(nw.col("start")).otherwise(nw.col("closed"))
    rows = rows.with_columns(
        cover=nw.col(col.PERSON) * DAYS_BELOW + nw.max_horizontal(covers, nw.lit(0)),
        exit_at=nw.when(is_exit).then(nw.col(ORDER)).otherwise(-1),
        role_at=nw.when(nw.col("is_role")).then(nw.col(ORDER)).otherwise(-1),
    )
    names = ("cover", "exit_at", "role_at")
    rows = in_order(rows, **{name: nw.col(name).cum_max() for name in names})
    rows = in_order(rows, **{name: before(name) for name in names})
    same = nw.col("cover") // DAYS_BELOW == nw.col(col.PERSON)
    covered = nw.col("cover") - nw.col("cover") // DAYS_BELOW * DAYS_BELOW
    return rows.with_columns(
        covered=nw.when(same).then(covered),
        exit_before=(nw.col("exit_at") > nw.col("role_at"))
        & (nw.col("role_at") >= nw.col("first")),
    )


def leaves(rows: Frame, clocks: Clocks) -> Frame:
    """Add `left`: days of long leaves stated before this row, of all rows together."""
    days = nw.col("closed") - nw.col("start") + 1
    paused = (nw.col("event") == int(Event.LEAVE)) & (days > clocks.leave_pauses_over_days)
    rows = rows.with_columns(paused=nw.when(paused).then(days).otherwise(0))
    return in_order(rows, paused=nw.col("paused").cum_sum())

"""Role history in sequence: which day each row lasts to, and where employments begin.

Acting and leave rows are no roles: they say when scope changed and when clocks stood still.
An exit row ends the employment before it.
"""

import narwhals as nw

from components.analysis.in_order import ORDER, Frame, after, before, in_order, with_first
from components.analysis.role_rows import DAYS_BELOW, Event
from components.settings import Clocks
from components.tables import columns as col

_FAR = 2**62
_NO_ROLE = (int(Event.ACTING), int(Event.LEAVE), int(Event.EXIT))


def sequence(rows: Frame, clocks: Clocks, day: int) -> Frame:
    """Add to each row what stands around it.

    `is_role`; `closed`, its last day; `is_first`, whether it is the person's first role;
    `gap`, days without any row before a later role; `employment`, whether one begins with it;
    `days`, for which clocks stood still at the row; `running`, the day from which a clock that
    never stood still would show the same as one that began with the row.
    """
    rows = with_first(rows).with_columns(
        is_role=~nw.col("event").is_in(_NO_ROLE),
        key=nw.col(col.PERSON) * DAYS_BELOW + nw.col("start"),
    )
    return _paused(_employments(_with_past(_closed(rows, day)), clocks), clocks, day)


def _closed(rows: Frame, day: int) -> Frame:
    """`closed`: the end given, else the day before the next role (acting, leave: row), or day.

    A role never runs into the next one.
    """
    is_role = nw.col("is_role")
    rows = rows.with_columns(role_key=nw.when(is_role).then(nw.col("key")).otherwise(_FAR))
    rows = in_order(rows, next_role=nw.col("role_key").cum_min(reverse=True), next_row=after("key"))
    rows = in_order(rows, next_role=after("next_role"))
    following = nw.when(is_role).then(nw.col("next_role")).otherwise(nw.col("next_row"))
    rows = rows.with_columns(
        following=following - nw.col(col.PERSON) * DAYS_BELOW,
        is_last=(nw.col("next_row") // DAYS_BELOW != nw.col(col.PERSON)).fill_null(value=True),
    )
    same = nw.col("following") < DAYS_BELOW
    rows = rows.with_columns(open_until=nw.when(same).then(nw.col("following") - 1).otherwise(day))
    trimmed = nw.when(is_role & (nw.col("end") > nw.col("open_until"))).then(nw.col("open_until"))
    return rows.with_columns(closed=nw.coalesce(trimmed, nw.col("end"), nw.col("open_until")))


def _with_past(rows: Frame) -> Frame:
    """`covered`, the last day covered by an earlier row; what the last role and exit were."""
    is_exit, is_role = nw.col("event") == int(Event.EXIT), nw.col("is_role")
    covers = nw.when(is_exit).then(nw.col("start")).otherwise(nw.col("closed"))
    rows = rows.with_columns(
        cover=nw.col(col.PERSON) * DAYS_BELOW + covers,
        exit_at=nw.when(is_exit).then(nw.col(ORDER)).otherwise(-1),
        role_at=nw.when(is_role).then(nw.col(ORDER)).otherwise(-1),
        role_before=nw.when(is_role).then(nw.col("key")).otherwise(-1),
    )
    names = ("cover", "exit_at", "role_at", "role_before")
    rows = in_order(rows, **{name: nw.col(name).cum_max() for name in names})
    rows = in_order(rows, **{name: before(name) for name in names})
    begin = nw.col(col.PERSON) * DAYS_BELOW
    return rows.with_columns(
        is_first=is_role & ~(nw.col("role_at") >= nw.col("first")).fill_null(value=False),
        covered=nw.when(nw.col("cover") >= begin).then(nw.col("cover") - begin),
        last_start=nw.when(nw.col("role_before") >= begin).then(nw.col("role_before") - begin),
        exit_before=(nw.col("exit_at") > nw.col("role_at")).fill_null(value=False),
    )


def _employments(rows: Frame, clocks: Clocks) -> Frame:
    """Where an employment begins: a first role, a hire, an exit before, or a long gap."""
    later = nw.col("is_role") & ~nw.col("is_first")
    gap = nw.col("start") - nw.col("covered") - 1
    rows = rows.with_columns(gap=nw.when(later & (gap > 0)).then(gap).otherwise(0))
    exit_day = nw.col("exit_day")
    left = (exit_day >= nw.col("last_start")) & (exit_day < nw.col("start"))
    anew = (
        (nw.col("gap") > clocks.new_employment_over_days)
        | nw.col("exit_before")
        | left.fill_null(value=False)
        | nw.col("event").is_in([int(Event.HIRE), int(Event.REHIRE)])
    )
    return rows.with_columns(employment=nw.col("is_first") | (later & anew))


def _paused(rows: Frame, clocks: Clocks, day: int) -> Frame:
    """Clocks stand still for a long gap inside an employment, and for a long leave."""
    limit = clocks.leave_pauses_over_days
    stood = ~nw.col("employment") & (nw.col("gap") > limit)
    over = (nw.col("closed") < day).cast(nw.Int64)  # the day itself has not passed yet
    away = nw.col("closed") - nw.col("start") + over
    on_leave = (nw.col("event") == int(Event.LEAVE)) & (away > limit)
    days = nw.when(stood).then(nw.col("gap")).otherwise(0)
    rows = rows.with_columns(days=nw.when(on_leave).then(away).otherwise(days))
    rows = in_order(rows, pause=nw.col("days").cum_sum())
    at_end = nw.when(nw.col("is_last")).then(nw.col("pause")).otherwise(_FAR)
    rows = rows.with_columns(total=at_end)
    rows = in_order(rows, total=nw.col("total").cum_min(reverse=True))
    return rows.with_columns(running=nw.col("start") + nw.col("total") - nw.col("pause"))

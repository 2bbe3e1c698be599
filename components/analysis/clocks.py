"""The three clocks of each person: time in the role, in the level, in the scope.

A clock begins with the last change of its kind and stands still during long leaves. Where it
begins on the first day of the extract, with many others, the true start is unknown: "at least".
"""

import narwhals as nw

from components.analysis.changes import By
from components.analysis.day_numbers import completed_months, with_month_and_day
from components.analysis.in_order import ORDER, Frame, before, in_order, last_of_each
from components.analysis.role_rows import Event
from components.settings import Clocks
from components.tables import columns as col

CLOCKS = ("role", "level", "scope")
MANY = 5
"""Fewer first rows on the first day than this are no sign of a cut-off extract."""

_EVENT = (ORDER, col.PERSON, "start", "place", "pause", "by")


def clocks_of(rows: Frame, roles: Frame, clocks: Clocks) -> Frame:
    """One row per person with a role: start, by, place and months of each clock.

    `rows` are all rows with their neighbours, `roles` the role rows with their changes. Months
    are counted to the column `until`, the as-of day or the last day of employment.
    """
    people = _people(rows, roles)
    events = {
        "role": roles.filter(nw.col("role")).with_columns(by=nw.col("scope_by")),
        "level": roles.filter(nw.col("level_by") > 0).with_columns(by=nw.col("level_by")),
        "scope": _scope_events(rows, roles, clocks),
    }
    for name, found in events.items():
        people = people.join(_clock(found, name), on=col.PERSON, how="left")
    people = _level_where_known(people)
    cut_off = first_day_of_many(roles, clocks)
    people = people.with_columns(
        **{f"{name}_from": _running_from(name) for name in CLOCKS},
        **{f"{name}_at_least": _at_least(name, cut_off) for name in CLOCKS},
    )
    for name in ("until", *(f"{name}_from" for name in CLOCKS)):
        people = with_month_and_day(people, name)
    return people.with_columns(**{f"months_in_{name}": _months(name) for name in CLOCKS})


def _people(rows: Frame, roles: Frame) -> Frame:
    """Each person's last row: until when clocks run, how long they stood still, moves."""
    stood = last_of_each(rows.select(ORDER, col.PERSON, "paused")).drop(ORDER)
    moves = nw.col("moves").cast(nw.Int64)
    roles = in_order(roles.with_columns(moves=moves), moves=nw.col("moves").cum_sum())
    last = last_of_each(roles.select(
        ORDER, col.PERSON, "until", "hire_day", "stood", "moves", "level", "known_level"
    ))  # fmt: skip
    last = in_order(last, moves_before=before("moves"))
    changes = nw.col("moves") - nw.col("moves_before").fill_null(0)
    last = last.with_columns(
        role_changes=changes,
        has_level=~nw.coalesce("level", "known_level").is_null(),
    )
    last = last.join(stood, on=col.PERSON, how="left")
    return last.with_columns(total_pause=nw.col("stood") + nw.col("paused"))


def _scope_events(rows: Frame, roles: Frame, clocks: Clocks) -> Frame:
    """Changes of scope, and acting roles that lasted; the pause of those is the last role's."""
    changed = roles.filter(nw.col("scope_by") > 0).with_columns(by=nw.col("scope_by"))
    days = nw.col("closed") - nw.col("start") + 1
    lasted = (nw.col("event") == int(Event.ACTING)) & (days >= clocks.acting_days)
    stood = roles.select(nw.col(ORDER).alias("role_at"), "stood")
    acting = rows.filter(lasted).join(stood, on="role_at", how="inner")
    acting = acting.with_columns(
        pause=nw.col("stood") + nw.col("paused"), by=nw.col("event") * 0 + 2 ** int(By.ACTING)
    )
    both = nw.concat([changed.select(*_EVENT), acting.select(*_EVENT)])
    return both if isinstance(both, nw.LazyFrame) else both.sort(ORDER)


def _clock(events: Frame, name: str) -> Frame:
    last = last_of_each(events.select(*_EVENT))
    return last.select(
        col.PERSON,
        **{f"{name}_{part}": nw.col(part) for part in ("start", "by", "place", "pause")},
    )


def _level_where_known(people: Frame) -> Frame:
    """Without any level, only a promotion or demotion starts a level clock."""
    said = _has(By.PROMOTION, "level_by") | _has(By.DEMOTION, "level_by")
    known = nw.col("has_level") | said
    names = ("level_start", "level_by", "level_place")
    return people.with_columns(**{name: nw.when(known).then(nw.col(name)) for name in names})


def _has(by: By, signs: str) -> nw.Expr:
    part = nw.col(signs) // 2 ** int(by)
    return part - part // 2 * 2 == 1


def _running_from(name: str) -> nw.Expr:
    """The day from which a clock that never stood still would show the same."""
    return nw.col(f"{name}_start") + nw.col("total_pause") - nw.col(f"{name}_pause")


def _months(name: str) -> nw.Expr:
    months = completed_months(f"{name}_from", "until")
    return months * (months > 0).cast(nw.Int64)


def _at_least(name: str, cut_off: int | None) -> nw.Expr:
    """Whether the clock began with the person's first row, on the extract's first day."""
    if cut_off is None:
        return nw.col(f"{name}_start") < 0
    unsaid = _has(By.FIRST_ROW, f"{name}_by") & ~_has(By.HIRE, f"{name}_by")
    at_first = unsaid & (nw.col(f"{name}_start") == cut_off)
    hired_then = (nw.col("hire_day") >= cut_off).fill_null(value=False)
    return at_first & ~hired_then


def first_day_of_many(roles: Frame, clocks: Clocks) -> int | None:
    """The extract's first day, where so many histories begin on it that it cut them off."""
    firsts = roles.filter(nw.col("is_first")).group_by("start").agg(people=nw.len())
    table = firsts.collect("pyarrow") if isinstance(firsts, nw.LazyFrame) else firsts
    counts = dict(zip(table["start"].to_list(), table["people"].to_list(), strict=True))
    if not counts:
        return None
    first = min(counts)
    share = counts[first] / sum(counts.values())
    many = counts[first] >= MANY and share > clocks.left_truncation_share
    return first if many else None

"""Whether a person is employed on the day, since when, and since when no more.

Hire and exit dates are first and last days: on the exit date itself a person is still active.
"""

from enum import StrEnum

import narwhals as nw

from components.analysis.in_order import Frame, last_of_each
from components.analysis.role_rows import Event
from components.settings import Clocks
from components.tables import columns as col


class Status(StrEnum):
    """What a person is to the company on the as-of day."""

    ACTIVE = "active"
    LEFT = "left"
    NOT_STARTED = "not started"
    UNKNOWN = "unknown"


STATED = {"left": 1, "not started": 2}
"""Stated words that count; active and on leave say nothing that the dates don't."""


def last_steps(rows: Frame) -> Frame:
    """The last role or exit row of each person: `last_start`, and its event."""
    steps = rows.filter(~nw.col("event").is_in([int(Event.ACTING), int(Event.LEAVE)]))
    return last_of_each(steps).select(
        col.PERSON, last_start="start", last_event="event", last_place="place"
    )


def employed(people: Frame, clocks: Clocks, day: int) -> Frame:
    """Add has_left, not_started, exit_day, left_day and `until`, to which clocks run.

    exit_day is the last exit, unless the person returned.

    `people` has one row per person: hire_day, said_exit (the newest stated exit date that is
    past), ahead (whether one lies ahead), said_on (the day that statement is known from),
    stated, last_start, last_event.
    """
    people = people.with_columns(
        back=_back(clocks),
        by_event=nw.when(nw.col("last_event") == int(Event.EXIT)).then(nw.col("last_start")),
        stated=nw.col("stated").fill_null(0),
        future=(nw.col("hire_day") > day) & nw.col("last_start").is_null(),
    )
    said = nw.when(~nw.col("back")).then(nw.col("said_exit"))
    people = people.with_columns(exit_day=nw.coalesce(said, nw.col("by_event")))
    gone = (nw.col("exit_day") < day).fill_null(value=False)
    undated = nw.coalesce("said_exit", "by_event").is_null() & ~nw.col("ahead")
    return people.with_columns(
        has_left=gone | ((nw.col("stated") == STATED["left"]) & undated),
        not_started=nw.col("future").fill_null(value=False) | _to_come(day),
        until=nw.when(gone).then(nw.col("exit_day")).otherwise(day),
    )


def _back(clocks: Clocks) -> nw.Expr:
    """Whether the person was hired again after the exit that is stated.

    A hire or rehire says so, a hire date after the exit (unless the person is said to have
    left), or a role that begins well after it and after the statement was made.
    """
    start, exit_day = nw.col("last_start"), nw.col("said_exit")
    hired = nw.col("last_event").is_in([int(Event.HIRE), int(Event.REHIRE)]) & (start > exit_day)
    unsaid = (nw.col("said_on") < start).fill_null(value=True)
    later = (start > exit_day + clocks.gap_days) & unsaid
    anew = (nw.col("hire_day") > exit_day) & (nw.col("stated").fill_null(0) != STATED["left"])
    parts = [part.fill_null(value=False) for part in (hired, later, anew)]
    return nw.any_horizontal(*parts, ignore_nulls=False)


def _to_come(day: int) -> nw.Expr:
    """Said not to have started, and no hire date that has passed."""
    passed = (nw.col("hire_day") <= day).fill_null(value=False)
    return (nw.col("stated") == STATED["not started"]) & ~passed & nw.col("last_start").is_null()

"""Roles of one person that overlap, and times between two roles that nothing explains."""

from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from components.intake.checks.check import Check, Found, at_rows
from components.intake.facts.assembled import Facts
from components.intake.facts.current_rows import DERIVED
from components.intake.facts.findings import Wording
from components.intake.facts.role_order import NEVER, RoleOrder
from components.intake.facts.tables import NO_DAY
from components.tables import columns as col

Mask = npt.NDArray[np.bool_]
Days = npt.NDArray[np.int64]

_EPOCH = date(1970, 1, 1)
_ROOM = 33
"""So many bits hold a day beside the number of the person."""


def _latest_before(roles: RoleOrder, ends: Days) -> Days:
    """The latest of the ends of all rows of the person before this one; NO_DAY for the first."""
    keys = (roles.person << _ROOM) + ends - NO_DAY
    latest = np.full(len(keys), NO_DAY, dtype=np.int64)
    running = np.maximum.accumulate(keys)[:-1] - (roles.person[1:] << _ROOM) + NO_DAY
    latest[1:][roles.follows[1:]] = running[roles.follows[1:]]
    return latest


def _before(marked: Mask) -> Mask:
    """The mark of the row before."""
    return np.append(False, marked[:-1])


def _overlapping(facts: Facts, wording: Wording) -> Found:
    roles = facts.roles
    if roles is None or col.END_DATE not in roles.table.column_names:
        return
    latest = _latest_before(roles, roles.end)
    own = np.where(roles.end > NO_DAY, roles.end, NEVER)
    days = np.minimum(latest, own) - roles.start + 1
    later = np.append(False, roles.start[1:] > roles.start[:-1])
    long = later & (latest > NO_DAY) & (days > facts.settings.clocks.overlap_days)
    flagged = roles.values(col.IS_PRIMARY) >= 0
    told = flagged | _before(flagged) | roles.says(col.EVENT, "acting")
    yield from _at(facts, roles, long & ~told, wording)


def _gaps(facts: Facts, wording: Wording) -> Found:
    roles = facts.roles
    if roles is None or col.END_DATE not in roles.table.column_names:
        return
    until = np.where(roles.end > NO_DAY, roles.end, roles.stop)
    latest = _latest_before(roles, until)
    long = (latest > NO_DAY) & (roles.start - latest - 1 > facts.settings.clocks.gap_days)
    told = roles.says(col.EVENT, "hire", "rehire") | _before(roles.says(col.EVENT, "exit", "leave"))
    told |= _with_rows_aside(facts)[roles.person] | (roles.start > day_number(facts.today))
    yield from _at(facts, roles, long & ~told, wording)


def _with_rows_aside(facts: Facts) -> Mask:
    """Persons of whom a role row was set aside: the time without a role is of our making."""
    aside = np.zeros(len(facts.persons.ids), dtype=np.bool_)
    for rows in facts.read.values():
        if rows.table == "roles" and not rows.kept.all():
            person = np.full(len(rows.key.column.distinct.words) + 1, -1, dtype=np.int32)
            code = rows.key.column.distinct.codes()
            person[code[rows.kept]] = facts.persons.numbers(rows.key.values)
            some = person[code[~rows.kept]]
            aside[some[some >= 0]] = True
    return aside


def _at(facts: Facts, roles: RoleOrder, marked: Mask, wording: Wording) -> Found:
    """At the first day of the later role; rows that the app itself derived are not named."""
    if DERIVED in roles.table.column_names:
        marked = marked & roles.says(DERIVED, "")
    rows = np.zeros(roles.table.num_rows, dtype=np.bool_)
    rows[roles.order[marked]] = True
    yield from at_rows(facts, "roles.effective_date", rows, wording)


def day(number: int) -> str:
    """A day number as it stands in a file."""
    return (_EPOCH + timedelta(days=number)).isoformat()


def day_number(day: date) -> int:
    """A day as a number; the other way round."""
    return (day - _EPOCH).days


OVERLAPPING = Check(
    "A role that begins while an earlier one of the same person goes on for longer than a "
    "handover (overlap_days in config/clocks.toml), where no column marks the main one.",
    Wording(
        "overlapping_spells",
        "The role that begins on “{value}” overlaps an earlier one of the same person.",
        "{count} roles overlap an earlier one of the same person; the first is named here.",
        "Both are kept, one as a concurrent role. Correct the dates, or mark the main role in a "
        "column is_primary.",
    ),
    _overlapping,
)
GAP = Check(
    "Time between two roles of one person longer than gap_days in config/clocks.toml, where no "
    "event says exit, leave or rehire, no row of the person was set aside and the later role "
    "has begun.",
    Wording(
        "gap_between_spells",
        "Before the role that begins on “{value}” there is a time without any role.",
        "Before {count} roles there is a time without any role; the first is named here.",
        "It counts as a leave, or as the end of an employment where it is long. Correct the "
        "dates if it was neither.",
    ),
    _gaps,
)

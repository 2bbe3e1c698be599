"""Status and exit date that contradict each other."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from components.intake.checks.check import Check, Found, once_per_sheet
from components.intake.facts.assembled import Facts
from components.intake.facts.exits import ExitRows
from components.intake.facts.findings import Wording
from components.intake.facts.tables import NO_DAY
from components.tables import columns as col

Mask = npt.NDArray[np.bool_]

_STILL_HERE = ("active", "on leave")
_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True)
class _Stated:
    """Statements about people: the day each was true, the exit day, and the marks."""

    said_on: npt.NDArray[np.int64]
    snapshot: npt.NDArray[np.int64]
    leaving: npt.NDArray[np.int64]
    still: Mask
    left: Mask


def _stated(facts: Facts) -> _Stated | None:
    people = facts.tables.get("people")
    if people is None or col.STATED_STATUS not in people.column_names:
        return None
    rows = ExitRows(people)
    snapshot = rows.days(col.KNOWN_ON)
    said_on = np.where(snapshot > NO_DAY, snapshot, (facts.today - _EPOCH).days)
    leaving = rows.days(col.EXIT_DATE)
    return _Stated(said_on, snapshot, leaving, rows.states(*_STILL_HERE), rows.states("left"))


def _leaving_later(facts: Facts, wording: Wording) -> Found:
    said = _stated(facts)
    if said is not None:
        later = said.still & (said.snapshot > NO_DAY) & (said.leaving > said.snapshot)
        yield from once_per_sheet(facts, "people.exit_date", later, wording)


def _left_before(facts: Facts, wording: Wording) -> Found:
    said = _stated(facts)
    if said is not None:
        past = said.still & (said.leaving > NO_DAY) & (said.leaving <= said.said_on)
        yield from once_per_sheet(facts, "people.exit_date", past, wording)


def _without_day(facts: Facts, wording: Wording) -> Found:
    """Only where the file gives exit dates at all, and no row gives the person's."""
    said = _stated(facts)
    if said is not None and (said.leaving > NO_DAY).any():
        person = np.asarray(facts.tables["people"].column(col.PERSON))
        dated = np.zeros(len(facts.persons.ids), dtype=np.bool_)
        dated[person[said.leaving > NO_DAY]] = True
        open_exit = said.left & ~dated[person]
        yield from once_per_sheet(facts, "people.stated_status", open_exit, wording)


LATER_EXIT = Check(
    "Rows marked active that carry an exit after their snapshot day.",
    Wording(
        "active_with_later_exit",
        "A row marked active carries an exit after its snapshot day, “{value}”.",
        "{count} rows marked active carry an exit after their snapshot day; the first is named "
        "here.",
        "The exit counts from its own day on, never before. Nothing needs to be done.",
    ),
    _leaving_later,
)
PAST_EXIT = Check(
    "Rows marked active, or on leave, whose exit date is already past.",
    Wording(
        "active_with_past_exit",
        "A row marked active carries an exit that is already past, “{value}”.",
        "{count} rows marked active carry an exit that is already past; the first is named here.",
        "The exit date is used, the mark is not. Correct the one that is wrong.",
    ),
    _left_before,
)
LEFT_WITHOUT_EXIT = Check(
    "People marked as having left for whom no exit date is given, though others have one.",
    Wording(
        "left_without_exit",
        "A row is marked “{value}”, but no exit date is given.",
        "{count} rows are marked as having left, but no exit date is given; the first is named "
        "here.",
        "The people count as having left, on an unknown day: no clock ends there. Fill in the "
        "exit date.",
    ),
    _without_day,
)

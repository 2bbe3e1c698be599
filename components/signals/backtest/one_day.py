"""People on one day, where no dated history tells what came first: who is marked as having left.

Only a comparison: whoever left may have been rated, or counted, after the decision.
"""

from dataclasses import dataclass

import narwhals as nw
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from components.analysis import ClockSource, Measures
from components.analysis.arrow import arrow_of
from components.analysis.exits import ExitKind
from components.settings import Settings
from components.signals.backtest.estimates import Estimates, estimates
from components.signals.backtest.person_dates import Ahead, PersonDates, codes_of, compared
from components.signals.band import months_within
from components.signals.catalogue import limits_of, rule
from components.tables import columns as col

STANDING_STILL = "stalled_top_performer"
"""The rule whose limits make the groups."""

_OTHER_KINDS = [
    kind.name.lower() for kind in ExitKind if kind not in (ExitKind.VOLUNTARY, ExitKind.UNKNOWN)
]


@dataclass(frozen=True, slots=True)
class Group:
    """Top performers by months in scope, from and to (none: no end), and how many have left.

    `found` compares them with everybody whose months and rating are known. Exits of unsaid kind
    count, those known to be no voluntary ones do not.
    """

    from_months: int
    to_months: int | None
    found: Estimates


def one_day(measures: Measures, settings: Settings) -> tuple[Group, ...]:
    """The groups of the rule about standing still; empty where the source states no durations.

    Only people whose months the source states are compared: a clock that runs on dates stops at
    the exit, and would make the two sides differ by itself.
    """
    needs = rule(STANDING_STILL).needs
    if not all(measures.given.intersection(need.any_of) for need in needs):
        return ()
    people = _with_stated_months(measures)
    of = _on_the_day(people)
    if not (of.ahead == Ahead.LEFT_BY_CHOICE).any():
        return ()
    limits = limits_of(settings)[STANDING_STILL].model_dump()
    first, last = limits["from_months"], limits["to_months"]
    found = []
    for low, high in ((first, None), (first, last), (0, first - 1)):
        said = codes_of(people, _standing_still(low, high))
        of_these = estimates(compared(of, said), settings.backtest.resamples)
        found.append(Group(low, high, of_these))
    return tuple(found)


def _standing_still(first: int, last: int | None) -> nw.Expr:
    return nw.col(col.TOP_PERFORMER) & months_within(first, last)


def _with_stated_months(measures: Measures) -> pa.Table:
    names = (col.CLOCK_SOURCE, col.STATUS, col.EXIT_KIND, col.TOP_PERFORMER, col.MONTHS_IN_SCOPE)
    held = (*names, col.CLOCK_AT_LEAST)
    people = pa.table({name: arrow_of(measures.people[name]) for name in held})
    stated = pc.equal(people[col.CLOCK_SOURCE], ClockSource.STATED.value)
    known = pc.is_in(people[col.STATUS], pa.array(["active", "left"]))
    return people.filter(pc.and_(pc.fill_null(stated, fill_value=False), known))


def _on_the_day(people: pa.Table) -> PersonDates:
    """Everybody once: on one day, in one band of service."""
    left = np.asarray(pc.equal(people[col.STATUS], "left").to_numpy(), bool)
    otherwise = pc.is_in(people[col.EXIT_KIND], pa.array(_OTHER_KINDS))
    by_choice = left & ~np.asarray(otherwise.to_numpy(), bool)
    ahead = np.where(left, int(Ahead.LEFT_OTHERWISE), int(Ahead.STAYED))
    ahead = np.where(by_choice, int(Ahead.LEFT_BY_CHOICE), ahead)
    nothing = np.zeros(len(ahead), np.int64)
    return PersonDates(np.arange(len(ahead)), nothing, nothing, ahead, 1)

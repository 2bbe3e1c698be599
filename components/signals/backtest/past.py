"""The past as it could have been seen: people on each day, and what came after."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from components.analysis import Measures, measure
from components.analysis.arrow import Arrays, arrow_of
from components.analysis.day_numbers import day_number
from components.analysis.exits import ExitKind, exits
from components.settings import Backtest, Settings
from components.signals.backtest.days import days_to_test
from components.signals.backtest.person_dates import Ahead, Codes, Marks, PersonDates
from components.tables import columns as col
from components.tables.dataset import Dataset

Progress = Callable[[float, str], object]
"""Told the share done, from 0 to 1, and what is done next."""


def nothing_told(share: float, doing: str) -> None:
    """Nobody waits for it."""


@dataclass(frozen=True)
class Moment:
    """One day of the past: the people a rule could judge then, as known then.

    people: what rules read of those that were active and had not announced an exit, one row
    each. `ahead` is what came within the follow-up, `service` their band of service. `given`
    are the fields known then, `in_notice` and `undated` people left out: those leaving already,
    and those who left on a day nobody knows.
    """

    day: date
    people: pa.Table
    given: frozenset[tuple[str, str]]
    ahead: Codes
    service: Codes
    in_notice: int
    undated: int

    @property
    def person(self) -> Codes:
        """The number of each person."""
        return np.asarray(self.people[col.PERSON].to_numpy(), np.int64)


@dataclass(frozen=True)
class Past:
    """The days looked back at, newest first, and whether anybody's notice is known."""

    moments: Sequence[Moment]
    notice_said: bool
    service_bands: int

    @cached_property
    def person_dates(self) -> PersonDates:
        """All people on all days."""
        days = [np.full(len(one.ahead), at, np.int64) for at, one in enumerate(self.moments)]
        return PersonDates(
            person=_together([one.person for one in self.moments]),
            day=_together(days),
            service=_together([one.service for one in self.moments]),
            ahead=_together([one.ahead for one in self.moments]),
            service_bands=self.service_bands,
        )


def look_back(
    dataset: Dataset, now: Measures, settings: Settings, progress: Progress = nothing_told
) -> Past:
    """Measure each day of the past anew; days on which nobody can be judged are left out."""
    rules = settings.backtest
    found = exits(dataset, now.as_of, settings)
    notice_said = bool(found["notice"].null_count < len(found["notice"]))
    days = days_to_test(dataset, now.as_of, rules, notice_said=notice_said)
    undated = _left_undated(now)
    moments = []
    for at, day in enumerate(days):
        progress(at / len(days), f"{day:%d %b %Y}")
        one = _moment(measure(dataset, day, settings), found, undated, rules)
        moments += [one] if len(one.ahead) else []
    progress(1.0, "")
    return Past(moments, notice_said, len(rules.service_bands_months) + 2)


def _together(parts: Sequence[Codes]) -> Codes:
    return np.concatenate([np.zeros(0, np.int64), *parts])


def _moment(then: Measures, found: Arrays, undated: Marks, rules: Backtest) -> Moment:
    person = np.asarray(arrow_of(then.people[col.PERSON]).to_numpy(), np.int64)
    active = np.asarray(pc.equal(arrow_of(then.people[col.STATUS]), "active").to_numpy(), bool)
    ahead, in_notice = _outcomes(found, then.as_of, len(undated), rules)
    chosen = active & ~in_notice[person] & ~undated[person]
    people = pa.table({name: arrow_of(then.people[name]) for name in _read_by_rules(then)})
    service = arrow_of(then.people[col.MONTHS_OF_SERVICE])
    return Moment(
        day=then.as_of,
        people=people.filter(pa.array(chosen)),
        given=then.given,
        ahead=ahead[person][chosen],
        service=_bands(service, rules)[chosen],
        in_notice=int((active & in_notice[person]).sum()),
        undated=int((active & undated[person]).sum()),
    )


def _outcomes(found: Arrays, day: date, people: int, rules: Backtest) -> tuple[Codes, Marks]:
    """For every person what came within the follow-up, and whether notice had been given."""
    now = day_number(day)
    person, last_day, kind = (np.asarray(found[name]) for name in (col.PERSON, "day", "kind"))
    notice = np.asarray(pc.fill_null(found["notice"], -1))
    announced = np.where(notice < 0, last_day - rules.notice_days, np.minimum(notice, last_day))
    to_come = np.flatnonzero(last_day >= now)[::-1]
    ahead, given = np.zeros(people, np.int64), np.zeros(people, np.bool_)
    within = announced[to_come] <= now + rules.follow_up_days
    ahead[person[to_come]] = np.where(within, _ahead_of(kind[to_come]), int(Ahead.STAYED))
    given[person[to_come]] = announced[to_come] <= now
    return ahead, given


def _ahead_of(kinds: Codes) -> Codes:
    codes = np.full(len(ExitKind), int(Ahead.LEFT_OTHERWISE), np.int64)
    codes[ExitKind.VOLUNTARY] = Ahead.LEFT_BY_CHOICE
    codes[ExitKind.UNKNOWN] = Ahead.LEFT_UNSAID
    return codes[kinds]


def _left_undated(now: Measures) -> Marks:
    """For every person, whether they have left on a day nobody knows."""
    people = now.people
    person = np.asarray(arrow_of(people[col.PERSON]).to_numpy(), np.int64)
    left = pc.equal(arrow_of(people[col.STATUS]), "left")
    undated = pc.and_(left, pc.is_null(arrow_of(people[col.EXIT_DATE])))
    marks = np.zeros(int(person.max(initial=-1)) + 1, np.bool_)
    marks[person] = np.asarray(undated)
    return marks


def _bands(months: pa.ChunkedArray, rules: Backtest) -> Codes:
    """The band of service, from 0; unknown service is the band after the last."""
    known = np.asarray(pc.fill_null(months, -1).to_numpy(), np.float64)
    bands = np.searchsorted(np.asarray(rules.service_bands_months), known, side="right")
    return np.where(known < 0, len(rules.service_bands_months) + 1, bands).astype(np.int64)


def _read_by_rules(then: Measures) -> list[str]:
    """Columns a rule may ask for: no names, no pointers to cells."""
    pointers = ("_sheet", "_row")
    texts = {col.CLOCK_SOURCE, col.SCOPE_BY}
    kinds = {name: then.people[name].dtype for name in then.people.columns}
    return [
        name
        for name, kind in kinds.items()
        if not name.endswith(pointers) and (name in texts or not _is_text(kind))
    ]


def _is_text(kind: object) -> bool:
    return "string" in str(kind)

"""Lists of one and the same people that do not say on which day they were true."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import permutations

import pyarrow as pa
import pyarrow.compute as pc

from components.intake.plan import SheetPlan
from components.intake.recognise.named_days import NamedDay, day_named
from components.intake.recognise.spot import ANSWER, Spot
from components.intake.recognise.survey import Survey
from components.tables import columns as col
from components.tables.problems import Problem

_MAY_CHANGE = frozenset(
    {col.JOB_TITLE, col.JOB_FAMILY, col.LEVEL, col.DEPARTMENT, col.MANAGER_ID, col.LOCATION}
)
MOSTLY = 0.5
"""Two states of one list share more than this share of the people of the smaller one …"""
LONG_APART = 0.1
"""… or this one where both are named after different days: of 100 people, of whom one in five
leaves each year, so many are left after ten."""
_ONE_KIND = 0.5
"""Lists of one kind share at least this share of all their fields."""


@dataclass(frozen=True)
class _List:
    """A sheet that lists people with facts that may change."""

    survey: Survey
    plan: SheetPlan

    @cached_property
    def fields(self) -> frozenset[str]:
        """What it tells of people."""
        return frozenset(one.field for one in self.plan.columns if one.used) - {col.KNOWN_ON}

    @cached_property
    def dated(self) -> bool:
        """Whether a column dates its rows, or may do."""
        return any(one.field == col.KNOWN_ON for one in self.plan.columns)

    @cached_property
    def ids(self) -> pa.Array:
        """The people, one for each row."""
        return self.texts(col.EMPLOYEE_ID)

    @cached_property
    def people(self) -> frozenset[str]:
        """Every person listed."""
        return frozenset(pc.unique(self.ids.drop_null()).to_pylist())

    @cached_property
    def named(self) -> NamedDay | None:
        """The day that its name states."""
        return day_named(self.survey.sheet)

    @property
    def day(self) -> dt.date | None:
        """The day that was answered, else the one that its name states."""
        return self.plan.known_on or (self.named.day if self.named else None)

    def texts(self, field: str) -> pa.Array:
        """The texts of a field, spaces around them aside."""
        index = next(one.column for one in self.plan.columns if one.used and one.field == field)
        column = next(one for one in self.survey.body.columns if one.index == index)
        return pc.utf8_trim_whitespace(self.survey.body.all_of(column)).combine_chunks()


def undated_lists(
    surveys: Mapping[int, Survey], plans: Mapping[int, SheetPlan], today: dt.date
) -> dict[int, Problem]:
    """Sheet → the question for its day, where another list states the same people otherwise.

    A day that its name states is proposed, unless it is to come or another list's as well.
    """
    every = [_List(survey, plans[number]) for number, survey in surveys.items()]
    lists = [one for one in every if _is_list(one)]
    beside = {
        one.plan.sheet: other
        for one, other in permutations(lists, 2)
        if not one.dated and not one.plan.known_on and _are_two_states(one, other)
    }
    days = Counter(one.day for one in lists)
    asked = (one for one in lists if one.plan.sheet in beside)
    return {
        one.plan.sheet: _question(one, beside[one.plan.sheet], _proposal(one, days, today))
        for one in asked
    }


def _is_list(one: _List) -> bool:
    has = one.fields
    return one.plan.table == "people" and col.EMPLOYEE_ID in has and bool(has & _MAY_CHANGE)


def _are_two_states(one: _List, other: _List) -> bool:
    """Whether they tell the same people's facts, each of a day of its own."""
    shared = len(one.people & other.people)
    fewer = min(len(one.people), len(other.people))
    if shared < 2 or not one.fields & other.fields & _MAY_CHANGE:
        return False
    if one.day and other.day and one.day != other.day and shared >= LONG_APART * fewer:
        return True
    if shared <= MOSTLY * fewer:
        return False
    if other.dated or one.day != other.day:
        return True
    return _one_kind(one, other) and (one.people != other.people or _contradict(one, other))


def _one_kind(one: _List, other: _List) -> bool:
    return len(one.fields & other.fields) >= _ONE_KIND * len(one.fields | other.fields)


def _contradict(one: _List, other: _List) -> bool:
    """Whether a fact of somebody differs; equal lists say the same on any day."""
    place = pc.index_in(one.ids, value_set=other.ids, skip_nulls=True)
    return any(
        pc.any(pc.not_equal(one.texts(name), other.texts(name).take(place))).as_py()
        for name in one.fields & other.fields & _MAY_CHANGE
    )


def _proposal(one: _List, days: Mapping[dt.date | None, int], today: dt.date) -> NamedDay | None:
    named = one.named
    return named if named and named.day <= today and days[named.day] == 1 else None


def _question(one: _List, other: _List, proposed: NamedDay | None) -> Problem:
    shared = len(one.people & other.people)
    source = other.survey.sheet
    another = " › ".join(filter(None, (source.file, source.name)))
    asked = Spot(one.survey.sheet).ask(
        "snapshot_day",
        f"{shared:,} of its {len(one.people):,} people stand in {another} as well, and nothing "
        "says on which day this list was true.",
        "Until then, what any list with a day says goes before it, and where it differs from "
        f"another list without a day, neither counts. Say {ANSWER} on which day the list was "
        f"true (known_on).{f' {proposed.why}' if proposed else ''}",
    )
    return replace(asked, value=proposed.day.isoformat() if proposed else "")

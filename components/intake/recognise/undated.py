"""What no column dates: ratings without a cycle, and lists of one and the same people."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from components.intake.plan import ColumnPlan, SheetPlan
from components.intake.recognise.crowd import Crowd
from components.intake.recognise.needs import RATED
from components.intake.recognise.spot import ANSWER, Spot
from components.intake.recognise.survey import Survey
from components.tables import columns as col
from components.tables.problems import Problem

_DATES_A_REVIEW = frozenset({col.CYCLE, col.REVIEW_DATE})
_MAY_CHANGE = frozenset(
    {col.JOB_TITLE, col.JOB_FAMILY, col.LEVEL, col.DEPARTMENT, col.MANAGER_ID, col.LOCATION}
)
_SAME_PEOPLE = 0.3
"""Of the smaller list stand in the larger one as well: two states of one company."""
_CYCLE = re.compile(
    r"(?<![\da-z])(?:[hq][1-4][ _-]?)?(?:fy[ _-]?\d\d(?:\d\d)?|20\d\d)(?!\d)", re.IGNORECASE
)
_DAY = re.compile(r"(?<!\d)(20\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")


def cycle_asked(survey: Survey, plans: Sequence[ColumnPlan]) -> list[Problem]:
    """Ratings that neither a header, nor a column, nor an answer puts in a cycle; none or one."""
    held = {one.field for one in plans if one.field}
    rated = [one for one in plans if one.used and one.table == "reviews" and one.field in RATED]
    undated = [one for one in rated if "cycle" not in one.detail]
    dated = held & (_DATES_A_REVIEW | {col.KNOWN_ON}) or survey.answer.cycle
    if not undated or dated or not survey.body.rows:
        return []
    asked = Spot(survey.sheet).ask(
        "cycle_missing",
        f"Nothing says of which review cycle the ratings in {undated[0].header} are.",
        f"They are read, but they stand in no order with other ratings. Say {ANSWER} which cycle "
        "the sheet is of (cycle).",
    )
    return [replace(asked, value=_first(_CYCLE, _title(survey)))]


def snapshots_asked(
    surveys: Mapping[int, Survey], plans: Mapping[int, SheetPlan]
) -> Iterator[Problem]:
    """Lists of mostly the same people that do not say on which day they were true.

    A list whose day was answered still makes the other one ask for its own.
    """
    lists = [
        survey
        for number, survey in surveys.items()
        if plans[number].table == "people" and _may_be_a_state(plans[number])
    ]
    crowds = [Crowd((survey,)).ids for survey in lists]
    alike: set[int] = set()
    for (one, these), (other, those) in combinations(enumerate(crowds), 2):
        fewer = min(len(these), len(those))
        if (
            fewer > 1
            and len(these & those) >= _SAME_PEOPLE * fewer
            and _share_a_field(*(plans[lists[number].body.number] for number in (one, other)))
        ):
            alike |= {one, other}
    undated = (lists[place] for place in sorted(alike) if not lists[place].answer.known_on)
    yield from map(_day_asked, undated)


def _may_be_a_state(plan: SheetPlan) -> bool:
    used = {one.field for one in plan.columns if one.used}
    asked = {one.field for one in plan.columns if one.field}
    return col.KNOWN_ON not in asked and bool(used & _MAY_CHANGE)


def _share_a_field(one: SheetPlan, other: SheetPlan) -> bool:
    fields = [{plan.field for plan in each.columns if plan.used} for each in (one, other)]
    return bool(fields[0] & fields[1] & _MAY_CHANGE)


def _day_asked(survey: Survey) -> Problem:
    asked = Spot(survey.sheet).ask(
        "snapshot_day",
        "Another sheet lists mostly the same people, and nothing says on which day this one was "
        "true.",
        f"Both are read as if they were true at once. Say {ANSWER} on which day the list was true "
        "(known_on).",
    )
    day = _DAY.search(_title(survey))
    return replace(asked, value="-".join(day.groups()) if day else "")


def _title(survey: Survey) -> str:
    return f"{survey.sheet.file.rpartition('.')[0]} {survey.sheet.name}"


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found.group() if found else ""

"""What each table needs before a sheet can be one, in the words a person is told."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from components.tables import columns as col
from components.tables.schema import TABLES

PERSON_MARKS = frozenset(
    {
        col.NAME,
        col.EMAIL,
        col.HIRE_DATE,
        col.EXIT_DATE,
        col.EXIT_KIND,
        col.STATED_STATUS,
        col.GENDER,
        col.KNOWN_ON,
        col.NOTICE_DATE,
        col.MONTHS_OF_SERVICE,
    }
)
"""Fields that say what a person is, rather than what happened to one."""

_ROLE_FIELDS = frozenset(
    {
        col.JOB_TITLE,
        col.JOB_FAMILY,
        col.LEVEL,
        col.DEPARTMENT,
        col.EVENT,
        col.TRACK,
        col.MANAGER_ID,
        col.LOCATION,
        col.REGION,
        col.DIRECT_REPORTS,
    }
)
RATED = frozenset(
    {col.RATING, col.POTENTIAL, col.PROMOTION_RECOMMENDED, col.GOAL_ATTAINMENT, col.COMMENT}
)
MARKS_OF_A_REVIEW = frozenset({col.CYCLE, col.REVIEWER_ID, col.RELATION})
_SCORES = frozenset({col.SELF, col.MANAGER, col.PEER})


@dataclass(frozen=True, slots=True)
class Need:
    """All of `every`, and one of each set in `some`; `words` says the same to a person."""

    words: str
    every: frozenset[str]
    some: tuple[frozenset[str], ...] = ()

    def met_by(self, fields: Collection[str]) -> bool:
        """Whether the fields are enough."""
        return self.every <= set(fields) and all(one & set(fields) for one in self.some)


def _need(words: str, *every: str, some: tuple[frozenset[str], ...] = ()) -> Need:
    return Need(words, frozenset(every), some)


_ID = col.EMPLOYEE_ID
NEEDS: dict[str, Need] = {
    "people": _need(
        "an employee ID and one more fact about the person",
        _ID,
        some=(frozenset(TABLES["people"].names) - {_ID},),
    ),
    "roles": _need(
        "an employee ID, an effective date and a role (title, level, department …)",
        _ID,
        col.EFFECTIVE_DATE,
        some=(_ROLE_FIELDS,),
    ),
    "reviews": _need("an employee ID and a rating", _ID, some=(RATED,)),
    "competencies": _need(
        "an employee ID and scores of competencies", _ID, col.COMPETENCY, some=(_SCORES,)
    ),
    "aspirations": _need(
        "an employee ID and the day the person was asked",
        _ID,
        col.ASKED_ON,
        some=(frozenset({col.INTENT, col.TARGET_ROLE, col.PREFERRED_TRACK, col.HORIZON}),),
    ),
    "opportunities": _need(
        "an employee ID, a date and a kind of opportunity",
        _ID,
        col.DATE,
        some=(frozenset({col.KIND, col.OUTCOME, col.STAGE_REACHED}),),
    ),
    "artifacts": _need(
        "an employee ID, a date and a kind of work",
        _ID,
        col.DATE,
        some=(frozenset({col.KIND, col.AUDIENCE, col.OUTCOME_STATED}),),
    ),
    "successors": _need(
        "an employee ID and whom or what the person could follow",
        _ID,
        some=(frozenset({col.INCUMBENT_ID, col.READINESS}),),
    ),
    "pay": _need(
        "an employee ID, an effective date and an amount", _ID, col.EFFECTIVE_DATE, col.AMOUNT
    ),
    "scorecards": _need(
        "a candidate ID, a date, a competency and a score",
        col.CANDIDATE_ID,
        col.DATE,
        col.COMPETENCY,
        col.SCORE,
    ),
    "stakeholders": _need("an employee ID and a stakeholder", _ID, col.STAKEHOLDER),
}

Repeats = Callable[[], bool]
"""Tells whether ids come more than once; asked only where it matters, because it is a pass."""

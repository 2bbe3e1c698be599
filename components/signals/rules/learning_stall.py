"""Notice people who have taken no new step for a year and whose scores have not risen."""

import narwhals as nw
from pydantic import Field

from components.signals.band import ROLE_HISTORY, at_least, months_within, only_hired
from components.signals.rule import Because, Limits, Missing, Need, Pointer, Rule, Since
from components.tables import columns as col


class LearningStallLimits(Limits):
    """How long without a step is a stall."""

    months: int = Field(default=12, ge=6, le=60)


def applies(limits: LearningStallLimits) -> nw.Expr:
    """Yes, no or unknown, for each person; nobody's steps are taken for none of one's own."""
    stepped = (nw.col(col.MONTHS_SINCE_SKILL_STEP) < limits.months).fill_null(value=False)
    return months_within(limits.months) & ~stepped & (nw.col(col.SCORE_CHANGE) <= 0)


RULE = Rule(
    key="learning_stall",
    label="No new step",
    kind="notice",
    limits=LearningStallLimits,
    applies=applies,
    needs=(
        ROLE_HISTORY,
        Need(
            (("opportunities", col.OUTCOME),),
            "courses, rotations and stretch work with outcomes",
            "a sheet of opportunities with outcomes",
        ),
        Need(
            (("competencies", col.MANAGER),),
            "competency scores by managers in two cycles",
            "competency scores to the reviews",
        ),
    ),
    because=(
        Because(
            "{months_in_scope:month} without a change of scope, no new step for {months:month}, "
            "and mean competency scores have not risen between the two latest cycles."
        ),
        Because(
            "The last step was on {last_skill_step:day}.",
            lambda _: ~nw.col(col.LAST_SKILL_STEP).is_null(),
        ),
    ),
    clears="A stretch assignment, a rotation, a course completed, or a change of scope.",
    evidence=(Pointer("scope", "roles", col.EFFECTIVE_DATE),),
    since=Since(col.SCOPE_COUNTED_FROM, lambda limits: int(limits.months), col.LAST_SKILL_STEP),
    missing=(
        Missing(nw.col(col.MONTHS_IN_SCOPE).is_null() | only_hired(), "no dated role history"),
        Missing(at_least(), "the role history begins too late to tell how long"),
        Missing(nw.col(col.SCORE_CHANGE).is_null(), "no scores by a manager in two cycles"),
    ),
    meaning="No change of scope, no skill step and no higher scores: exploratory, a weak sign.",
)

"""Flag people who asked for the next step, or were put forward, and did not get it."""

import narwhals as nw
from pydantic import Field

from components.signals.rule import Because, Limits, Missing, Need, Pointer, Rule, Since
from components.tables import columns as col


class PassedOverLimits(Limits):
    """How long a rejection counts, and how many recommendations in a row make a case."""

    months: int = Field(default=6, ge=1, le=24)
    cycles: int = Field(default=2, ge=2, le=6)


def rejected_lately(limits: PassedOverLimits) -> nw.Expr:
    """An internal application or promotion case ended rejected within the months; else no."""
    rejected, day = nw.col(col.REJECTED_ON), nw.col(col.AS_OF)
    months = (day.dt.year() - rejected.dt.year()) * 12 + day.dt.month() - rejected.dt.month()
    to_the_day = (months == limits.months) & (rejected.dt.day() >= day.dt.day())
    return ((months < limits.months) | to_the_day).fill_null(value=False)


def recommended_in_vain(limits: PassedOverLimits) -> nw.Expr:
    """Recommended in the latest cycles, and no promotion followed; unknown where one is."""
    enough = nw.col(col.RECOMMENDED_CYCLES) >= limits.cycles
    return enough & ~nw.col(col.PROMOTED_SINCE)


def applies(limits: PassedOverLimits) -> nw.Expr:
    """Yes, no or unknown, for each person."""
    return rejected_lately(limits) | recommended_in_vain(limits)


RULE = Rule(
    key="passed_over",
    label="Passed over",
    kind="flag",
    limits=PassedOverLimits,
    applies=applies,
    needs=(
        Need(
            (("opportunities", col.OUTCOME), ("reviews", col.PROMOTION_RECOMMENDED)),
            "opportunities with outcomes, or reviews that say whether a promotion was recommended",
        ),
    ),
    because=(
        Because(
            "An internal application or promotion case was rejected on {rejected_on:day}.",
            rejected_lately,
        ),
        Because(
            "A promotion was recommended in the {recommended_cycles} latest cycles and none "
            "followed.",
            recommended_in_vain,
        ),
    ),
    clears="An agreed next step with a date, or a promotion.",
    evidence=(
        Pointer("rejected", "opportunities", col.OUTCOME),
        Pointer("recommended", "reviews", col.PROMOTION_RECOMMENDED),
    ),
    since=Since(col.REJECTED_ON, lambda _: 0, otherwise=col.REVIEW_DATE),
    missing=(
        Missing(
            nw.col(col.RECOMMENDED_CYCLES).is_null(),
            "no answer on whether a promotion was recommended",
        ),
        Missing(nw.col(col.PROMOTED_SINCE).is_null(), "can't tell whether a promotion followed"),
    ),
    meaning="A rejected internal application, or a promotion recommended twice without effect.",
)

"""Flag people who asked for the next step, or were put forward, and did not get it."""

import narwhals as nw
from pydantic import Field

from components.signals.parts import RECOMMENDATIONS, REJECTIONS
from components.signals.rejections import REJECTED, WHAT_WAS, rejected_within, remarks
from components.signals.rule import Because, Limits, Missing, Pointer, Rule, Since
from components.tables import columns as col


class PassedOverLimits(Limits):
    """How long a rejection counts, and how many recommendations in a row make a case."""

    months: int = Field(default=6, ge=1, le=24)
    cycles: int = Field(default=2, ge=2, le=6)


def rejected_lately(limits: PassedOverLimits) -> nw.Expr:
    """An internal application or promotion case ended rejected within the months; else no."""
    return rejected_within(0, limits.months)


def recommended_in_vain(limits: PassedOverLimits) -> nw.Expr:
    """Recommended in each of the latest cycles, and no promotion followed.

    A cycle that doesn't say leaves it open, unless another of them says no.
    """
    said = nw.col(col.RECOMMENDED_CYCLES) >= limits.cycles
    declined = nw.col(col.NOT_DECLINED_CYCLES) < limits.cycles
    each = nw.when(said | declined).then(said)
    return RECOMMENDATIONS.looked_at & each & ~nw.col(col.PROMOTED_SINCE)


def _open() -> nw.Expr:
    return nw.col(col.NOT_DECLINED_CYCLES) > nw.col(col.RECOMMENDED_CYCLES)


def applies(limits: PassedOverLimits) -> nw.Expr:
    """Yes, no or unknown, for each person."""
    return rejected_lately(limits) | recommended_in_vain(limits)


RULE = Rule(
    key="passed_over",
    label="Passed over",
    kind="flag",
    limits=PassedOverLimits,
    applies=applies,
    needs=(),
    parts=(REJECTIONS, RECOMMENDATIONS),
    because=(
        Because(WHAT_WAS, rejected_lately),
        *remarks("", "months"),
        Because(
            "A promotion was recommended in the {cycles} latest cycles and none followed.",
            recommended_in_vain,
        ),
    ),
    clears="An agreed next step with a date, or a promotion.",
    evidence=(
        REJECTED,
        Pointer("recommended", "reviews", col.PROMOTION_RECOMMENDED),
        Pointer("recommended_first", "reviews", col.PROMOTION_RECOMMENDED),
    ),
    since=Since(col.REJECTED_ON, lambda _: 0, otherwise=col.RECOMMENDED_ON),
    missing=(
        Missing(
            nw.col(col.RECOMMENDED_CYCLES).is_null() | _open(),
            "no answer on whether a promotion was recommended",
        ),
        Missing(
            nw.col(col.PROMOTED_SINCE).is_null() & (nw.col(col.RECOMMENDED_CYCLES) > 1),
            "no role history that tells whether a promotion followed",
        ),
    ),
    meaning="A rejected internal application, or a promotion recommended twice without effect.",
)

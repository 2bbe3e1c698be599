"""Notice strong performers who will soon have waited long in the same scope."""

from typing import Self

import narwhals as nw
from pydantic import Field, model_validator

from components.settings.section import Wrong
from components.signals.band import EVIDENCE, MISSING, NEEDS, REMARKS, months_in_band
from components.signals.rule import Because, Limits, Rule, Since
from components.tables import columns as col


class ApproachingLimits(Limits):
    """How soon is soon."""

    from_months: int = Field(default=18, ge=1, le=120)
    to_months: int = Field(default=23, ge=1, le=240)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.to_months < self.from_months:
            raise Wrong("to_months", "Use a number that is not below from_months.")
        return self


def applies(limits: ApproachingLimits) -> nw.Expr:
    """Yes, no or unknown, for each person."""
    return nw.col(col.TOP_PERFORMER) & months_in_band(limits.from_months, limits.to_months)


RULE = Rule(
    key="approaching",
    label="Approaching",
    kind="notice",
    limits=ApproachingLimits,
    applies=applies,
    needs=NEEDS,
    because=(
        Because(
            "Top-rated for {top_cycles:cycle}; {months_in_scope:month} without a change of scope "
            "(notice from {from_months} to {to_months})."
        ),
        *REMARKS,
    ),
    clears="A promotion, a rotation, or a documented change of scope.",
    evidence=EVIDENCE,
    since=Since(col.SCOPE_COUNTED_FROM, lambda limits: int(limits.from_months), col.TOP_SINCE),
    missing=MISSING,
    meaning="A top performer whose scope will soon have stood still for long: plan a talk.",
    without_performance=lambda limits: months_in_band(limits.from_months, limits.to_months),
    with_family=("from_months", "to_months"),
)

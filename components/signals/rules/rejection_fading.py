"""Notice people whose rejected step lies some months back: the effect fades, the talk is due."""

from typing import Self

import narwhals as nw
from pydantic import Field, model_validator

from components.settings.section import Wrong
from components.signals.parts import REJECTIONS
from components.signals.rejections import REJECTED, WHAT_WAS, rejected_within, remarks
from components.signals.rule import Because, Limits, Rule, Since
from components.tables import columns as col


class FadingLimits(Limits):
    """From when to when a rejection fades."""

    from_months: int = Field(default=7, ge=1, le=36)
    to_months: int = Field(default=12, ge=1, le=36)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.to_months < self.from_months:
            raise Wrong("to_months", "Use a number that is not below from_months.")
        return self


def applies(limits: FadingLimits) -> nw.Expr:
    """Yes or no, for each person."""
    return rejected_within(limits.from_months, limits.to_months)


RULE = Rule(
    key="rejection_fading",
    label="Rejected some time ago",
    kind="notice",
    limits=FadingLimits,
    applies=applies,
    needs=(),
    parts=(REJECTIONS,),
    because=(Because(WHAT_WAS), *remarks("from_months", "to_months")),
    clears="An agreed next step with a date, or a promotion.",
    evidence=(REJECTED,),
    since=Since(col.REJECTED_ON, lambda limits: int(limits.from_months) - 1),
    missing=(),
    meaning="A rejected internal application whose effect fades: ask what has come of it.",
)

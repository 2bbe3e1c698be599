"""Flag strong performers whose wait has gone on beyond the window."""

import narwhals as nw
from pydantic import Field

from components.signals.band import EVIDENCE, MISSING, NEEDS, REMARKS, at_least, months_in_band
from components.signals.rule import Because, Limits, Rule, Since
from components.tables import columns as col


class PastWindowLimits(Limits):
    """From when on the window is past."""

    from_months: int = Field(default=37, ge=7, le=360)


def applies(limits: PastWindowLimits) -> nw.Expr:
    """Yes, no or unknown, for each person."""
    return nw.col(col.TOP_PERFORMER) & months_in_band(limits.from_months)


RULE = Rule(
    key="past_window",
    label="Past the window",
    kind="flag",
    limits=PastWindowLimits,
    applies=applies,
    needs=NEEDS,
    because=(
        Because(
            "Top-rated for {top_cycles:cycle}; {months_in_scope:month} without a change of scope "
            "(past the window from {from_months}).",
            lambda _: ~at_least(),
        ),
        Because(
            "Top-rated for {top_cycles:cycle}; at least {months_in_scope:month} without a change "
            "of scope (past the window from {from_months}).",
            lambda _: at_least(),
        ),
        *REMARKS,
    ),
    clears="A promotion, a rotation, or a documented change of scope.",
    evidence=EVIDENCE,
    since=Since(col.SCOPE_COUNTED_FROM, lambda limits: int(limits.from_months), col.TOP_SINCE),
    missing=MISSING,
    meaning="A top performer whose scope has stood still for longer than the window.",
    without_performance=lambda limits: months_in_band(limits.from_months),
    with_family=("from_months",),
)

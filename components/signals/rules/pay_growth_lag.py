"""Flag strong performers whose pay has grown less than that of others at their level."""

import narwhals as nw
from pydantic import Field

from components.signals.rule import Because, Limits, Missing, Need, Pointer, Rule, Since
from components.tables import columns as col


class PayGrowthLimits(Limits):
    """How many percentage points below the median are a lag."""

    points_below: float = Field(default=1.0, ge=0, le=50)


def applies(limits: PayGrowthLimits) -> nw.Expr:
    """Yes, no or unknown, for each person."""
    behind = nw.col(col.PAY_GROWTH) < nw.col(col.PAY_GROWTH_OF_LEVEL) - limits.points_below
    return nw.col(col.TOP_PERFORMER) & behind


RULE = Rule(
    key="pay_growth_lag",
    label="Pay behind others",
    kind="flag",
    limits=PayGrowthLimits,
    applies=applies,
    needs=(
        Need((("reviews", col.RATING),), "ratings by managers", "a review sheet with ratings"),
        Need(
            (("pay", col.AMOUNT),),
            "pay over two years, allowed in the settings",
            "a pay sheet with dates, and pay_allowed = true in config/app.toml",
        ),
    ),
    because=(
        Because(
            "Top-rated for {top_cycles:cycle}; pay grew by {pay_growth:percent} in two years, "
            "the middle of the same level by {pay_growth_of_level:percent}."
        ),
    ),
    clears="A pay review, or a reason for the difference that both sides know.",
    evidence=(
        Pointer("pay", "pay", col.AMOUNT),
        Pointer("pay_before", "pay", col.AMOUNT),
        Pointer("rating", "reviews", col.RATING),
    ),
    since=Since(col.PAY_SINCE, lambda _: 0, col.TOP_SINCE),
    missing=(
        Missing(nw.col(col.TOP_PERFORMER).is_null(), "no manager rating that is recent enough"),
        Missing(nw.col(col.PAY_GROWTH).is_null(), "no pay now and two years ago in one currency"),
        Missing(
            nw.col(col.PAY_GROWTH_OF_LEVEL).is_null() & ~nw.col(col.PAY_GROWTH).is_null(),
            "fewer than five people at the level whose pay growth is known",
        ),
    ),
    meaning="A top performer whose pay has grown less than the middle of the same level.",
)

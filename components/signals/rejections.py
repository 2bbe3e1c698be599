"""What two rules share: a rejected step so many months ago, and what makes it weigh more."""

import narwhals as nw

from components.signals.parts import REJECTIONS
from components.signals.rule import Because, Pointer
from components.tables import columns as col

WHAT_WAS = "An internal application or promotion case was rejected on {rejected_on:day}."
REJECTED = Pointer("rejected", "opportunities", col.OUTCOME)


def rejected_within(first: int, last: int) -> nw.Expr:
    """An internal application or promotion case ended rejected in these months ago; else no."""
    months = nw.col(col.MONTHS_SINCE_REJECTION)
    lately = (months >= first) & (months <= last)
    return REJECTIONS.looked_at & lately.fill_null(value=False)


def weighs_more(first: int, last: int) -> nw.Expr:
    """Rejected without an interview, or for somebody from outside. Source: Dlugos and Keller."""
    without = (~nw.col(col.INTERVIEWED)).fill_null(value=False)
    outside = nw.col(col.LOST_TO_EXTERNAL).fill_null(value=False)
    return rejected_within(first, last) & (without | outside)


def remarks(first: str, last: str) -> tuple[Because, ...]:
    """Sentences on what makes a rejection weigh more; `first` and `last` name the limits."""

    def held(limits: object) -> nw.Expr:
        return rejected_within(getattr(limits, first, 0), getattr(limits, last))

    return (
        Because(
            "There was no interview (stage reached: {stage_reached}), which weighs more.",
            lambda limits: held(limits) & ~nw.col(col.INTERVIEWED),
        ),
        Because(
            "Somebody from outside was chosen, which weighs more.",
            lambda limits: held(limits) & nw.col(col.LOST_TO_EXTERNAL),
        ),
        Because(
            "A colleague was chosen, which weighs less.",
            lambda limits: held(limits) & ~nw.col(col.LOST_TO_EXTERNAL),
        ),
    )

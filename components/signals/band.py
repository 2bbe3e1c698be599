"""What the rules about standing still share: a top performer, and months inside a band."""

import narwhals as nw

from components.signals.rule import Missing, Need, Pointer
from components.tables import columns as col

UNKNOWN = nw.lit(None, dtype=nw.Boolean)

NEEDS = (
    Need(
        (
            ("roles", col.EFFECTIVE_DATE),
            ("people", col.HIRE_DATE),
            ("people", col.MONTHS_IN_LEVEL),
            ("people", col.MONTHS_IN_ROLE),
        ),
        "role history with effective dates",
    ),
    Need((("reviews", col.RATING),), "reviews with ratings"),
)
EVIDENCE = (
    Pointer("scope", "roles", col.EFFECTIVE_DATE),
    Pointer("rating", "reviews", col.RATING),
)
MISSING = (
    Missing(nw.col(col.TOP_PERFORMER).is_null(), "no manager rating that is recent enough"),
    Missing(nw.col(col.MONTHS_IN_SCOPE).is_null(), "no dated role history"),
    Missing(
        nw.col(col.CLOCK_AT_LEAST).fill_null(value=False),
        "the role history begins too late to tell how long",
    ),
)


def months_within(first: int, last: int | None = None) -> nw.Expr:
    """Whether the months in scope lie from `first` to `last` (no end where it is None).

    A clock that reads "at least" may have run longer: below the end of the band it can't tell,
    beyond it the answer is no; an open band is reached as soon as the least is.
    """
    months = nw.col(col.MONTHS_IN_SCOPE)
    at_least = nw.col(col.CLOCK_AT_LEAST).fill_null(value=False)
    if last is None:
        return nw.when(at_least & (months < first)).then(UNKNOWN).otherwise(months >= first)
    inside = (months >= first) & (months <= last)
    return nw.when(at_least & (months <= last)).then(UNKNOWN).otherwise(inside)

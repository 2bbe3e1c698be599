"""What the rules about standing still share: a top performer, and months inside a band."""

import narwhals as nw

from components.analysis import ClockSource
from components.signals.rule import Because, Missing, Need, Pointer
from components.tables import columns as col

ROLE_HISTORY = Need(
    (
        ("roles", col.EFFECTIVE_DATE),
        ("people", col.MONTHS_IN_LEVEL),
        ("people", col.MONTHS_IN_ROLE),
    ),
    "role history",
    "a sheet with effective dates and job titles",
)
NEEDS = (
    ROLE_HISTORY,
    Need((("reviews", col.RATING),), "ratings", "a sheet of reviews with ratings"),
)
EVIDENCE = (
    Pointer("scope", "roles", col.EFFECTIVE_DATE),
    Pointer("stated_role", "people", col.MONTHS_IN_ROLE),
    Pointer("stated_level", "people", col.MONTHS_IN_LEVEL),
    Pointer("rating", "reviews", col.RATING),
)


def only_hired() -> nw.Expr:
    """No role history of the person: the clock runs from the hire date, so it is an upper end."""
    return (nw.col(col.CLOCK_SOURCE) == ClockSource.HIRE_DATE.value).fill_null(value=False)


def at_least() -> nw.Expr:
    """The history begins too late: the clock may have run longer than it shows."""
    return nw.col(col.CLOCK_AT_LEAST).fill_null(value=False) & ~only_hired()


MISSING = (
    Missing(nw.col(col.TOP_PERFORMER).is_null(), "no manager rating that is recent enough"),
    Missing(nw.col(col.MONTHS_IN_SCOPE).is_null() | only_hired(), "no dated role history"),
    Missing(at_least(), "the role history begins too late to tell how long"),
)
REMARKS = (
    Because(
        "The last change of scope was seen by title, because neither level nor family was given.",
        lambda _: nw.col(col.SCOPE_BY) == "title",
    ),
    Because(
        "Time as stated in the file.",
        lambda _: nw.col(col.CLOCK_SOURCE) == ClockSource.STATED.value,
    ),
    Because("The rating has no date.", lambda _: nw.col(col.RATING_AGE_MONTHS).is_null()),
    Because(
        "Limits of the job family: three of four who moved on inside had moved by "
        "{family_clock:month}.",
        lambda _: ~nw.col(col.FAMILY_CLOCK).is_null(),
    ),
)
"""Sentences that follow the reason where it stands on less than usual."""


def family_later() -> nw.Expr:
    """By how many months the limits of a person's job family are later; 0 where it has no clock."""
    return nw.col(col.FAMILY_LATER).fill_null(0)


def months_in_band(first: int, last: int | None = None) -> nw.Expr:
    """Whether the months in scope lie within the band, moved with the job family's own clock."""
    later = family_later()
    return months_within(first + later, None if last is None else last + later)


def months_within(first: int | nw.Expr, last: int | nw.Expr | None = None) -> nw.Expr:
    """Whether the months in scope lie from `first` to `last` (no end where it is None).

    A clock that reads "at least" may have run longer: below the end of the band it can't tell,
    beyond it the answer is no; an open band is reached as soon as the least is. A clock that
    only the hire date gives may have run shorter: below the band the answer is no, otherwise
    it can't tell.
    """
    months = nw.col(col.MONTHS_IN_SCOPE)
    inside = months >= first if last is None else (months >= first) & (months <= last)
    too_late = months < first if last is None else months <= last
    open_answer = (at_least() & too_late) | (only_hired() & (months >= first))
    return nw.when(~open_answer).then(inside)

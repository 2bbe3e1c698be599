"""One review per person, cycle, day, reviewer and relation: later rows about it are left out."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from components.intake.facts.conflicts import PlaceOf, Settled
from components.intake.facts.equal_rows import first_equal
from components.intake.facts.findings import Wording, by_cell
from components.intake.facts.tables import codes, column
from components.tables import columns as col
from components.tables.problems import Problem

Mask = npt.NDArray[np.bool_]

_KEY = (col.PERSON, col.CYCLE, col.REVIEW_DATE, col.REVIEWER_ID, col.RELATION)
_JUDGED = (col.RATING, col.POTENTIAL, col.PROMOTION_RECOMMENDED, col.GOAL_ATTAINMENT)

_TWO_VALUES = Wording(
    "conflicting_rows",
    "“{value}” contradicts an earlier row about the same review.",
    "{count} rows contradict an earlier row about the same review; the first is named here.",
    "The earlier row is used, this one was set aside. Keep one row per review.",
)
_SAID_AGAIN = Wording(
    "duplicate_row",
    "An earlier row says the same about this review.",
    "{count} rows say the same as an earlier row about the review; the first is named here.",
    "The review counts once. Say which of the rows it is, or who reviewed, if they are two.",
)


def one_row_per_review(reviews: pa.Table, place_of: PlaceOf) -> Settled:
    """Keep the first row of each review; a later one that says something else is listed.

    Peer and upward reviews without a reviewer are never taken for one another.
    """
    key = [codes(column(reviews, name)) for name in _KEY if name in reviews.column_names]
    key.append(np.where(_anonymous(reviews), np.arange(reviews.num_rows), -1))
    first = first_equal(key)
    later = first != np.arange(reviews.num_rows)
    if not later.any():
        return Settled(reviews)
    judged = [name for name in _JUDGED if name in reviews.column_names]
    wrong = {name: _contradicting(reviews, name, first) for name in judged}
    same = later & ~np.any(list(wrong.values()), axis=0) if wrong else later
    problems = [
        problem
        for name, rows in wrong.items()
        for problem in _listed(reviews, rows, (_TWO_VALUES, name), place_of)
    ]
    problems += _listed(reviews, same, (_SAID_AGAIN, col.EMPLOYEE_ID), place_of)
    return Settled(reviews.filter(pa.array(~later)), tuple(problems))


def _anonymous(reviews: pa.Table) -> Mask:
    if col.RELATION not in reviews.column_names:
        return np.zeros(reviews.num_rows, dtype=np.bool_)
    several = pc.is_in(
        column(reviews, col.RELATION).cast(pa.string()), value_set=pa.array(["peer", "upward"])
    )
    if col.REVIEWER_ID not in reviews.column_names:
        return np.asarray(several)
    return np.asarray(pc.and_(several, pc.is_null(column(reviews, col.REVIEWER_ID))))


def _contradicting(reviews: pa.Table, name: str, first: npt.NDArray[np.int64]) -> Mask:
    """Rows that give another value than the first of the same review."""
    value = codes(column(reviews, name))
    given = np.asarray(pc.is_valid(column(reviews, name)))
    return np.asarray(given & given[first] & (value != value[first]), dtype=np.bool_)


def _listed(
    reviews: pa.Table, rows: Mask, about: tuple[Wording, str], place_of: PlaceOf
) -> Iterator[Problem]:
    words, name = about
    sheets = np.asarray(column(reviews, col.SHEET))[rows]
    numbers = np.asarray(column(reviews, col.ROW))[rows]
    for sheet in np.unique(sheets):
        place = place_of(int(sheet), "reviews", name)
        yield from by_cell(words, place, numbers[sheets == sheet])

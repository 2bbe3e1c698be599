"""Who rated: the reviewer, else the manager of the role held then, else the current manager."""

from enum import StrEnum

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from components.analysis.arrow import Arrays, Columns
from components.analysis.role_rows import DAYS_BELOW
from components.tables import columns as col


class RaterSource(StrEnum):
    """How the rater is known."""

    REVIEW = "reviewer"
    ROLE = "manager on the review day"
    CURRENT = "current manager"


def raters(
    ratings: Arrays, reviews: Columns, roles: Columns, role_rows: Arrays, managers: pa.ChunkedArray
) -> Arrays:
    """rater_id and rater_source for each rating; `managers` are the current ones, by person."""
    reviewer = reviews.text(col.REVIEWER_ID).take(ratings["place"])
    none = pa.scalar(None, pa.string())
    then = pa.chunked_array([pa.nulls(len(reviewer), pa.string())])
    if reviewer.null_count:
        then = roles.text(col.MANAGER_ID).take(_role_then(ratings, roles, role_rows))
    now = managers.take(ratings[col.PERSON])
    source = pc.if_else(pc.is_valid(now), RaterSource.CURRENT.value, none)
    source = pc.if_else(pc.is_valid(then), RaterSource.ROLE.value, source)
    return {
        col.RATER_ID: pc.coalesce(reviewer, then, now),
        col.RATER_SOURCE: pc.if_else(pc.is_valid(reviewer), RaterSource.REVIEW.value, source),
    }


def _role_then(ratings: Arrays, roles: Columns, rows: Arrays) -> pa.Array:
    """The place of the newest role row with a manager that begins on or before the review."""
    named = pc.is_valid(roles.text(col.MANAGER_ID).take(rows["place"])).to_numpy()
    places = rows["place"].to_numpy()[named]
    begins = (_key(rows[col.PERSON], rows["start"]))[named]
    day = _key(ratings[col.PERSON], ratings["day"])
    at = np.searchsorted(begins, day, side="right") - 1
    same = at >= 0
    if len(begins):
        same &= begins[at] // DAYS_BELOW == day // DAYS_BELOW
        found = places[at]
    else:
        found = np.zeros(len(at), np.int64)
    return pa.array(found, mask=~same)


def _key(person: pa.ChunkedArray, day: pa.ChunkedArray) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    key: np.ndarray[tuple[int], np.dtype[np.int64]] = person.to_numpy() * DAYS_BELOW + day.to_numpy()
    return key

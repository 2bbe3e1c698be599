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
    ratings: Arrays,
    reviewer: pa.ChunkedArray,
    manager_then: pa.ChunkedArray,
    managers: pa.ChunkedArray,
) -> Arrays:
    """rater_id and rater_source for each rating; `managers` are the current ones, by person."""
    none = pa.scalar(None, pa.string())
    now = managers.take(ratings[col.PERSON])
    source = pc.if_else(pc.is_valid(now), RaterSource.CURRENT.value, none)
    source = pc.if_else(pc.is_valid(manager_then), RaterSource.ROLE.value, source)
    return {
        col.RATER_ID: pc.coalesce(reviewer, manager_then, now),
        col.RATER_SOURCE: pc.if_else(pc.is_valid(reviewer), RaterSource.REVIEW.value, source),
    }


def managers_on(ratings: Arrays, roles: Columns, rows: Arrays) -> pa.ChunkedArray:
    """The manager in the newest role row with one that begins on or before the review."""
    managers = roles.text(col.MANAGER_ID)
    named = pc.is_valid(managers.take(rows["place"])).to_numpy()
    begins = _key(rows[col.PERSON], rows["start"])[named]
    places = rows["place"].to_numpy()[named]
    if not len(begins):
        return pa.chunked_array([pa.nulls(len(ratings["day"]), pa.string())])
    day = _key(ratings[col.PERSON], ratings["day"])
    at = np.searchsorted(begins, day, side="right") - 1
    same = (at >= 0) & (begins[at] // DAYS_BELOW == day // DAYS_BELOW)
    return managers.take(pa.array(places[at], mask=~same))


def _key(
    person: pa.ChunkedArray, day: pa.ChunkedArray
) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    key: np.ndarray[tuple[int], np.dtype[np.int64]] = (
        person.to_numpy() * DAYS_BELOW + day.to_numpy()
    )
    return key

"""How often each group of people was given each rating, by level and job family."""

from typing import Any

import narwhals as nw
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from narwhals.typing import FrameT

from components.analysis.dense import collected
from components.calibration.deviations import Given
from components.tables import columns as col

CELL = (col.LEVEL, col.JOB_FAMILY)
"""Groups are compared on people of one level and one job family."""
GROUP, PEOPLE = "group", "people"


def ratings_given(people: FrameT, by: str) -> FrameT:
    """One row for each group, level, job family and rating: how many people.

    people: one row per person with rating, level, job_family and the column `by`; people with a
    rating and a group count. Columns: group, level, job_family (null where not known), rating,
    people.
    """
    rated = people.filter(~nw.col(col.RATING).is_null(), ~nw.col(by).is_null())
    keys = (GROUP, col.LEVEL, col.JOB_FAMILY, col.RATING)
    named = rated.select(
        nw.col(by).alias(GROUP),
        nw.col(col.LEVEL).alias(col.LEVEL),
        nw.col(col.JOB_FAMILY).alias(col.JOB_FAMILY),
        nw.col(col.RATING).cast(nw.Float64).alias(col.RATING),
    )
    return named.group_by(*keys).agg(nw.len().alias(PEOPLE))


def given_by(people: Any, by: str) -> tuple[Given, list[str]]:
    """The ratings as codes, and the name of each group in the order of its code.

    people: a Narwhals frame as for `ratings_given`. Groups are in the order of their names.
    """
    table = collected(ratings_given(people, by))
    group, names = _codes(table[GROUP])
    level, _ = _codes(table[col.LEVEL])
    family, families = _codes(table[col.JOB_FAMILY])
    given = Given(
        rater=group,
        cell=np.unique(level * (len(families) + 1) + family, return_inverse=True)[1],
        level=level,
        value=np.asarray(table[col.RATING].to_numpy(), np.float64),
        people=np.asarray(table[PEOPLE].to_numpy(), np.float64),
    )
    return given, names


def _codes(values: pa.ChunkedArray) -> tuple[np.ndarray, list[str]]:
    """Codes in the order of the names; the last code is that of missing values."""
    names = pc.unique(values).drop_null().cast(pa.string()).sort()
    at = pc.fill_null(pc.index_in(values.cast(pa.string()), value_set=names), len(names))
    return np.asarray(at.to_numpy(), np.int64), names.to_pylist()

"""Two roles at once: which one counts, and which is set aside as concurrent.

Short overlaps are trimmed later; here, of two roles that overlap for longer, the primary one
stays, else the one with more hours, else the one that began later.
"""

from typing import Any, cast

import narwhals as nw
import pandas as pd

from components.analysis.in_order import ORDER, Frame, after, before, in_order
from components.analysis.role_rows import Event
from components.settings import Clocks
from components.tables import columns as col

_COLUMNS = (ORDER, col.PERSON, "start", "end", "primary", "fte")
_NONE = pd.DataFrame({ORDER: [], "other": []}, dtype="int64[pyarrow]")
_NO_ROLE = (int(Event.ACTING), int(Event.LEAVE), int(Event.EXIT))


def set_aside(rows: Frame, clocks: Clocks, day: int) -> tuple[Frame, pd.DataFrame]:
    """The rows that count, and the rows set aside (with `other`, the order of what stayed)."""
    people = _people_with_two_roles(rows, clocks)
    if not people:
        return rows, _NONE
    of_them = nw.col(col.PERSON).is_in(people) & ~nw.col("event").is_in(_NO_ROLE)
    roles = rows.select(*_COLUMNS, "event").filter(of_them).sort(ORDER)
    aside = _concurrent(_collected(roles), clocks, day)
    return rows.filter(~nw.col(ORDER).is_in([*aside[ORDER].tolist(), -1])), aside


def _people_with_two_roles(rows: Frame, clocks: Clocks) -> list[int]:
    """The few people who may hold two roles at once."""
    beside = rows.select(ORDER, col.PERSON, "start", "end", "primary")
    beside = in_order(beside, next_person=after(col.PERSON), next_start=after("start"))
    longer = nw.col("end") - nw.col("next_start") + 1 > clocks.overlap_days
    two = (nw.col("next_person") == nw.col(col.PERSON)) & longer
    doubtful = two.fill_null(value=False) | (nw.col("primary") == 0).fill_null(value=False)
    found = _collected(beside.select(col.PERSON, doubtful=doubtful).filter(nw.col("doubtful")))
    return sorted(set(found[col.PERSON].tolist()))


def _collected(frame: Frame) -> pd.DataFrame:
    native = frame.collect("pyarrow") if isinstance(frame, nw.LazyFrame) else frame
    table = native.to_arrow()
    return cast("pd.DataFrame", table.to_pandas(types_mapper=pd.ArrowDtype))


def _concurrent(roles: pd.DataFrame, clocks: Clocks, day: int) -> pd.DataFrame:
    """Of each overlapping pair the one that gives way, until no pair is left."""
    left = nw.from_native(roles, eager_only=True)
    losers: list[pd.DataFrame] = []
    left = _with_ends(left, day)
    while True:
        found = _first_pairs(left, clocks)
        if found.empty:
            break
        losers.append(found)
        left = left.filter(~nw.col(ORDER).is_in(found[ORDER].tolist()))
    return pd.concat(losers, ignore_index=True) if losers else _NONE


def _with_ends(roles: nw.DataFrame[Any], day: int) -> nw.DataFrame[Any]:
    """Missing ends: the day before the next role that is primary alike, else open."""
    alike = [col.PERSON, "primary"]
    roles = roles.with_columns(primary=nw.col("primary").fill_null(1)).sort(*alike, ORDER)
    roles = roles.with_columns(
        same=(nw.col(col.PERSON).shift(-1) == nw.col(col.PERSON))
        & (nw.col("primary").shift(-1) == nw.col("primary")),
        following=nw.col("start").shift(-1) - 1,
    )
    closed = nw.when(nw.col("same")).then(nw.col("following")).otherwise(day)
    return roles.with_columns(end=nw.coalesce(nw.col("end"), closed)).sort(ORDER)


def _first_pairs(roles: nw.DataFrame[Any], clocks: Clocks) -> pd.DataFrame:
    """For each person the first pair that overlaps too long: who gives way to whom."""
    names = (ORDER, col.PERSON, "start", "end", "primary", "fte")
    pairs = roles.with_columns(**{f"next_{name}": after(name) for name in names})
    pairs = pairs.filter(
        nw.col("next_person") == nw.col(col.PERSON),
        nw.col("end") - nw.col("next_start") + 1 > clocks.overlap_days,
    )
    pairs = pairs.with_columns(earlier=before(col.PERSON))
    pairs = pairs.filter((nw.col("earlier") != nw.col(col.PERSON)).fill_null(value=True))
    stays = _earlier_stays()
    return pairs.select(
        nw.when(stays).then(nw.col("next_order")).otherwise(nw.col(ORDER)).alias(ORDER),
        nw.when(stays).then(nw.col(ORDER)).otherwise(nw.col("next_order")).alias("other"),
    ).to_pandas()


def _earlier_stays() -> nw.Expr:
    hours, next_hours = nw.col("fte").fill_null(-1), nw.col("next_fte").fill_null(-1)
    primary, next_primary = nw.col("primary"), nw.col("next_primary")
    both_known = (hours >= 0) & (next_hours >= 0)
    by_hours = both_known & (hours > next_hours)
    return (primary > next_primary) | ((primary == next_primary) & by_hours)

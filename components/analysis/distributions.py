"""How many people stand at each rating, by manager, unit, level or region.

Counted are active people with their latest usable rating; a group is as large as its rated
people. Groups below the limit are pooled, so every rated person is counted in a row that may
be shown, and nothing can be worked out by subtracting rows from "Everyone rated".
"""

from collections.abc import Mapping, Sequence

import narwhals as nw
import pandas as pd
from narwhals.typing import FrameT

from components.tables import columns as col

BY_MANAGER = col.RATER_ID
EVERYONE, GROUP, POOL = "everyone", "group", "pool"
NOT_KNOWN = "Not known"
SMALLER_UNITS = "Smaller units"

_STEP, _PEOPLE, _SUM, _GROUP, _UNIT = "step", "people", "rating_sum", "group", "unit"
_ROW = [_UNIT, "kind", _GROUP]
COLUMNS = ("order", *_ROW, "rating", _PEOPLE, "rated", "not_rated", "mean", "hidden")


def distribution(
    people: pd.DataFrame,
    by: str,
    *,
    steps: Sequence[int],
    limit: int,
    names: Mapping[str, str] | None = None,
    in_order: Sequence[str] = (),
) -> pd.DataFrame:
    """Rows to draw, one line per row and rating step, in the order in which they are shown.

    steps: the rating scale. limit: the smallest group. names: what to call a group (employee
    ID → name of a manager). in_order: groups that have an order of their own, such as levels;
    others follow in name order, "Not known" and pools last.

    Columns: order (of the row), unit, kind (everyone, group or pool), group (its words),
    rating, people, rated, not_rated, mean (of the ratings themselves), hidden (true only where
    the whole selection is below the limit; its numbers are left out).
    """
    cells = counted(nw.from_native(people).lazy(), by).collect().to_native()
    if cells.empty:
        return pd.DataFrame(columns=[*COLUMNS]).astype({"hidden": bool})
    cells = cells.astype({_PEOPLE: "int64", _SUM: "float64"}).assign(
        unit=_known(cells[_UNIT]) if by == BY_MANAGER else "", group=_known(cells[_GROUP])
    )
    teams = "Small teams" if by == BY_MANAGER else "Small groups"
    rows = cells.merge(_placed(cells, limit, teams), on=[_UNIT, _GROUP]).drop(
        columns=[_UNIT, _GROUP]
    )
    rows = rows.rename(columns={"row_unit": _UNIT, "row_group": _GROUP})
    everyone = cells.assign(unit="", kind=EVERYONE, group="Everyone rated")
    long = _long(pd.concat([everyone, rows]), steps, limit)
    return _in_order(_worded(long, names or {}), list(in_order))


def counted(people: FrameT, by: str) -> FrameT:
    """People at each rating step in each group; a null step stands for people not rated.

    people: one row per person with status, rating, and the column `by`. A rating between two
    steps counts at the nearer one, halves at the higher. For `BY_MANAGER` the group is who
    rated, or the current manager where nobody did, and its unit is the unit of that manager,
    else the unit in which that manager rates most people.
    """
    active = people.filter(nw.col(col.STATUS) == "active")
    if by == BY_MANAGER:
        grouped = _with_units(
            active.with_columns(
                nw.coalesce(nw.col(col.RATER_ID), nw.col(col.MANAGER_ID)).alias(_GROUP)
            )
        )
    else:
        grouped = active.with_columns(
            nw.col(by).cast(nw.String).alias(_GROUP), nw.lit(None, nw.String).alias(_UNIT)
        )
    return (
        grouped.with_columns((nw.col(col.RATING) + 0.5).floor().cast(nw.Int32).alias(_STEP))
        .group_by(_UNIT, _GROUP, _STEP)
        .agg(nw.len().alias(_PEOPLE), nw.col(col.RATING).sum().alias(_SUM))
    )


def _with_units(rated: FrameT) -> FrameT:
    own = rated.select(
        nw.col(col.EMPLOYEE_ID).alias(_GROUP), nw.col(col.DEPARTMENT).alias("own_unit")
    )
    most = (
        rated.filter(~nw.col(col.DEPARTMENT).is_null(), ~nw.col(_GROUP).is_null())
        .group_by(_GROUP, col.DEPARTMENT)
        .agg(nw.len().alias("held"))
        .filter(nw.col("held") == nw.col("held").max().over(_GROUP))
        .group_by(_GROUP)
        .agg(nw.col(col.DEPARTMENT).min().alias("main_unit"))
    )
    return (
        rated.join(own, on=_GROUP, how="left")
        .join(most, on=_GROUP, how="left")
        .with_columns(nw.coalesce(nw.col("own_unit"), nw.col("main_unit")).alias(_UNIT))
    )


def _known(groups: pd.Series) -> pd.Series:
    return groups.astype(object).fillna(NOT_KNOWN)


def _placed(cells: pd.DataFrame, limit: int, teams: str) -> pd.DataFrame:
    """The row each unit and group is counted in."""
    rated = cells[_PEOPLE].where(cells[_STEP].notna(), 0)
    groups = rated.groupby([cells[_UNIT], cells[_GROUP]]).sum()
    small_units = _pooled(groups.groupby(level=0).sum(), limit)
    parts = [
        _unit_rows(unit, one.droplevel(0), limit, whole=unit in small_units)
        for unit, one in groups.groupby(level=0)
    ]
    placed = pd.concat(parts, ignore_index=True)
    if len(small_units) > 1:
        placed["row_unit"] = placed[_UNIT].where(~placed[_UNIT].isin(small_units), SMALLER_UNITS)
    pool = placed["kind"].eq(POOL)
    held = placed.groupby(["row_unit", "kind"])[_GROUP].transform("size")
    words = teams + " (" + held.astype(str) + ")"
    return placed.assign(row_group=placed[_GROUP].where(~pool, words))


def _unit_rows(unit: object, rated: pd.Series, limit: int, *, whole: bool) -> pd.DataFrame:
    """The groups of one unit, each its own row or in the unit's pool."""
    pooled = set(rated.index) if whole else _pooled(rated, limit)
    kinds = [POOL if group in pooled else GROUP for group in rated.index]
    return pd.DataFrame({_UNIT: unit, _GROUP: rated.index, "row_unit": unit, "kind": kinds})


def _pooled(rated: pd.Series, limit: int) -> set[object]:
    """Groups below the limit, and the next smallest where together they stay below it.

    >>> sorted(_pooled(pd.Series({"a": 3, "b": 9, "c": 30}), 5))
    ['a', 'b']
    >>> sorted(_pooled(pd.Series({"a": 3, "b": 4, "c": 30}), 5))
    ['a', 'b']
    """
    ordered = rated.sort_values(kind="stable")
    small = ordered[ordered < limit]
    short = 0 < small.sum() < limit
    return set(ordered.index[: len(small) + short])


def _long(rows: pd.DataFrame, steps: Sequence[int], limit: int) -> pd.DataFrame:
    """Every row at every step, with what the row holds as a whole."""
    rated = rows[rows[_STEP].notna()].astype({_STEP: "int64"})
    index = pd.MultiIndex.from_frame(rows[_ROW].drop_duplicates())
    scale = sorted({*steps, *rated[_STEP]})
    at = rated.pivot_table(_PEOPLE, _ROW, _STEP, "sum").reindex(index=index, columns=scale)
    at = at.fillna(0).astype("int64")
    whole = pd.DataFrame({"rated": at.sum(axis=1)})
    whole["not_rated"] = rows.groupby(_ROW)[_PEOPLE].sum() - whole["rated"]
    whole["mean"] = rated.groupby(_ROW)[_SUM].sum() / whole["rated"]
    whole["hidden"] = whole["rated"].between(1, limit - 1)
    long = at.reset_index().melt(_ROW, var_name="rating", value_name=_PEOPLE)
    long = long.astype({"rating": "int64"}).merge(whole.reset_index(), on=_ROW)
    numbers = long[[_PEOPLE, "rated", "mean"]].where(~long["hidden"])
    return long.assign(
        people=numbers[_PEOPLE].astype("Int64"),
        rated=numbers["rated"].astype("Int64"),
        mean=numbers["mean"].astype("Float64"),
    )


def _worded(long: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """Rows with the words of their group; two people of one name keep their IDs."""
    keys = long[_GROUP].drop_duplicates()
    words = keys.map(lambda key: names.get(key, key))
    twice = words.duplicated(keep=False)
    words = words.where(~twice, words + " (" + keys + ")")
    spoken = dict(zip(keys, words, strict=True))
    named = long["kind"].eq(GROUP)
    return long.assign(group=long[_GROUP].map(spoken).where(named, long[_GROUP]), key=long[_GROUP])


def _in_order(long: pd.DataFrame, in_order: list[str]) -> pd.DataFrame:
    """Everyone, then units and groups by name, pools last."""
    ranked = {key: place for place, key in enumerate(in_order)}
    keys = pd.DataFrame(
        {
            "everyone": long["kind"].ne(EVERYONE),
            "last_unit": long[_UNIT].map({NOT_KNOWN: 1, SMALLER_UNITS: 2}).fillna(0),
            "unit": long[_UNIT].str.casefold(),
            "last": long["kind"].eq(POOL) * 2 + long["key"].eq(NOT_KNOWN),
            "rank": long["key"].map(ranked).fillna(len(ranked)),
            "name": long[_GROUP].str.casefold(),
            "key": long["key"],
        }
    )
    rows = keys.groupby(list(keys.columns), sort=True).ngroup()
    long = long.assign(order=rows).sort_values(["order", "rating"], ignore_index=True)
    return long[[*COLUMNS]]

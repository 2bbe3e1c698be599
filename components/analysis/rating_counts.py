"""People counted at each rating step, by manager, unit, level or region."""

import narwhals as nw
from narwhals.typing import FrameT

from components.analysis.of_group import of_group
from components.tables import columns as col

BY_MANAGER = col.RATER_ID
NOT_KNOWN = "Not known"
STALE = -1
"""The step of people whose rating is too old to count."""

STEP_OF, PEOPLE_OF, SUM_OF, GROUP_OF, UNIT_OF = "step", "people", "rating_sum", "group", "unit"
COUNTED = (UNIT_OF, GROUP_OF, STEP_OF, PEOPLE_OF, SUM_OF)
"""The columns of counts, in this order."""

_ANY_AGE = 2**31 - 1


def counted(people: FrameT, by: str, months: int | None = None) -> FrameT:
    """People at each rating step in each group; a null step stands for people not rated.

    people: one row per person with status, rating, rating_age_months, and the column `by`. The
    step of a rating older than so many months is `STALE`. A rating between two steps counts at
    the nearer one, halves at the higher. For `BY_MANAGER` the group is who rated, or the current
    manager where nobody did, and its unit is the unit of that manager, else the unit in which
    that manager rates most people.
    """
    active = people.select(*sorted(needed(by))).filter(nw.col(col.STATUS) == "active")
    old = nw.col(col.RATING_AGE_MONTHS) > (_ANY_AGE if months is None else months)
    old = old.fill_null(value=False) & ~nw.col(col.RATING).is_null()
    nearest = (nw.col(col.RATING) + 0.5).floor().cast(nw.Int32)
    stepped = active.with_columns(
        nw.when(old).then(STALE).otherwise(nearest).alias(STEP_OF), nw.lit("").alias(UNIT_OF)
    )
    if by == BY_MANAGER:
        rater = nw.coalesce(nw.col(col.RATER_ID), nw.col(col.MANAGER_ID))
        return _by_manager(active, stepped.with_columns(rater.alias(GROUP_OF)))
    groups = stepped.with_columns(nw.col(by).cast(nw.String).fill_null(NOT_KNOWN).alias(GROUP_OF))
    return groups.group_by(UNIT_OF, GROUP_OF, STEP_OF).agg(
        nw.len().alias(PEOPLE_OF), nw.col(col.RATING).sum().alias(SUM_OF)
    )


def needed(by: str) -> set[str]:
    """The columns of people that counting needs."""
    of_manager = (col.EMPLOYEE_ID, col.MANAGER_ID, col.DEPARTMENT) if by == BY_MANAGER else ()
    return {col.STATUS, col.RATING, col.RATING_AGE_MONTHS, by, *of_manager}


def _by_manager(active: FrameT, rated: FrameT) -> FrameT:
    """The counts of each manager, whose unit is looked up after counting: few rows are joined."""
    counts = rated.group_by(GROUP_OF, col.DEPARTMENT, STEP_OF).agg(
        nw.len().alias(PEOPLE_OF), nw.col(col.RATING).sum().alias(SUM_OF)
    )
    managers = counts.select(nw.col(GROUP_OF)).filter(~nw.col(GROUP_OF).is_null()).unique()
    own = active.select(
        nw.col(col.EMPLOYEE_ID).alias(GROUP_OF), nw.col(col.DEPARTMENT).alias("own_unit")
    ).join(managers, on=GROUP_OF, how="semi")
    known = counts.filter(~nw.col(col.DEPARTMENT).is_null(), ~nw.col(GROUP_OF).is_null())
    held = known.group_by(GROUP_OF, col.DEPARTMENT).agg(nw.col(PEOPLE_OF).sum().alias("held"))
    most = of_group(held, GROUP_OF, most=nw.col("held").max()).filter(
        nw.col("held") == nw.col("most")
    )
    most = most.group_by(GROUP_OF).agg(nw.col(col.DEPARTMENT).min().alias("main_unit"))
    unit = nw.coalesce(nw.col("own_unit"), nw.col("main_unit")).fill_null(NOT_KNOWN)
    return (
        counts.join(own, on=GROUP_OF, how="left")
        .join(most, on=GROUP_OF, how="left")
        .with_columns(unit.alias(UNIT_OF), nw.col(GROUP_OF).fill_null(NOT_KNOWN))
        .group_by(UNIT_OF, GROUP_OF, STEP_OF)
        .agg(nw.col(PEOPLE_OF).sum(), nw.col(SUM_OF).sum())
        .with_columns(nw.col(PEOPLE_OF).cast(nw.Int64))
    )

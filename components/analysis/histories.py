"""Role history as of a day: rows in sequence, what changed, spells and clocks."""

from collections.abc import Mapping
from dataclasses import dataclass

import narwhals as nw
import pandas as pd

from components.analysis.changes import changes
from components.analysis.clocks import clocks_of
from components.analysis.in_order import Frame
from components.analysis.overlaps import set_aside
from components.analysis.sequence import leaves, neighbours
from components.analysis.spells import spells_of
from components.settings import Clocks
from components.tables import columns as col


@dataclass(frozen=True, slots=True)
class Histories:
    """`roles`: role rows with their changes; `clocks`: one row per person; `spells`: one per role.

    `aside`: rows set aside as concurrent, with `other`, the order of the row that stayed.
    """

    roles: Frame
    clocks: Frame
    spells: Frame
    aside: pd.DataFrame
    step_counts: Mapping[str, int]


def histories(rows: Frame, employed: Frame, clocks: Clocks, day: int) -> Histories:
    """Work out role history from its rows and from each person's days of hire and exit.

    `employed` has person, hire_day, exit_day and `until`, the day to which clocks run.
    """
    counted, aside = set_aside(rows, clocks, day)
    counted = leaves(neighbours(counted, day), clocks)
    roles = counted.filter(nw.col("is_role")).join(employed, on=col.PERSON, how="left")
    roles = changes(roles, clocks)
    return Histories(
        roles=roles,
        clocks=clocks_of(counted, roles, clocks),
        spells=spells_of(roles),
        aside=aside,
        step_counts=_step_counts(roles) | {"set_aside": len(aside)},
    )


def _step_counts(roles: Frame) -> dict[str, int]:
    """How many role rows each step changed."""
    first = nw.col("first") == nw.col("order")
    steps = {
        "closed": nw.col("end").is_null(),
        "trimmed": nw.col("closed") < nw.col("end"),
        "united": ~nw.col("spell"),
        "leaves": nw.col("stood_here") > 0,
        "new_employments": nw.col("employment") & ~first,
        "scope_changes": (nw.col("scope_by") > 0) & ~nw.col("employment"),
    }
    sums = {name: step.cast(nw.Int64).sum() for name, step in steps.items()}
    table = roles.select(**sums)
    table = table.collect("pyarrow") if isinstance(table, nw.LazyFrame) else table
    return {name: int(table[name].to_list()[0] or 0) for name in steps}

"""Role history as of a day: rows in sequence, what changed, spells and clocks."""

from collections.abc import Mapping
from dataclasses import dataclass

import narwhals as nw
import pandas as pd

from components.analysis.changes import changes
from components.analysis.clocks import clocks_of, first_day_of_many, last_roles, scope_events
from components.analysis.in_order import ORDER, Frame
from components.analysis.overlaps import set_aside
from components.analysis.sequence import sequence
from components.analysis.spells import spells_of
from components.settings import Clocks
from components.tables import columns as col

_FOR_CHANGES = (
    *(ORDER, col.PERSON, "place", "event", "title", "family", "level", "department", "reports"),
    *("is_first", "gap", "employment", "start", "end", "closed", "days", "running", "until"),
)


@dataclass(frozen=True, slots=True)
class Histories:
    """`roles`: role rows with their changes; `last`: one row per person; `spells`: one per role.

    `scope_events`: the rows with which stays in one scope begin. `clocks`: for each clock a frame
    with one row per person. `aside`: rows set aside as concurrent, with `other`, the order of the
    row that stayed. `cut_off`: the extract's first day, where so many histories begin on it that
    their true start is unknown.
    """

    roles: Frame
    last: Frame
    clocks: Mapping[str, Frame]
    spells: Frame
    scope_events: Frame
    aside: pd.DataFrame
    cut_off: int | None


def histories(rows: Frame, clocks: Clocks, day: int) -> Histories:
    """Work out role history from its rows (see role_rows and said.with_employment)."""
    counted, aside = set_aside(rows, clocks, day)
    counted = sequence(counted, clocks, day)
    roles = changes(counted.select(*_FOR_CHANGES, "is_role").filter(nw.col("is_role")), clocks)
    return Histories(
        roles=roles,
        last=last_roles(roles),
        clocks=clocks_of(counted, roles, clocks),
        spells=spells_of(roles),
        scope_events=scope_events(counted, roles, clocks),
        aside=aside,
        cut_off=first_day_of_many(roles, clocks),
    )


def step_counts(found: Histories) -> dict[str, int]:
    """How many role rows each step changed."""
    first = nw.col("is_first")
    steps = {
        "closed": nw.col("end").is_null(),
        "renamed": nw.col("renamed"),
        "trimmed": (nw.col("closed") < nw.col("end")).fill_null(value=False),
        "united": ~nw.col("spell"),
        "paused": nw.col("days") > 0,
        "new_employments": nw.col("employment") & ~first,
        "scope_changes": (nw.col("scope_by") > 0) & ~nw.col("employment"),
    }
    table = found.roles.select(**{name: step.cast(nw.Int64).sum() for name, step in steps.items()})
    whole = table.collect("pyarrow") if isinstance(table, nw.LazyFrame) else table
    counts = {name: int(whole[name].to_list()[0] or 0) for name in steps}
    return counts | {"set_aside": len(found.aside)}

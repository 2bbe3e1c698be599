"""The clock of a job family: by when three of four who move on inside have moved.

Source: methods, rule set, "Job-family clock alternative". Only where it is asked for.
"""

from collections.abc import Mapping
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from components.analysis.arrow import Arrays
from components.analysis.incidence import Ending, ScopeStays, cumulative_incidence, scope_stays
from components.settings import Settings
from components.tables import columns as col
from components.tables.dataset import Dataset

MOVED_BY = 0.75
"""The share of those who move on inside that has moved when the clock is full."""


def family_clocks(found: ScopeStays, moves: int) -> Mapping[str, int]:
    """Completed months in scope by job family, for families with at least so many moves.

    Exits compete with moves (Aalen–Johansen); who has not moved yet counts as long as watched.
    """
    clocks = {}
    family = found.rows[col.JOB_FAMILY]
    for name in sorted(map(str, family.dropna().unique())):
        curve = cumulative_incidence(found.in_months(family == name), int(Ending.MOVED))
        months = curve.reached(MOVED_BY)
        if curve.events.sum() >= moves and months is not None:
            clocks[name] = int(months)
    return clocks


def family_columns(
    dataset: Dataset, as_of: date, settings: Settings, family: pa.ChunkedArray
) -> Arrays:
    """The clock of each person's job family, and by how many months it moves limits; else null.

    `family` holds by person the job family.
    """
    rules = settings.clocks.family
    if not rules.own_clocks:
        nothing = pa.chunked_array([pa.nulls(len(family), pa.int64())])
        return {col.FAMILY_CLOCK: nothing, col.FAMILY_LATER: nothing}
    clocks = family_clocks(scope_stays(dataset, as_of, settings), rules.moves)
    at = pc.index_in(family, pa.array(list(clocks), pa.string()))
    months = pa.array(list(clocks.values()), pa.int64())
    found = pa.chunked_array([months.take(at.combine_chunks())])
    return {
        col.FAMILY_CLOCK: found,
        col.FAMILY_LATER: pc.subtract(found, rules.instead_of_months),
    }

"""Who took on stretch work a year or two ago, and whether they took on or asked for anything since.

Only ever counted in groups: to judge a person by what they stopped asking for punishes silence.
"""

from datetime import date

import narwhals as nw
import pandas as pd
from narwhals.typing import FrameT

from components.analysis.skill_steps import TAKEN
from components.tables import columns as col

STRETCH, APPLIED = "stretch assignment", "internal application"
TOOK, NOTHING = "took_stretch", "nothing_since"
YEAR = 12


def stretch_since(opportunities: FrameT, as_of: date) -> FrameT:
    """One row for each person who took on stretch work one to two years before the day.

    opportunities: person, kind, outcome and day (of the decision, else of the event), those seen
    on the day. Columns: person, `nothing_since`: no step was accepted, and nothing was applied
    for, within the year up to the day.
    """
    first, last = _months_before(as_of, 2 * YEAR), _months_before(as_of, YEAR)
    taken = nw.col(col.OUTCOME).is_in(list(TAKEN)).fill_null(value=False)
    day = nw.col("day")
    early = (day > first) & (day <= last) & taken & (nw.col(col.KIND) == STRETCH)
    since = (day > last) & (day <= as_of) & (taken | (nw.col(col.KIND) == APPLIED))
    marked = opportunities.with_columns(
        early=early.fill_null(value=False).cast(nw.Int64),
        since=since.fill_null(value=False).cast(nw.Int64),
    )
    people = marked.group_by(col.PERSON).agg(nw.col("early").max(), nw.col("since").max())
    taken_on = people.filter(nw.col("early") == 1)
    return taken_on.select(col.PERSON, **{NOTHING: nw.col("since") == 0})


def _months_before(day: date, months: int) -> date:
    return (pd.Timestamp(day) - pd.DateOffset(months=months)).date()

"""Tables as of the day: rows dated later are not seen, nor outcomes decided later."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from components.analysis.arrow import Columns, arrow_of
from components.analysis.clock_columns import DERIVED, HIRE_DATE_ROW
from components.analysis.cycles import first_days
from components.analysis.day_numbers import day_number
from components.analysis.presence import DATED_BY, Marks, known_from
from components.tables import columns as col
from components.tables.dataset import Dataset

SEEN_BY = {
    **DATED_BY,
    "successors": (col.AS_OF,),
    "scorecards": (col.DATE,),
    "stakeholders": (col.LAST_TOUCHPOINT,),
    "pay": (col.EFFECTIVE_DATE,),
}


def given(dataset: Dataset, as_of: date) -> frozenset[tuple[str, str]]:
    """(table, field) pairs that hold any value in rows seen on the day.

    Role rows that only the hire date and the current row imply are no role history.
    """
    return frozenset(
        (table, name)
        for table, frame in dataset.tables.items()
        if not (table == "roles" and _all_implied(frame))
        for name in _with_values(
            competencies_seen(dataset, as_of) if table == "competencies" else frame,
            SEEN_BY.get(table, ()),
            day_number(as_of),
        )
    )


def _with_values(frame: pd.DataFrame, dated_by: Sequence[str], day: int) -> list[str]:
    later = pc.greater(known_from(Columns(frame), dated_by), day)
    seen = pc.invert(pc.fill_null(later, fill_value=False))
    if not len(frame) or pc.all(seen).as_py():
        return [name for name in frame.columns if frame[name].notna().any()]
    columns = ((name, arrow_of(frame[name])) for name in frame.columns)
    return [name for name, values in columns if pc.any(pc.and_(pc.is_valid(values), seen)).as_py()]


def _all_implied(roles: pd.DataFrame) -> bool:
    if DERIVED not in roles.columns:
        return False
    return bool((roles[DERIVED] == HIRE_DATE_ROW).fillna(False).all())


def seen(dataset: Dataset, table: str, as_of: date) -> pd.DataFrame | None:
    """Rows of a table that are not dated after the day; nothing where it was not given."""
    rows = dataset.tables.get(table)
    if rows is None or rows.empty:
        return None
    later = pc.greater(known_from(Columns(rows), SEEN_BY.get(table, ())), day_number(as_of))
    found: pd.DataFrame = rows[~pc.fill_null(later, fill_value=False).to_numpy()]
    return found


def competencies_seen(dataset: Dataset, as_of: date) -> pd.DataFrame:
    """Competency scores of cycles that had begun; a cycle begins with its first dated review."""
    rows = dataset.tables.get("competencies")
    if rows is None:
        return pd.DataFrame()
    begun = first_days(Columns(dataset.tables.get("reviews")))
    later = [name for name, day in begun.items() if day > day_number(as_of)]
    if not later or col.CYCLE not in rows.columns:
        return rows
    unseen = pc.is_in(arrow_of(rows[col.CYCLE]), value_set=pa.array(later))
    found: pd.DataFrame = rows[~unseen.to_numpy()]
    return found


def opportunities_seen(dataset: Dataset, as_of: date) -> pd.DataFrame:
    """Opportunities dated by the day; what was decided later is still open."""
    rows = dataset.tables.get("opportunities")
    if rows is None:
        return pd.DataFrame()
    day = day_number(as_of)
    columns = Columns(rows)
    seen = pc.fill_null(pc.less_equal(columns.days(col.DATE), day), fill_value=False)
    ended = columns.days(col.ENDED_ON)
    decided = pc.coalesce(columns.days(col.DECIDED_ON), ended)
    rows = _hidden(rows, _after(decided, day), _DECISION)
    rows = _hidden(rows, _after(ended, day), (col.ENDED_ON,))
    found: pd.DataFrame = rows[seen.to_numpy()]
    return found


_DECISION = (col.OUTCOME, col.DECIDED_ON, col.ENDED_ON, col.WINNER, col.DECLINE_REASON)


def _after(days: pa.ChunkedArray, day: int) -> Marks:
    return np.asarray(pc.fill_null(pc.greater(days, day), fill_value=False), np.bool_)


def _hidden(rows: pd.DataFrame, where: Marks, fields: Sequence[str]) -> pd.DataFrame:
    if not where.any():
        return rows
    return rows.assign(**{name: rows[name].mask(where) for name in fields if name in rows.columns})

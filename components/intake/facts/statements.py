"""People: statements about persons, from sheets of people and from rows of other sheets."""

from collections.abc import Mapping
from datetime import date

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from components.intake.facts.cycles import last_days
from components.intake.facts.fields import fields
from components.intake.facts.persons import Numbers
from components.intake.facts.sheet_rows import SheetRows
from components.intake.facts.tables import codes, column, part
from components.tables import columns as col

DAY_OF: Mapping[str, str] = {
    "roles": col.EFFECTIVE_DATE,
    "reviews": col.REVIEW_DATE,
    "aspirations": col.ASKED_ON,
    "opportunities": col.DATE,
    "artifacts": col.DATE,
    "successors": col.AS_OF,
    "pay": col.EFFECTIVE_DATE,
    "scorecards": col.DATE,
    "stakeholders": col.LAST_TOUCHPOINT,
}
"""The field that dates a row, by table."""

SHARED = (
    col.JOB_TITLE,
    col.JOB_FAMILY,
    col.LEVEL,
    col.TRACK,
    col.DEPARTMENT,
    col.MANAGER_ID,
    col.LOCATION,
    col.REGION,
)
"""Fields of a role row that say something about the person too."""

Order = npt.NDArray[np.int64]


def statements(rows: SheetRows, person: Numbers, sheet: int, today: date) -> pa.Table | None:
    """What a sheet says about persons, one row for each source row.

    Of a sheet about something else only the rows are kept on which something differs from what
    the sheet said about the person before.
    """
    values = fields(rows, "people")
    if rows.table == "roles":
        shared = fields(rows, "roles")
        values = {name: shared[name] for name in SHARED if name in shared} | values
    if rows.table != "people" and not set(values) - {col.KNOWN_ON}:
        return None
    day = known_on(rows, values, today)
    if day is not None:
        values[col.KNOWN_ON] = day
    found = part(values, person=person, sheet=sheet, row=rows.row)
    return found if rows.table == "people" else changes(found, _rank(rows))


def known_on(rows: SheetRows, values: Mapping[str, pa.Array], today: date) -> pa.Array | None:
    """The day from which rows speak about persons; nothing where the sheet gives no day.

    A cycle that is not over yet speaks from today: what is in a file is known.
    """
    if col.KNOWN_ON in values or rows.table not in DAY_OF:
        return values.get(col.KNOWN_ON)
    own = fields(rows, rows.table)
    if rows.table == "reviews" and col.CYCLE in own:
        now = pa.scalar(today, pa.date32())
        ends = pc.min_element_wise(last_days(own[col.CYCLE]), now, skip_nulls=False)
        return pc.coalesce(own[col.REVIEW_DATE], ends) if col.REVIEW_DATE in own else ends
    day, recorded = own.get(DAY_OF[rows.table]), own.get(col.RECORDED_ON)
    return day if recorded is None or day is None else pc.max_element_wise(day, recorded)


def _rank(rows: SheetRows) -> Order:
    """Which of several role rows of one day speaks: the primary one, the last in sequence."""
    own = fields(rows, "roles") if rows.table == "roles" else {}
    rank = np.zeros(len(rows.row), dtype=np.int64)
    if col.SEQUENCE in own:
        rank += np.asarray(pc.fill_null(own[col.SEQUENCE], -1)).astype(np.int64)
    if col.IS_PRIMARY in own:
        rank += (
            np.asarray(pc.fill_null(own[col.IS_PRIMARY], fill_value=False)).astype(np.int64) << 32
        )
    return rank


def person_days(table: pa.Table) -> Order:
    """Person and day as one number that sorts by person, then day; no day comes first."""
    person = np.asarray(column(table, col.PERSON)).astype(np.int64)
    if col.KNOWN_ON not in table.column_names:
        return person << 32
    return (person << 32) + codes(column(table, col.KNOWN_ON)) + 2**31


def changes(found: pa.Table, rank: Order | None = None) -> pa.Table:
    """Rows that say something the person's row before did not.

    Of several rows of one day, only those of the highest rank speak.
    """
    days = person_days(found)
    rank = np.zeros(len(days), dtype=np.int64) if rank is None else rank
    order = np.lexsort((rank, days)) if rank.any() else np.argsort(days, kind="stable")
    days, rank = days[order], rank[order]
    outdone = np.zeros(len(order), dtype=np.bool_)
    outdone[:-1] = (days[:-1] == days[1:]) & (rank[:-1] < rank[1:])
    order, days = order[~outdone], days[~outdone]
    keep = np.sort(order[_differs(found, order, days >> 32)])
    return found if len(keep) == found.num_rows else found.take(pa.array(keep))


def _differs(found: pa.Table, order: Order, person: Order) -> npt.NDArray[np.bool_]:
    differs = np.zeros(len(order), dtype=np.bool_)
    anew = np.ones(len(order), dtype=np.bool_)
    anew[1:] = person[1:] != person[:-1]
    for name in found.column_names:
        if name in {col.PERSON, col.SHEET, col.ROW, col.KNOWN_ON}:
            continue
        code, none = _codes(column(found, name))
        value, given = code[order], ~none[order]
        moved = anew.copy()
        moved[1:] |= value[1:] != value[:-1]
        differs |= moved & given
    return differs


def _codes(values: pa.Array) -> tuple[Order, npt.NDArray[np.bool_]]:
    return codes(values), np.asarray(pc.is_null(values))

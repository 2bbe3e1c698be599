"""Putting a dataset together: frames, places of fields, the last day, the fingerprint."""

from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import sha256
from json import dumps

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from components.intake.facts.fields import places
from components.intake.facts.persons import Persons
from components.intake.facts.sheet_rows import SheetRows
from components.intake.facts.statements import SHARED
from components.intake.facts.tables import column, frame
from components.intake.plan import SheetPlan
from components.settings import Settings
from components.tables import columns as col
from components.tables.dataset import BOOKKEEPING
from components.tables.schema import TABLES
from components.tables.sheets import Sheet

Places = dict[tuple[int, str, str], int]

_FACT_DAYS = {
    "people": (col.KNOWN_ON, col.EXIT_DATE),
    "roles": (col.EFFECTIVE_DATE,),
    "reviews": (col.REVIEW_DATE,),
    "aspirations": (col.ASKED_ON,),
    "opportunities": (col.DATE,),
}
"""Days on which something happened or was recorded; planned ends and births are none."""


def frames(tables: Mapping[str, pa.Table], persons: Persons) -> dict[str, pd.DataFrame]:
    """Canonical frames in the order of the tables, each with its employee ids."""
    return {
        name: frame(_with_ids(tables[name], persons), _order(name))
        for name in (*TABLES, *sorted(set(tables) - set(TABLES)))
        if name in tables
    }


def _with_ids(table: pa.Table, persons: Persons) -> pa.Table:
    person = column(table, col.PERSON)
    ids = pa.DictionaryArray.from_arrays(person, persons.ids)
    return table.append_column(col.EMPLOYEE_ID, ids)


def _order(name: str) -> tuple[str, ...]:
    fields = TABLES[name].names if name in TABLES else (col.EMPLOYEE_ID,)
    return (*fields, col.RATING_LABEL, "top", "derived", col.COLUMN, *BOOKKEEPING)


def all_places(read: Mapping[int, SheetRows]) -> Places:
    """Sheet, table and field → column, also for facts that a row of another table implies."""
    found: Places = {}
    for sheet, rows in read.items():
        for table, own in _by_table(rows).items():
            found |= {(sheet, table, name): column for name, column in own.items()}
    return found


def _by_table(rows: SheetRows) -> dict[str, dict[str, int]]:
    given = {table: places(rows, table) for table in TABLES}
    implied = {"roles": _of_role(given["people"])} if rows.table == "people" else {}
    if rows.table == "roles":
        shared = {name: at for name, at in given["roles"].items() if name in SHARED}
        implied = {"people": shared}
    every = {table: implied.get(table, {}) | own for table, own in given.items()}
    key = {col.EMPLOYEE_ID: rows.key.plan.column}
    return {table: key | own for table, own in every.items() if own or table == rows.table}


def _of_role(people: Mapping[str, int]) -> dict[str, int]:
    """Where a role row derived from a sheet of people stands; its start is the hire date's."""
    start = people.get(col.HIRE_DATE, people.get(col.KNOWN_ON))
    shared = {name: at for name, at in people.items() if name in SHARED}
    return shared if start is None else shared | {col.EFFECTIVE_DATE: start}


def last_day(tables: Mapping[str, pa.Table], today: date) -> date | None:
    """The newest day, not after today, on which a fact is dated."""
    newest = (
        _newest(column(tables[name], field), today)
        for name, fields in _FACT_DAYS.items()
        for field in fields
        if name in tables and field in tables[name].column_names
    )
    return max((day for day in newest if day is not None), default=None)


def _newest(days: pa.Array, today: date) -> date | None:
    codes = np.asarray(pc.fill_null(days.view(pa.int32()), -(2**31)))
    limit = (today - date(1970, 1, 1)).days
    seen = codes[(codes <= limit) & (codes > -(2**31))]
    return date.fromordinal(int(seen.max()) + date(1970, 1, 1).toordinal()) if len(seen) else None


def fingerprint(
    content_key: str, sheets: Sequence[Sheet], plans: Sequence[SheetPlan], settings: Settings
) -> str:
    """The name of a data version: 16 hex digits over contents, plans and settings."""
    understood = sorted(
        (sheets[plan.sheet].file, sheets[plan.sheet].name, _meaning(plan)) for plan in plans
    )
    text = dumps([content_key, understood, settings.fingerprint], ensure_ascii=False)
    return sha256(text.encode("utf-8")).hexdigest()[:16]


def _meaning(plan: SheetPlan) -> str:
    """What a plan decides; the words that explain it are none of it."""
    used = [
        [column.column, column.table, column.field, sorted(column.detail.items())]
        for column in plan.columns
        if column.used
    ]
    rows = [plan.table, plan.header_row, plan.last_row, plan.lookup, plan.ids]
    rows += [plan.cycle, str(plan.known_on or ""), *(["awaits day"] if plan.awaits_day else [])]
    return dumps([rows, used], ensure_ascii=False)

"""Days that have not come yet, where a day is not usually planned."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from components.intake.checks.check import Check, Found
from components.intake.facts.assembled import Facts
from components.intake.facts.findings import Place, Wording, by_cell
from components.intake.facts.sheet_rows import field_of
from components.tables import columns as col
from components.tables.fields import Kind

_PLANNED = frozenset({col.END_DATE, col.PRODUCTIVE_ON, col.ENDED_ON})
"""Days that are often planned."""


def _future_dates(facts: Facts, wording: Wording) -> Found:
    today = pa.scalar(facts.today, pa.date32())
    for rows in facts.read.values():
        for given in rows.given:
            if field_of(given.plan).kind is Kind.DATE and given.plan.field not in _PLANNED:
                later = pc.greater(given.values, today)
                at = np.flatnonzero(np.asarray(pc.fill_null(later, fill_value=False)))
                yield from by_cell(wording, Place(rows.source, given.plan.column), rows.row[at])


FUTURE_DATE = Check(
    "Days after today, except ends and other days that are often planned.",
    Wording(
        "future_date",
        "“{value}” lies in the future.",
        "{count} dates lie in the future; the first is named here.",
        "It is kept and counts from that day on. Correct it if it is a slip.",
    ),
    _future_dates,
)

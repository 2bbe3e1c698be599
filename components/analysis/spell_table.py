"""Spells with their words: the roles people held, as shown on a time line."""

import pandas as pd
import pyarrow as pa

from components.analysis.arrow import Arrays, Columns, arrow_of, frame_of
from components.analysis.day_numbers import days_of
from components.analysis.dense import collected
from components.analysis.in_order import Frame
from components.tables import columns as col
from components.tables.dataset import Dataset

_TEXTS = (col.JOB_TITLE, col.JOB_FAMILY, col.LEVEL, col.TRACK, col.DEPARTMENT, col.LOCATION)


def spell_table(spells: Frame, roles: Columns, rows: Arrays, dataset: Dataset) -> pd.DataFrame:
    """One row per spell: who, from when to when, in which role, by which row.

    role_end is the last day, the as-of day while the role lasts; `new_employment` marks the
    first spell of an employment. Texts are those of the spell's newest row.
    """
    table = collected(spells)
    first, newest = table["place"], rows["place"].take(table["last"])
    ids = arrow_of(dataset.persons[col.EMPLOYEE_ID])
    return frame_of(
        {
            col.PERSON: table[col.PERSON].cast(pa.int32()),
            col.EMPLOYEE_ID: ids.take(table[col.PERSON]),
            col.ROLE_START: days_of(table["start"]),
            "role_end": days_of(table["end"]),
            **{name: roles.text(name).take(newest) for name in _TEXTS},
            "is_current": table["is_current"],
            "new_employment": table["employment"],
            col.EVENT: roles.text(col.EVENT).take(first),
            col.SHEET: roles.of(col.SHEET, pa.int16()).take(first),
            col.ROW: roles.of(col.ROW, pa.int32()).take(first),
        }
    )

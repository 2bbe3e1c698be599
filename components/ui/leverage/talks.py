"""When the last career conversation was, by department; none on record is not known, not stale."""

from datetime import date

import numpy as np
import pandas as pd
import streamlit as st

from components.access import limit_for
from components.tables import columns as col
from components.ui.figures import show_table
from components.ui.small_departments import small_together
from components.ui.text import safe
from components.ui.view import View
from components.ui.wishes import last_talks

FRESH, DUE, STALE, NONE = "0–6", "7–12", "13 +", "No record"
BANDS = (FRESH, DUE, STALE, NONE)
_FRESH_MONTHS, _DUE_MONTHS = 6, 12
"""Completed months. Source: methods, "Aspiration mismatch", staleness."""
NOT_KNOWN = "Not known"
NOTE = (
    "Months since the last talk, of the data or recorded here. Without a record it is not known: a "
    "talk may have taken place. Departments below the smallest group are one row."
)


def show_talks(view: View) -> None:
    """The finding and the table."""
    rows = talks(view)
    st.header(safe(finding(rows)), anchor=False)
    st.caption(safe(NOTE))
    alt = "Last career conversation by department"
    show_table(talks_table(view, rows), key="talk_rows", alt=alt, height="content")


def talks(view: View) -> pd.DataFrame:
    """One row per person shown: person, label (department), band."""
    persons = view.people[col.PERSON].astype("int64").tolist()
    found = last_talks(view, persons)
    day = pd.Series([found.get(one) for one in persons], dtype="object")
    return pd.DataFrame(
        {
            col.PERSON: persons,
            "label": view.people[col.DEPARTMENT].fillna(NOT_KNOWN).tolist(),
            "band": bands(pd.to_datetime(day), view.as_of),
        }
    )


def bands(days: pd.Series, as_of: date) -> np.ndarray:
    """The band of each day; a talk planned for later has not taken place.

    >>> bands(pd.Series(pd.to_datetime(["2025-12-30", "2025-11-30", None])), date(2026, 6, 30))
    array(['0–6', '7–12', 'No record'], dtype=object)
    """
    now = pd.Timestamp(as_of)
    fresh = days > now - pd.DateOffset(months=_FRESH_MONTHS + 1)
    due = days > now - pd.DateOffset(months=_DUE_MONTHS + 1)
    held = days.notna() & (days <= now)
    return np.select([~held, fresh, due], [NONE, FRESH, DUE], STALE).astype(object)


def finding(rows: pd.DataFrame) -> str:
    """For how many a talk within a year is on record."""
    people = len(rows)
    recent = int(rows["band"].isin([FRESH, DUE]).sum())
    return f"A career talk within a year is on record for {recent:,} of {people:,} people"


def talks_table(view: View, rows: pd.DataFrame) -> pd.DataFrame:
    """One row per department: people and how many in each band; small ones together."""
    limit = limit_for(view.settings.app, col.DEPARTMENT)
    counts = pd.crosstab(rows["label"], rows["band"]).reindex(columns=[*BANDS], fill_value=0)
    by = counts.assign(people=counts.sum(axis=1)).reset_index()
    drawn = small_together(by, limit, ("people", *BANDS))
    shown = drawn[~drawn["hidden"].astype(bool)]
    named = shown.rename(columns={"label": "Department", "people": "People"})
    return named[["Department", "People", *BANDS]].reset_index(drop=True)

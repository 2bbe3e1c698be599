"""What the files change against the version in use: each number opens its rows."""

import pandas as pd
import streamlit as st

from components.analysis.between import Change, VersionChanges, sentence
from components.intake import settings_with
from components.store import Version
from components.tables import columns as col
from components.ui import caching
from components.ui.arrival import Arrival
from components.ui.figures import show_table
from components.ui.loading.words import name_of
from components.ui.text import plain, safe

MOST_ROWS = 2_000
"""So many rows are shown of one number; the problem list and the files hold all."""
HEADERS = {
    col.EMPLOYEE_ID: "Employee ID",
    col.NAME: "Name",
    "field": "What",
    "before": "Before",
    "after": "Now",
    "place": "Where",
}


def show_changes(arrival: Arrival, in_use: Version | None) -> None:
    """The numbers that confirming would make true, and the rows of the chosen one."""
    if not arrival.reading.dataset.people_count:
        return
    reading = arrival.reading
    changes = caching.changes(
        in_use.name if in_use else None,
        reading.dataset.fingerprint,
        reading,
        settings_with(caching.settings(), arrival.answers),
    )
    st.header(_title(changes), anchor=False)
    st.caption(safe(sentence(changes)))
    counted = {one.key: one for one in changes.changes if one.count}
    if not counted:
        return
    chosen = st.radio(
        "Show the rows of",
        list(counted),
        index=None,
        format_func=lambda key: safe(counted[key].words),
        key="changes_shown",
        horizontal=True,
    )
    if chosen in counted:
        _rows(counted[chosen])


def _title(changes: VersionChanges) -> str:
    if changes.first:
        return "This is the first version: nothing is replaced"
    return "What confirming changes against the version in use"


def _rows(change: Change) -> None:
    rows = change.rows()
    shown = rows.head(MOST_ROWS)
    show_table(as_read(shown), key="changed_rows", alt=f"The rows behind: {change.words}")
    if len(rows) > len(shown):
        st.caption(f"The first {len(shown):,} of {len(rows):,} rows.")


def as_read(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with columns named in words, and the cell with its file and sheet."""
    places = [
        " › ".join(part for part in (name_of(file or "", sheet or ""), cell or "") if part)
        for file, sheet, cell in zip(rows["file"], rows["sheet_name"], rows["cell"], strict=True)
    ]
    table = rows.assign(place=places)
    kept = [name for name in HEADERS if name in table.columns and table[name].notna().any()]
    texts = table[kept].astype(object).where(table[kept].notna(), None)
    return texts.map(lambda text: None if text is None else plain(str(text))).rename(
        columns=HEADERS
    )

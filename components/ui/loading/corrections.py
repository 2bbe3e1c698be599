"""A corrected copy: what differs from the file it corrects, and which problems it mends."""

import pandas as pd
import streamlit as st

from components.intake import ColumnChange, RowChange
from components.ui.arrival import Arrival
from components.ui.figures import show_table
from components.ui.loading.words import listed, name_of
from components.ui.text import plain, safe

MOST_ROWS = 2_000
"""So many changed cells are listed; the corrected file holds all."""


def show_corrections(arrival: Arrival) -> None:
    """Only the difference: cells, rows and problems, with where they stand."""
    found, mended = arrival.found, arrival.mended
    if found is None or mended is None:
        return
    originals = listed(sorted(set(found.files.values())))
    st.header(safe(f"A corrected copy of {originals}: {found.sentence}"), anchor=False)
    st.caption(safe(f"{mended.sentence} The other files stay as they are in the version held."))
    rows = _rows(arrival)
    if rows:
        shown = pd.DataFrame(rows[:MOST_ROWS], columns=["Where", "Before", "Now"])
        show_table(
            shown, key="corrections", alt="The columns, cells and rows that the copy changes"
        )
    if len(rows) > MOST_ROWS:
        st.caption(f"The first {MOST_ROWS:,} of {len(rows):,} changes.")


def _rows(arrival: Arrival) -> list[tuple[str | None, ...]]:
    found = arrival.found
    if found is None:
        return []
    cells = [(f"{name_of(c.file, c.sheet)} › {c.address}", c.before, c.after) for c in found.cells]
    added = [(_row(one), None, _texts(one)) for one in found.added]
    removed = [(_row(one), _texts(one), None) for one in found.removed]
    new = [(_column(one), None, one.header) for one in found.columns_added]
    gone = [(_column(one), one.header, None) for one in found.columns_removed]
    return [
        tuple(None if text is None else plain(text) for text in row)
        for row in (*new, *gone, *cells, *added, *removed)
    ]


def _row(one: RowChange) -> str:
    return f"{name_of(one.file, one.sheet)} › row {one.row}"


def _column(one: ColumnChange) -> str:
    return f"{name_of(one.file, one.sheet)} › column {one.letter}"


def _texts(one: RowChange) -> str:
    return ", ".join(text for text in one.texts if text)

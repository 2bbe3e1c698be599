"""A share of groups, never of persons: took on stretch work a year or two ago, nothing since."""

import narwhals as nw
import numpy as np
import pandas as pd
import streamlit as st

from components.access import limit_for
from components.analysis.stretch_since import NOTHING, stretch_since
from components.charts import Figure, flag_bars
from components.tables import columns as col
from components.ui.figures import show_figure
from components.ui.small_departments import small_together
from components.ui.view import View

NOT_KNOWN = "Not known"
NOTE = (
    "Nothing since can have many causes: nothing was offered, the work was full, or a no had a "
    "price. It is a question about what is offered here, and says nothing about any person."
)


def show_stepping_back(view: View) -> None:
    """The figure, where config/app.toml asks for it and anybody took on stretch work then."""
    if not view.settings.app.stepping_back:
        return
    figure = stepping_back(view)
    if figure is not None:
        show_figure(figure, "stepping_back")
        st.caption(NOTE)


def stepping_back(view: View) -> Figure | None:
    """By department, how many took on nothing since; nothing where nobody took on anything."""
    rows = departments(view)
    if rows.empty:
        return None
    limit = limit_for(view.settings.app, col.DEPARTMENT)
    drawn = small_together(rows, limit)
    people, nothing = int(rows["people"].sum()), int(rows["flagged"].sum())
    told = f"{nothing:,} of {people:,}" if people >= limit else "Some"
    base = (
        "Accepted stretch work one to two years ago, and no step accepted or applied for since, of "
        f"all who accepted such work then. Departments from {limit} such people on."
    )
    title = f"{told} took on stretch work then and nothing since"
    return flag_bars(drawn, title=title, base=base, limit=limit, calm=True)


def departments(view: View) -> pd.DataFrame:
    """One row per department: label, flagged (nothing since), people (took on stretch work)."""
    rows = view.of(view.measures.opportunities)
    if rows.empty or not {col.KIND, col.OUTCOME, col.DATE} <= set(rows.columns):
        return pd.DataFrame()
    decided = rows[col.DECIDED_ON] if col.DECIDED_ON in rows.columns else rows[col.DATE]
    day = decided.where(decided.notna(), rows[col.DATE])
    seen = rows[[col.PERSON, col.KIND, col.OUTCOME]].assign(day=day)
    found = stretch_since(nw.from_native(seen, eager_only=True), view.as_of).to_native()
    if found.empty:
        return pd.DataFrame()
    where = view.people.set_index(col.PERSON)[col.DEPARTMENT].fillna(NOT_KNOWN)
    label = found[col.PERSON].map(where)
    counts = pd.DataFrame(
        {"label": label, "flagged": found[NOTHING].astype(bool), "people": np.ones(len(found))}
    )
    summed = counts.groupby("label", sort=True).sum().astype(int).reset_index()
    return summed.assign(unknown=0)

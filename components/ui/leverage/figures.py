"""The matrix of wish and readiness, and the departments in which nobody asked."""

import pandas as pd
import streamlit as st

from components.access import limit_for
from components.charts import Figure, flag_bars
from components.charts.wish_matrix import wish_matrix
from components.growth import Readiness, Willingness
from components.tables import columns as col
from components.ui.figures import show_figure
from components.ui.leverage.rows import Wishes
from components.ui.leverage.words import STEPS, WISHES, base
from components.ui.small_departments import small_together
from components.ui.view import View

NOT_KNOWN = "Not known"
NOTE = (
    "Where many wishes are not known, nobody asked, or a no had a price. It is a question about "
    "how a team is led, and says nothing about its people."
)


def show_matrix(view: View, found: Wishes) -> None:
    """One tile for each meeting that has people."""
    show_figure(matrix(view, found), "wishes")


def matrix(view: View, found: Wishes) -> Figure:
    """The figure with its words."""
    cells = found.cells()
    named = cells.assign(
        wish=[WISHES[Willingness(one)] for one in cells["wish"]],
        step=[STEPS[Readiness(one)] for one in cells["step"]],
    )
    title = f"{found.first:,} of {len(found.rows):,} people are where a question comes first"
    return wish_matrix(
        named,
        wishes=list(WISHES.values()),
        steps=list(STEPS.values()),
        title=title,
        base=base(view),
    )


def show_unknown(view: View, found: Wishes) -> None:
    """By department, how many wishes are not known."""
    figure = unknown_by_department(view, found)
    if figure is not None:
        show_figure(figure, "wish_unknown")
        st.caption(NOTE)


def unknown_by_department(view: View, found: Wishes) -> Figure | None:
    """The figure; small departments are one row, or hidden."""
    limit = limit_for(view.settings.app, col.DEPARTMENT)
    rows = departments(view, found)
    if rows["people"].sum() < limit:
        return None
    drawn = small_together(rows, limit)
    unknown, people = int(rows["flagged"].sum()), int(rows["people"].sum())
    words = (
        f"People whose wish is not known, of all shown. Departments with fewer than {limit} people "
        "are one row."
    )
    title = f"The wish of {unknown:,} of {people:,} people is not known"
    return flag_bars(drawn, title=title, base=words, limit=limit, calm=True)


def departments(view: View, found: Wishes) -> pd.DataFrame:
    """One row per department: label, flagged (wish not known), people."""
    where = view.people.set_index(col.PERSON)[col.DEPARTMENT].fillna(NOT_KNOWN)
    label = found.rows[col.PERSON].map(where)
    unknown = found.rows["willingness"].eq(Willingness.UNKNOWN.value)
    counts = pd.DataFrame({"flagged": unknown, "people": 1}).groupby(label.rename("label")).sum()
    return counts.astype(int).reset_index().assign(unknown=0)

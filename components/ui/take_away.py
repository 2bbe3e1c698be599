"""What can be taken away: every list as filtered, the charts, and all of it in one workbook."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Literal

import pandas as pd
import streamlit as st

from components.analysis import seen
from components.charts import Figure
from components.charts.theme import DESK
from components.exports import AS_GIVEN, EXPORTS, Export, Material, picture
from components.tables import columns as col
from components.ui.competency_views import competencies_by
from components.ui.competency_views import figure_of as competencies_figure
from components.ui.competency_words import answerable
from components.ui.offer import Offer, name_of, offer, offer_csv
from components.ui.overview_parts import figures
from components.ui.rating_views import figure_of as ratings_figure
from components.ui.rating_views import ratings_by
from components.ui.rating_words import GROUPINGS
from components.ui.standing import standing
from components.ui.text import safe
from components.ui.theme import theme
from components.ui.view import View

ENDINGS: tuple[Literal["png", "svg"], ...] = ("png", "svg")
MIME = {"png": "image/png", "svg": "image/svg+xml"}


def material(view: View) -> Material:
    """What the lists are made from: the people of this view and the rows about them."""
    measures = view.measures
    given = {name: seen(view.dataset, name, view.as_of) for name in AS_GIVEN}
    return Material(
        people=view.people,
        tables={
            "spells": measures.spells,
            "ratings": measures.ratings,
            "competencies": measures.competencies,
            "opportunities": measures.opportunities,
            **{name: rows for name, rows in given.items() if rows is not None},
        },
        flags=view.flags.rows,
        problems=(*view.version.problems, *measures.problems),
    )


def everything(view: View) -> Offer:
    """All lists in one workbook."""

    def tables() -> Mapping[str, pd.DataFrame]:
        made = material(view)
        found = {export.label: export.table(made) for export in EXPORTS}
        return {label: table for label, table in found.items() if table is not None}

    return Offer(
        "everything", "Every list, as filtered", tables, label="Everything as one workbook"
    )


def lists(view: View) -> None:
    """One card for each list, with its rows, as CSV and as workbook."""
    st.header("Lists", anchor=False)
    st.caption("One row per person, flag, role or rating; no group attribute is in any of them.")
    made = material(view)
    for export in EXPORTS:
        _list(view, export, made)


def _list(view: View, export: Export, made: Material) -> None:
    rows = export.rows(made)
    if rows is None:
        return

    def table() -> pd.DataFrame:
        found = export.table(made)
        return rows.iloc[:0] if found is None else found

    with (
        st.container(border=True, key=f"list_{export.key}"),
        st.container(horizontal=True, horizontal_alignment="distribute"),
    ):
        with st.container(gap="xxsmall", width="content"):
            st.markdown(f"**{safe(export.label)}** · {len(rows):,} rows")
            st.caption(safe(export.meaning))
        with st.container(horizontal=True, width="content", gap="medium"):
            offer_csv(view, export.key, table)
            offer(view, Offer(export.key, export.label, lambda: {export.label: table()}, "Excel"))


def charts(view: View) -> None:
    """The figures as pictures, in the colours of the mode in use."""
    st.header("Charts", anchor=False)
    st.caption("With title and base, drawn on this machine.")
    for key, figure in _pictured(view):
        _chart(view, key, figure)


def _pictured(view: View) -> Iterator[tuple[str, Figure]]:
    """What can be taken away as a picture: the Overview's, ratings and competencies by unit."""
    by_unit, by_rule = figures(view, standing(view.flags, view.people))
    yield "people-by-unit", by_unit
    if by_rule is not None:
        yield "flags-by-rule", by_rule
    department = next(one for one in GROUPINGS if one.column == col.DEPARTMENT)
    ratings = ratings_by(view, department)
    if ratings.shown:
        yield "ratings-by-department", ratings_figure(view, ratings, ratings.rows, DESK)
    questions = answerable(view.measures.given)
    if questions:
        gaps = competencies_by(view, questions[0], department)
        if gaps.shown:
            yield "competencies-by-department", competencies_figure(view, gaps)


def _chart(view: View, key: str, figure: Figure) -> None:
    mode: Literal["light", "dark"] = "dark" if st.context.theme.type == "dark" else "light"
    with (
        st.container(border=True, key=f"picture_{key}"),
        st.container(horizontal=True, horizontal_alignment="distribute"),
    ):
        with st.container(gap="xxsmall", width="content"):
            st.markdown(f"**{safe(figure.title)}**")
            st.caption(safe(figure.base))
        with st.container(horizontal=True, width="content", gap="medium"):
            for ending in ENDINGS:
                st.download_button(
                    ending.upper(),
                    data=partial(picture, figure, ending, mode, theme(), selection=view.sentence),
                    file_name=name_of(view, key, ending),
                    mime=MIME[ending],
                    key=f"{ending}_{key}",
                    on_click="ignore",
                    icon=":material/image:",
                    type="tertiary",
                )

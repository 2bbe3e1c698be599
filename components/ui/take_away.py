"""What can be taken away: every list as filtered, the charts, and all of it in one workbook."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Literal

import pandas as pd
import streamlit as st

from components.analysis import seen
from components.charts import Figure
from components.charts.theme import DESK
from components.errors import DrawingFailed
from components.exports import AS_GIVEN, EXPORTS, Export, Material, picture
from components.signals import RULES
from components.tables import columns as col
from components.ui.competency_views import competencies_by
from components.ui.competency_views import figure_of as competencies_figure
from components.ui.competency_words import Question, answerable
from components.ui.offer import Offer, name_of, offer, offer_csv
from components.ui.overview_parts import figures
from components.ui.rating_views import figure_of as ratings_figure
from components.ui.rating_views import ratings_by
from components.ui.rating_words import GROUPINGS, Grouping
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
    rows = export.count(made)
    if rows is None:
        return
    with (
        st.container(border=True, key=f"list_{export.key}"),
        st.container(horizontal=True, horizontal_alignment="distribute"),
    ):
        with st.container(gap="xxsmall", width="content"):
            st.markdown(f"**{safe(export.label)}** · {rows:,} rows")
            st.caption(safe(export.meaning))
        with st.container(horizontal=True, width="content", gap="medium"):
            offer_csv(view, export.key, partial(_table, view, export))
            offer(view, Offer(export.key, export.label, partial(_sheet, view, export), "Excel"))


def _table(view: View, export: Export) -> pd.DataFrame:
    found = export.table(material(view))
    return pd.DataFrame() if found is None else found


def _sheet(view: View, export: Export) -> Mapping[str, pd.DataFrame]:
    return {export.label: _table(view, export)}


@dataclass(frozen=True)
class Pictured:
    """A chart that can be taken away; it is drawn when somebody asks for it."""

    key: str
    title: str
    shows: str
    draw: Callable[[], Figure]


def charts(view: View) -> None:
    """The figures as pictures, in the colours of the mode in use."""
    st.header("Charts", anchor=False)
    st.caption("With title and base, drawn on this machine.")
    for one in pictured(view):
        _chart(view, one)


def pictured(view: View) -> Iterator[Pictured]:
    """What can be taken away as a picture: the Overview's, ratings and competencies by unit."""
    unit, rule = partial(_of_overview, view, 0), partial(_of_overview, view, 1)
    yield Pictured("people-by-unit", "People by unit", "How many are active in each.", unit)
    if any(one.kind == "flag" and one.key not in view.flags.off for one in RULES):
        yield Pictured("flags-by-rule", "Flags by reason", "How often each reason holds.", rule)
    if view.people[col.RATING].notna().any():
        shows = "How many people stand at each rating."
        ratings = partial(_ratings, view)
        yield Pictured("ratings-by-department", "Ratings by department", shows, ratings)
    questions = answerable(view.measures.given)
    if questions:
        gaps = partial(_competencies, view, questions[0])
        title, shows = "Competencies by department", f"{questions[0].label}, in the mean."
        yield Pictured("competencies-by-department", title, shows, gaps)


def _of_overview(view: View, number: int) -> Figure:
    figure = figures(view, standing(view.flags, view.people))[number]
    if figure is None:
        raise DrawingFailed("There is nothing to draw.", now="Switch a rule on.")
    return figure


def _department() -> Grouping:
    return next(one for one in GROUPINGS if one.column == col.DEPARTMENT)


def _ratings(view: View) -> Figure:
    found = ratings_by(view, _department())
    return ratings_figure(view, found, found.rows, DESK)


def _competencies(view: View, question: Question) -> Figure:
    return competencies_figure(view, competencies_by(view, question, _department()))


def _chart(view: View, one: Pictured) -> None:
    mode: Literal["light", "dark"] = "dark" if st.context.theme.type == "dark" else "light"
    with (
        st.container(border=True, key=f"picture_{one.key}"),
        st.container(horizontal=True, horizontal_alignment="distribute"),
    ):
        with st.container(gap="xxsmall", width="content"):
            st.markdown(f"**{safe(one.title)}**")
            st.caption(safe(one.shows))
        with st.container(horizontal=True, width="content", gap="medium"):
            for ending in ENDINGS:
                st.download_button(
                    ending.upper(),
                    data=partial(_picture, view, one, ending, mode),
                    file_name=name_of(view, one.key, ending),
                    mime=MIME[ending],
                    key=f"{ending}_{one.key}",
                    on_click="ignore",
                    icon=":material/image:",
                    type="tertiary",
                )


def _picture(
    view: View, one: Pictured, ending: Literal["png", "svg"], mode: Literal["light", "dark"]
) -> bytes:
    return picture(one.draw(), ending, mode, theme(), selection=view.sentence)

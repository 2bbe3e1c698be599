"""How people are rated, by manager, department, level or region: choices, figure, file."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

import pandas as pd
import streamlit as st

from components.analysis.distributions import BY_MANAGER, distribution
from components.analysis.raters import RaterSource
from components.charts import Figure, rating_bars, rating_key
from components.charts.theme import ROOM, Size
from components.settings.rating_scale import RatingScale
from components.tables import columns as col
from components.ui.colour_keys import show_key
from components.ui.counts import reconciled
from components.ui.figures import show_figure
from components.ui.names import names_of_raters
from components.ui.offer import Offer
from components.ui.rating_words import (
    GROUPINGS,
    Grouping,
    chance,
    divided,
    everyone_in_words,
    finding,
)
from components.ui.text import safe
from components.ui.view import View

ROWS_AT_THE_DESK, ROWS_IN_THE_ROOM = 24, 7
"""Groups on one page of the figure, beside the row of everyone."""


@dataclass(frozen=True)
class Ratings:
    """Ratings of the people shown by one grouping, and what they say."""

    grouping: Grouping
    scale: RatingScale
    rows: pd.DataFrame
    finding: str
    total: str

    @property
    def words(self) -> dict[int, str]:
        """What the scale calls its ratings."""
        return words_of(self.scale)

    @property
    def shown(self) -> bool:
        """Whether there is anything to draw."""
        return bool(self.rows["rated"].gt(0).any())

    def offer(self) -> Offer:
        """The table of all groups as a file."""
        return Offer(
            f"ratings-by-{self.grouping.label.lower()}",
            f"Ratings by {self.grouping.label.lower()}",
            lambda: {"Ratings": rating_bars(self.rows, words=self.words).table},
        )


def words_of(scale: RatingScale) -> dict[int, str]:
    """What a scale calls its ratings; nothing for those it calls by their number."""
    return {one.value: one.label for one in scale.labels if not one.label.isdigit()}


def choose_grouping(key: str) -> Grouping:
    """A choice between the ways to divide people."""
    by = {grouping.label: grouping for grouping in GROUPINGS}
    chosen = st.segmented_control(
        "Ratings by",
        list(by),
        default=GROUPINGS[0].label,
        required=True,
        label_visibility="collapsed",
        key=key,
        persist_state="session",
    )
    return by.get(chosen or "", GROUPINGS[0])


def ratings_by(view: View, grouping: Grouping) -> Ratings:
    """Ratings of the people the view shows."""
    scale = scale_in(view)
    rows = distribution(
        view.people,
        grouping.column,
        steps=[label.value for label in scale.labels],
        limit=view.settings.app.min_group,
        names=names_of_raters(view) if grouping.column == BY_MANAGER else None,
        in_order=levels_in_order(view.active) if grouping.column == col.LEVEL else (),
    )
    parts = divided(rows, view.people, grouping)
    return Ratings(
        grouping,
        scale,
        rows,
        finding(rows, grouping, scale),
        reconciled(view.page, len(view.people), **parts),
    )


def scale_in(view: View) -> RatingScale:
    """The scale of the data version's ratings; a filter never changes it."""
    return spoken_in(view.measures.people, view)


def spoken_in(rows: pd.DataFrame, view: View) -> RatingScale:
    """The scale on which the ratings of some rows are shown."""
    labels = rows[col.RATING_LABEL].dropna().unique()
    return view.settings.ratings.spoken_by([str(label) for label in labels])


def levels_in_order(people: pd.DataFrame) -> list[str]:
    """Levels from low to high; those without an order are left out."""
    ranked = people[[col.LEVEL, col.LEVEL_RANK]].dropna().drop_duplicates()
    return [str(level) for level in ranked.sort_values(col.LEVEL_RANK)[col.LEVEL]]


def choose_page(found: Ratings, size: Size) -> pd.DataFrame:
    """The rows of one page of groups under the row of everyone; all rows where one page holds."""
    orders = found.rows["order"].drop_duplicates().to_list()
    groups, held = orders[1:], ROWS_IN_THE_ROOM if size is ROOM else ROWS_AT_THE_DESK
    pages, page = ceil(len(groups) / held), 1
    if pages > 1:
        key = f"page_{found.grouping.label.lower()}_{pages}"
        page = st.pagination(pages, key=key, max_visible_pages=5)
        first, last = (page - 1) * held + 1, min(page * held, len(groups))
        st.markdown(f"Rows {first}–{last} of {len(groups)}", width="content")
    shown = [*orders[:1], *groups[(page - 1) * held : page * held]]
    return found.rows[found.rows["order"].isin(shown)]


def figure_of(view: View, found: Ratings, page: pd.DataFrame, size: Size) -> Figure:
    """The figure of one page of groups."""
    title, base = everyone_in_words(found.rows), _base(view, found)
    return rating_bars(page, title=title, words=found.words, base=base, size=size)


def show_ratings(view: View, found: Ratings, page: pd.DataFrame, size: Size) -> None:
    """The figure of one page of groups with its key, and what it cannot tell."""
    names = {one.value: one.label for one in found.scale.labels}
    if found.scale.is_numeric:
        names |= {found.scale.lowest: "lowest", found.scale.highest: "highest"}
    show_key(rating_key(names, size), key="rating_key", alt=_key_in_words(names))
    show_figure(figure_of(view, found, page, size), "ratings")
    st.caption(safe(what_it_cannot_tell(view, found)))


def _key_in_words(names: Mapping[int, str]) -> str:
    return f"Colours from amber to blue stand for the ratings {', '.join(names.values())}."


def _base(view: View, found: Ratings) -> str:
    by, middle = found.grouping, (found.scale.lowest + found.scale.highest) / 2
    small = "Teams" if by.column == BY_MANAGER else by.many.capitalize()
    return (
        f"People at each rating; bars show shares, centred on {middle:g}. {small} with fewer than "
        f"{view.settings.app.min_group} rated are pooled. {_which_ratings(view.people)}"
    )


def _which_ratings(people: pd.DataFrame) -> str:
    cycles = sorted(str(cycle) for cycle in people[col.CYCLE].dropna().unique())
    if not cycles:
        return "Latest rating of each person."
    first, last = cycles[0], cycles[-1]
    spoken = f"cycle {first}" if first == last else f"cycles {first} to {last}"
    return f"Latest ratings, {spoken}."


def what_it_cannot_tell(view: View, found: Ratings) -> str:
    """The small print under the figure."""
    if found.grouping.column != BY_MANAGER:
        return (
            "Groups differ in their work and in who rates. A difference between them is a "
            "question to ask, not an answer."
        )
    said = [
        chance(found.rows, found.scale),
        "Habits of rating and differences between teams cannot be told apart from these numbers.",
        _by_whom(view.people),
    ]
    return " ".join(filter(None, said))


def _by_whom(people: pd.DataFrame) -> str:
    """Who is taken for the rater where the review does not say."""
    sources = people[col.RATER_SOURCE].value_counts()
    told = {str(source): int(count) for source, count in sources.items()}
    then, now = told.get(RaterSource.ROLE, 0), told.get(RaterSource.CURRENT, 0)
    if not then + now:
        return ""
    stands_in = [
        f"the manager on the review day ({then:,})" if then else "",
        f"the current manager ({now:,})" if now else "",
    ]
    said = "1 rating names" if then + now == 1 else f"{then + now:,} ratings name"
    return f"{said} no reviewer; counted for {' or '.join(filter(None, stands_in))}."

"""How people are rated, by manager, department, level or region: choices, figure, file."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import ceil

import pandas as pd
import streamlit as st

from components.analysis.distributions import GROUP, distribution
from components.analysis.rating_counts import BY_MANAGER
from components.calibration import NOTABLE, TESTED_FROM, Comparison
from components.charts import Distances, Figure, rating_bars, rating_key
from components.charts.theme import ROOM, Size
from components.settings.rating_scale import RatingScale
from components.tables import columns as col
from components.ui import comparing
from components.ui.colour_keys import show_key
from components.ui.compared_words import compared_words, how_sure
from components.ui.counts import reconciled
from components.ui.figures import show_figure
from components.ui.names import names_of_raters
from components.ui.rating_notes import DOTS, OF_GROUPS, OF_HABITS, base, by_whom
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

ROWS_AT_THE_DESK, ROWS_IN_THE_ROOM = 24, 5
"""Groups on one page of the figure, beside the row of everyone."""


@dataclass(frozen=True)
class Ratings:
    """Ratings of the people shown by one grouping, and what they say."""

    grouping: Grouping
    scale: RatingScale
    rows: pd.DataFrame
    comparison: Comparison
    total: str

    @property
    def finding(self) -> str:
        """What the ratings say: who stands out where that can be told, else what they share."""
        stands = compared_words(self.compared, self.comparison, self.grouping)
        return stands or finding(self.rows, self.grouping, self.scale)

    @property
    def compared(self) -> pd.DataFrame:
        """The groups that are shown, in the order of their rows, as they compare."""
        once = self.rows.drop_duplicates("order")
        told = once["kind"].eq(GROUP) & once["rated"].ge(TESTED_FROM) & ~once["hidden"]
        named = once.loc[told, ["order", "key", "unit", "group"]]
        groups = self.comparison.rows.drop(columns="mean").rename(columns={"group": "key"})
        return named.merge(groups[groups["rated"].ge(TESTED_FROM)], on="key", how="inner")

    @property
    def beside(self) -> Distances | None:
        """The distances to draw beside the bars; nothing where groups can't be compared."""
        step = self.comparison.step
        known = self.compared.dropna(subset="deviation")
        return Distances(known, step, NOTABLE * step) if len(known) > 1 else None

    @property
    def words(self) -> dict[int, str]:
        """What the scale calls its ratings."""
        return words_of(self.scale)

    @property
    def shown(self) -> bool:
        """Whether there is anything to draw."""
        return bool(self.rows["rated"].gt(0).any())

    def table(self) -> pd.DataFrame:
        """All groups with their counts and distances."""
        return rating_bars(self.rows, words=self.words, beside=self.beside).table


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
    months = view.settings.ratings.latest_review_months
    steps = tuple(label.value for label in scale.labels)
    where = (view.version.name, view.settings.fingerprint, view.as_of)
    rows = distribution(
        view.people,
        grouping.column,
        steps=steps,
        limit=view.settings.app.min_group,
        months=months,
        names=names_of_raters(view) if grouping.column == BY_MANAGER else None,
        in_order=levels_in_order(view.active) if grouping.column == col.LEVEL else (),
    )
    held = int(comparing.counts_still(view.people, months).sum())
    parts = divided(rows, held, grouping, months)
    return Ratings(
        grouping,
        scale,
        rows,
        comparing.comparison(*where, grouping.column, ratings=steps),
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
    orders = _chosen(found)
    groups, held = orders[1:], ROWS_IN_THE_ROOM if size is ROOM else ROWS_AT_THE_DESK
    pages, page = ceil(len(groups) / held), 1
    if pages > 1:
        key = f"page_{found.grouping.label.lower()}_{pages}"
        page = st.pagination(pages, key=key, max_visible_pages=5)
        first, last = (page - 1) * held + 1, min(page * held, len(groups))
        st.markdown(f"Rows {first}–{last} of {len(groups)}", width="content")
    shown = [*orders[:1], *groups[(page - 1) * held : page * held]]
    return found.rows[found.rows["order"].isin(shown)]


def _chosen(found: Ratings) -> list[int]:
    """The rows to show by number: all, or only those that stand out beside everyone."""
    orders: list[int] = found.rows["order"].drop_duplicates().to_list()
    marked = found.compared.dropna(subset="marked")["order"].to_list()
    key = f"marked_{found.grouping.label.lower()}"
    if marked and st.toggle("Only who stands out", key=key, width="content"):
        return [*orders[:1], *marked]
    return orders


def figure_of(view: View, found: Ratings, page: pd.DataFrame, size: Size) -> Figure:
    """The figure of one page of groups."""
    title, limit = everyone_in_words(found.rows), view.settings.app.min_group
    read = base(view.people, found.grouping, found.scale, limit)
    beside = found.beside
    if beside is not None:
        beside = replace(beside, rows=beside.rows[beside.rows["order"].isin(page["order"])])
        read = DOTS if size is ROOM else f"{read} {DOTS}"
    return rating_bars(page, title=title, words=found.words, base=read, beside=beside, size=size)


def show_ratings(view: View, found: Ratings, page: pd.DataFrame, size: Size) -> None:
    """The figure of one page of groups with its key, and what it cannot tell."""
    names = {one.value: one.label for one in found.scale.labels}
    if found.scale.is_numeric:
        names |= {found.scale.lowest: "lowest", found.scale.highest: "highest"}
    show_key(rating_key(names, size), key="rating_key", alt=_key_in_words(names))
    show_figure(figure_of(view, found, page, size), "ratings")
    st.caption(safe(small_print(view, found)))


def _key_in_words(names: Mapping[int, str]) -> str:
    return f"Colours from amber to blue stand for the ratings {', '.join(names.values())}."


def small_print(view: View, found: Ratings) -> str:
    """What marks mean, what these numbers can't tell, and who is taken for the rater."""
    sure = how_sure(found.comparison, found.grouping)
    if found.grouping.column != BY_MANAGER:
        return f"{sure} {OF_GROUPS}"
    said = [sure, chance(found.rows, found.scale), OF_HABITS, by_whom(view.people)]
    return " ".join(filter(None, said))

"""Competencies by department, level or region: choices, heatmap with its key, file."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import pandas as pd
import streamlit as st

from components.analysis import competency_grid as grids
from components.analysis.competency_grid import Grid, competency_grid
from components.charts import Figure, competency_tiles, gap_key, rating_key
from components.tables import columns as col
from components.ui import caching
from components.ui.colour_keys import show_key
from components.ui.competency_words import Question, divided, finding
from components.ui.counts import reconciled
from components.ui.figures import show_figure
from components.ui.offer import Offer
from components.ui.rating_views import levels_in_order
from components.ui.rating_words import GROUPINGS, Grouping
from components.ui.view import View

Choice = TypeVar("Choice", Question, Grouping)
BY = tuple(one for one in GROUPINGS if one.column in {col.DEPARTMENT, col.LEVEL, col.REGION})


@dataclass(frozen=True)
class Competencies:
    """The grid of one question by one grouping, and what it says."""

    question: Question
    grouping: Grouping
    grid: Grid
    finding: str
    total: str

    @property
    def shown(self) -> bool:
        """Whether any cell may be shown as it is."""
        groups = self.grid.cells[self.grid.cells["order"].gt(0)]
        return bool(groups["state"].ne(grids.HIDDEN).any())


def choose(label: str, options: Sequence[Choice], *, key: str) -> Choice:
    """One of the options by its label."""
    named = {option.label: option for option in options}
    chosen = st.segmented_control(
        label,
        list(named),
        default=options[0].label,
        required=True,
        label_visibility="collapsed",
        key=key,
        persist_state="session",
    )
    return named.get(chosen or "", options[0])


def competencies_by(view: View, question: Question, grouping: Grouping) -> Competencies:
    """The grid of the people the view shows."""
    limit = view.settings.app.min_group
    fingerprint = view.settings.fingerprint
    grid = competency_grid(
        view.people,
        caching.competency_scores(view.version.name, fingerprint, view.as_of),
        view.settings.competencies,
        by=grouping.column,
        question=question.key,
        limit=limit,
        in_order=levels_in_order(view.active) if grouping.column == col.LEVEL else (),
    )
    return Competencies(
        question,
        grouping,
        grid,
        finding(grid, question.key, grouping.many),
        reconciled(view.page, len(view.people), **divided(grid, question)),
    )


def show_key_to(view: View, question: Question) -> None:
    """The colours of the question with the words in them."""
    framework = view.settings.competencies
    if question.key == grids.MANAGER_SCORE:
        steps = range(framework.lowest, framework.highest + 1)
        key, words = rating_key({step: str(step) for step in steps}), "rated low to high"
    elif question.key == grids.SELF_AGAINST_MANAGER:
        key, words = gap_key("lower", "higher"), "own rating lower to higher"
    else:
        key, words = gap_key("below", "above"), "below to above what the role needs"
    show_key(key, key="competency_key", alt=f"Colours from amber to blue: {words}.")


def figure_of(view: View, found: Competencies) -> Figure:
    """The heatmap; its title says what is shown, because the page's head says the finding."""
    framework = view.settings.competencies
    figure = competency_tiles(
        found.grid.cells,
        found.question.key,
        limit=view.settings.app.min_group,
        lowest=framework.lowest,
        highest=framework.highest,
    )
    title = f"{found.question.asked}, by {found.grouping.one}"
    base = figure.base.removeprefix(f"{found.question.asked}, ")
    base = f"{base[0].upper()}{base[1:]}"
    return replace(figure, title=title, base=base, alt=f"{found.finding}. {figure.alt}")


def show_competencies(view: View, found: Competencies) -> None:
    """The heatmap with its base and its table."""
    show_figure(figure_of(view, found), "competencies")


def offer_of(view: View, found: Competencies) -> Offer:
    """The grid as a file: the same cells, hidden ones without a number."""

    def tables() -> dict[str, pd.DataFrame]:
        return {"Competencies": figure_of(view, found).table}

    by = found.grouping.label.lower()
    return Offer(
        f"competencies-by-{by}",
        f"{found.question.label}, by {by}",
        tables,
        hidden=found.grid.hidden,
    )

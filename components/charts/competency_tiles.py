"""The competency heatmap: one tile for each group and competency, unknown drawn as unknown."""

from dataclasses import dataclass
from itertools import zip_longest
from textwrap import wrap
from typing import Any

import altair as alt
import pandas as pd

from components.analysis import competency_grid as grids
from components.charts import theme
from components.charts.figure import Figure
from components.charts.rows import at_y, renamed, row_axis, row_labels
from components.charts.theme import DESK, INK, Size

ROW = 46
CLEAR = 0.25
"""A mean this far below the target counts as below in the finding."""

_LINE = 14
_WORDS = {
    grids.NOT_RATED: "not rated",
    grids.REQUIRED_NOWHERE: "not required",
    grids.NO_TARGET: "no target",
}
_KEY = "Amber: below. Blue: above. Hidden: fewer people than may be shown."
_ASKED = {
    grids.GAP_TO_ROLE: "Manager rating minus what the role needs",
    grids.SELF_AGAINST_MANAGER: "Own rating minus the manager’s",
    grids.MANAGER_SCORE: "Manager rating",
}


def competency_tiles(
    cells: pd.DataFrame,
    question: str,
    *,
    limit: int,
    lowest: float = 1,
    highest: float = 5,
    size: Size = DESK,
) -> Figure:
    """The tiles of `competency_grid.competency_grid(...).cells`, rows and columns in its order.

    limit: the smallest group, for the words in hidden tiles. lowest and highest: the scale.
    """
    cells = cells.assign(group=_spoken(cells["group"]))
    heads = _heads(cells)
    top = 10 + _LINE * int(heads["lines"].str.len().max())
    height = top + ROW * cells["order"].nunique()
    tiles = _drawn(cells, question, limit)
    layers = _layers(tiles, heads, top, _Look(_scale(question, lowest, highest), size))
    chart = alt.layer(*layers).resolve_scale(color="independent", opacity="independent")
    chart = chart.properties(height=height, width="container")
    title = _finding(cells, question)
    base = f"{_ASKED[question]}, mean on the {lowest:g}–{highest:g} scale; small figure: people "
    base += f"rated. Hatched colour: {limit}–{grids.LOW_N_BELOW - 1} people, read with care."
    if question == grids.GAP_TO_ROLE:
        base += f" Below target: by {CLEAR} or more."
    words, table = _in_words(cells, title), _table(cells, question)
    return Figure(theme.dressed(chart, size), title, base, words, table, _KEY)


@dataclass(frozen=True)
class _Look:
    scale: alt.Scale
    size: Size


def _layers(tiles: pd.DataFrame, heads: pd.DataFrame, top: float, look: _Look) -> list[alt.Chart]:
    """Tiles, what stands in them, the names of columns above and of rows at the left."""
    rows = tiles.drop_duplicates("order")
    y, y_of_labels = (row_axis(at, len(rows), top=top, gap=0.09, edge=0.04) for at in ("c1", "c0"))
    left = theme.gutter(rows["group"].tolist(), look.size)
    reach: list[Any] = [left + 10, alt.ExprRef("width")]
    x_scale = alt.Scale(domain=list(heads["place"]), range=reach, paddingInner=0.04, paddingOuter=0)
    x = alt.X("c0:O", scale=x_scale, axis=None)
    labels = renamed(rows.assign(bold=rows["order"].eq(0)), "order", "group", "bold")
    return [
        *_known(tiles, x, y, look.scale),
        *_unknown(tiles, x, y),
        *_numbers(tiles, x, y, look.size),
        *_words_above(heads, x, top, look.size),
        *row_labels(labels, y_of_labels, look.size, right=left),
    ]


def _spoken(groups: pd.Series) -> pd.Series:
    """Groups in words: a level that is a number says that it is a level."""
    if groups.empty or not str(groups.iloc[0]).startswith("Levels"):
        return groups
    return groups.map(lambda one: f"Level {one}" if one.isdigit() else one)


def _drawn(cells: pd.DataFrame, question: str, limit: int) -> pd.DataFrame:
    """The tiles with the words that stand in them."""
    plain = question == grids.MANAGER_SCORE
    means: list[Any] = [None if pd.isna(one) else float(one) for one in cells["mean"]]
    numbers = ["" if m is None else f"{m:.1f}" if plain else theme.signed(m) for m in means]
    words = _WORDS | {grids.HIDDEN: f"fewer than {limit}"}
    return cells.assign(
        mean=pd.Series(means, cells.index, dtype="Float64").round(3),
        number=numbers,
        people=["" if pd.isna(n) else f"n {n}" for n in cells["n"]],
        word=[words.get(state, "") for state in cells["state"]],
    )


def _heads(cells: pd.DataFrame) -> pd.DataFrame:
    once = cells.drop_duplicates("place").sort_values("place")
    lines = [wrap(name, 14, max_lines=3, placeholder=" …") for name in once["competency"]]
    return pd.DataFrame({"place": once["place"].to_list(), "lines": lines})


def _scale(question: str, lowest: float, highest: float) -> alt.Scale:
    if question == grids.MANAGER_SCORE:
        return theme.ratings(lowest, highest)
    return theme.diverging(2)


def _known(tiles: pd.DataFrame, x: alt.X, y: alt.Y, scale: alt.Scale) -> list[alt.Chart]:
    shown = tiles[tiles["state"].isin(grids.VISIBLE)]
    fields = ("place", "order", "mean", "group", "competency", "number", "n")
    colour = alt.Color("c2:Q", scale=scale, legend=None)
    words = [
        alt.Tooltip("c3:N", title="Group"),
        alt.Tooltip("c4:N", title="Competency"),
        alt.Tooltip("c5:N", title="Mean"),
        alt.Tooltip("c6:Q", title="People rated"),
    ]
    tile = alt.Chart(renamed(shown, *fields)).mark_rect(cornerRadius=4)
    few = alt.Chart(renamed(tiles[tiles["state"].eq(grids.LOW_N)], "place", "order"))
    return [tile.encode(x, y, colour, tooltip=words), *theme.hatched(few, x, y, opacity=0.16)]


def _unknown(tiles: pd.DataFrame, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    def of(state: str) -> alt.Chart:
        return alt.Chart(renamed(tiles[tiles["state"].eq(state)], "place", "order"))

    small = of(grids.HIDDEN).mark_rect(cornerRadius=4, fill=INK, fillOpacity=0.08).encode(x, y)
    unrated = of(grids.NOT_RATED)
    frame = unrated.mark_rect(
        cornerRadius=4, fillOpacity=0, stroke=INK, strokeOpacity=0.5, strokeDash=[3, 3]
    )
    return [small, *theme.hatched(unrated, x, y), frame.encode(x, y)]


def _numbers(tiles: pd.DataFrame, x: alt.X, y: alt.Y, size: Size) -> list[alt.Chart]:
    shown = renamed(tiles[tiles["number"].ne("")], "place", "order", "number", "people")
    other = renamed(tiles[tiles["word"].ne("")], "place", "order", "word")
    mean = alt.Chart(shown).mark_text(dy=-7, fontSize=size.number + 2, fontWeight=600)
    people = alt.Chart(shown).mark_text(dy=10, fontSize=size.small)
    word = alt.Chart(other).mark_text(fontSize=size.label)
    return [
        mean.encode(x, y, alt.Text("c2:N")),
        people.encode(x, y, alt.Text("c3:N")),
        word.encode(x, y, alt.Text("c2:N")),
    ]


def _words_above(heads: pd.DataFrame, x: alt.X, top: float, size: Size) -> list[alt.Chart]:
    """The names of the columns, their last lines just above the tiles."""
    marks = []
    for line, words in enumerate(zip_longest(*(reversed(one) for one in heads["lines"]))):
        told = heads.assign(line=words).dropna(subset="line")
        mark = alt.Chart(renamed(told, "place", "line")).mark_text(
            baseline="bottom", fontSize=size.label, dy=-5 - line * _LINE
        )
        marks.append(mark.encode(x, at_y(top), alt.Text("c1:N")))
    return marks


def _finding(cells: pd.DataFrame, question: str) -> str:
    """What stands out: the competency below target in most groups."""
    shown = cells[cells["order"].gt(0) & cells["state"].isin(grids.VISIBLE)]
    if question != grids.GAP_TO_ROLE or shown.empty:
        return f"{_ASKED[question]}, by group"
    below = shown[shown["mean"].le(-CLEAR)].groupby("competency", sort=False)["mean"]
    if not below.ngroups:
        return f"No competency is {CLEAR} or more below target in any group shown"
    worst = below.agg(["size", "sum"]).sort_values(["size", "sum"], ascending=[False, True])
    name, count = str(worst.index[0]), int(worst["size"].iloc[0])
    groups = shown.loc[shown["competency"].eq(name), "order"].nunique()
    kind = str(cells["group"].iloc[0]).removesuffix(" shown").lower()
    return f"{name} is below target in {count} of {groups} {kind}"


def _in_words(cells: pd.DataFrame, title: str) -> str:
    whole = cells[cells["order"].eq(0) & cells["state"].isin(grids.VISIBLE)]
    told = zip(whole["competency"], whole["mean"], strict=True)
    means = [f"{name} {theme.signed(float(mean))}" for name, mean in told]
    hidden = int(cells["state"].eq(grids.HIDDEN).sum())
    return (
        f"{title}. All groups shown: {', '.join(means) or 'nothing rated'}. {hidden} cells hidden."
    )


def _table(cells: pd.DataFrame, question: str) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Group": cells["group"],
            "Competency": cells["competency"],
            _ASKED[question]: cells["mean"].astype("Float64").round(2),
            "People rated": cells["n"],
            "State": cells["state"],
        }
    ).reset_index(drop=True)

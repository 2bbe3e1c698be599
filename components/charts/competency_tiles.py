"""The competency heatmap: one tile for each group and competency, unknown drawn as unknown."""

from dataclasses import dataclass
from functools import partial
from itertools import zip_longest
from textwrap import wrap
from typing import Any

import pandas as pd

from components.analysis import competency_grid as grids
from components.charts import theme
from components.charts.figure import Figure
from components.charts.marks import (
    Channel,
    Layer,
    Scale,
    coloured,
    drawn,
    expression,
    fixed,
    hints,
    shown,
    text,
)
from components.charts.rows import renamed, row_axis, row_labels
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
    chart = theme.dressed(layers, height, size)
    title = _finding(cells, question)
    base = f"{_ASKED[question]}, mean on the {lowest:g}–{highest:g} scale; small figure: people "
    base += f"rated. Hatched colour: {limit}–{grids.LOW_N_BELOW - 1} people, read with care."
    if question == grids.GAP_TO_ROLE:
        base += f" Below target: by {CLEAR} or more."
    words, table = _in_words(cells, title), partial(_table, cells, question)
    return Figure(chart, title, base, words, table, _KEY)


@dataclass(frozen=True)
class _Look:
    scale: Scale
    size: Size


def _layers(tiles: pd.DataFrame, heads: pd.DataFrame, top: float, look: _Look) -> list[Layer]:
    """Tiles, what stands in them, the names of columns above and of rows at the left."""
    rows = tiles.drop_duplicates("order")
    y, y_of_labels = (row_axis(at, len(rows), top=top, gap=0.09, edge=0.04) for at in ("c1", "c0"))
    left = theme.gutter(rows["group"].tolist(), look.size)
    reach = [left + 10, expression("width")]
    bands = {"domain": heads["place"].tolist(), "range": reach, "paddingInner": 0.04}
    x = shown("x", "c0:O", scale=bands | {"paddingOuter": 0}, axis=None)
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


def _scale(question: str, lowest: float, highest: float) -> Scale:
    if question == grids.MANAGER_SCORE:
        return theme.ratings(lowest, highest)
    return theme.diverging(2)


def _known(tiles: pd.DataFrame, x: Channel, y: Channel, scale: Scale) -> list[Layer]:
    shown_tiles = tiles[tiles["state"].isin(grids.VISIBLE)]
    fields = ("place", "order", "mean", "group", "competency", "number", "n")
    words = hints(Group="c3:N", Competency="c4:N", Mean="c5:N", People_rated="c6:Q")
    tile = renamed(shown_tiles, *fields)
    few = renamed(tiles, "place", "order", where=tiles["state"].eq(grids.LOW_N))
    return [
        drawn("rect", tile, x, y, coloured("c2:Q", scale), words, cornerRadius=4),
        *(theme.hatched(few, x, y, opacity=0.16) if len(few) else []),
    ]


def _unknown(tiles: pd.DataFrame, x: Channel, y: Channel) -> list[Layer]:
    small = renamed(tiles, "place", "order", where=tiles["state"].eq(grids.HIDDEN))
    unrated = renamed(tiles, "place", "order", where=tiles["state"].eq(grids.NOT_RATED))
    frame = {"fillOpacity": 0, "stroke": INK, "strokeOpacity": 0.5, "strokeDash": [3, 3]}
    grey = drawn("rect", small, x, y, cornerRadius=4, fill=INK, fillOpacity=0.08)
    framed = drawn("rect", unrated, x, y, cornerRadius=4, **frame)
    return [
        *([grey] if len(small) else []),
        *([*theme.hatched(unrated, x, y), framed] if len(unrated) else []),
    ]


def _numbers(tiles: pd.DataFrame, x: Channel, y: Channel, size: Size) -> list[Layer]:
    told = renamed(tiles, "place", "order", "number", "people", where=tiles["number"].ne(""))
    other = renamed(tiles, "place", "order", "word", where=tiles["word"].ne(""))
    mean = {"dy": -7, "fontSize": size.number + 2, "fontWeight": 600}
    return [
        drawn("text", told, x, y, text("c2:N"), **mean),
        drawn("text", told, x, y, text("c3:N"), dy=10, fontSize=size.small),
        drawn("text", other, x, y, text("c2:N"), fontSize=size.label),
    ]


def _words_above(heads: pd.DataFrame, x: Channel, top: float, size: Size) -> list[Layer]:
    """The names of the columns, their last lines just above the tiles."""
    layers = []
    for line, words in enumerate(zip_longest(*(reversed(one) for one in heads["lines"]))):
        told = renamed(heads.assign(line=words).dropna(subset="line"), "place", "line")
        look = {"baseline": "bottom", "fontSize": size.label, "dy": -5 - line * _LINE}
        layers.append(drawn("text", told, x, fixed("y", top), text("c1:N"), **look))
    return layers


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

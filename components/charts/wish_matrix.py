"""What people want beside what they are ready for: a tile for each meeting, with its people.

The chart holds no names: they stand in the lists beside it.
"""

from collections.abc import Sequence
from functools import partial

import pandas as pd

from components.charts import theme
from components.charts.figure import Figure
from components.charts.marks import Channel, Layer, drawn, expression, fixed, shown, text
from components.charts.theme import ATTENTION, DESK, INK, QUIET, UNKNOWN, Size

_HIGH = 1.9


def wish_matrix(
    cells: pd.DataFrame,
    *,
    wishes: Sequence[str],
    steps: Sequence[str],
    title: str,
    base: str,
    size: Size = DESK,
) -> Figure:
    """A row for each wish, a column for each step of readiness.

    cells: wish, step, people, name (of the meeting) and first (asks for attention). Cells without
    people may be left out.
    """
    height = size.row * _HIGH * len(wishes) + size.row
    told = "; ".join(
        f"{wish}, {step}: {people:,} ({name})"
        for wish, step, people, name in zip(
            cells["wish"], cells["step"], cells["people"], cells["name"], strict=True
        )
    )
    chart = theme.dressed(_layers(cells, list(wishes), list(steps), size), height, size)
    return Figure(chart, title, base, f"{title}. {told or 'nobody'}.", partial(_table, cells))


def _layers(cells: pd.DataFrame, wishes: list[str], steps: list[str], size: Size) -> list[Layer]:
    left = theme.gutter(wishes, size) + size.label
    x_scale = {"domain": [0, len(steps)], "range": [left, expression("width")], "nice": False}
    y_scale = {"domain": [0, len(wishes)], "nice": False}
    y_scale["range"] = [size.row, expression("height")]
    x = shown("x", "c0:Q", scale=x_scale, axis=None)
    y = shown("y", "c1:Q", scale=y_scale, axis=None)
    sides = [{"c1": at + 0.5, "c2": name} for at, name in enumerate(wishes)]
    heads = [{"c0": at + 0.5, "c2": name} for at, name in enumerate(steps)]
    look = {"fontSize": size.label, "opacity": QUIET}
    beside = fixed("x", left - size.label)
    layers = [
        drawn("text", sides, beside, y, text("c2:N"), align="right", fontSize=size.number),
        drawn("text", heads, x, fixed("y", size.row // 2), text("c2:N"), **look),
    ]
    placed = cells.assign(at=cells["step"].map(steps.index), down=cells["wish"].map(wishes.index))
    first = placed["first"].astype(bool)
    for hue, opacity, chosen in ((ATTENTION, 0.3, placed[first]), (UNKNOWN, 0.16, placed[~first])):
        layers += _tiles(chosen, x, y, size, colour=fixed("color", hue), opacity=opacity)
    return layers


def _tiles(
    cells: pd.DataFrame, x: Channel, y: Channel, size: Size, *, colour: Channel, opacity: float
) -> list[Layer]:
    """A tile for each cell, its people and the name of the meeting."""
    tiles, counts, names = [], [], []
    columns = (cells[name].tolist() for name in ("at", "down", "people", "name"))
    for at, down, people, name in zip(*columns, strict=True):
        tiles.append({"c0": at + 0.03, "c1": down + 0.06, "c2": at + 0.97, "c3": down + 0.94})
        counts.append({"c0": at + 0.5, "c1": down + 0.36, "c2": f"{people:,}"})
        names.append({"c0": at + 0.5, "c1": down + 0.72, "c2": name})
    if not tiles:
        return []
    look = {"fontSize": size.label, "opacity": QUIET, "color": INK}
    ends = (shown("x2", "c2"), shown("y2", "c3"), colour)
    return [
        drawn("rect", tiles, x, y, *ends, opacity=opacity),
        drawn("text", counts, x, y, text("c2:N"), fontSize=size.number, fontWeight=600),
        drawn("text", names, x, y, text("c2:N"), **look),
    ]


def _table(cells: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Wish": cells["wish"],
            "Readiness for the next level": cells["step"],
            "Meeting": cells["name"],
            "People": cells["people"].astype(int),
        }
    ).reset_index(drop=True)

"""A bar for each group of a count, with its number and base; what can't be counted in words."""

from itertools import compress

import pandas as pd

from components.charts import theme
from components.charts.marks import (
    Channel,
    Drawing,
    Layer,
    Records,
    drawn,
    expression,
    fixed,
    hints,
    shown,
    text,
)
from components.charts.rows import renamed, row_axis, row_labels, row_sizes
from components.charts.theme import DESK, INK, QUIET, Size


def counted_rows(rows: pd.DataFrame, *, hue: str | None = None, size: Size = DESK) -> Drawing:
    """One bar for each row, in the order given.

    rows: label, count, text (the number in words at the bar's end), note (quiet words at the
    right edge), hidden (no bar, the text alone), bold. hue: a theme name, else ink.
    """
    rows = rows.assign(line=range(len(rows)), zero=0)
    y = row_axis("c0", len(rows), gap=0.45)
    left = theme.gutter(rows["label"].tolist(), size) + 12
    hidden, noted = rows["hidden"], rows["note"].ne("")
    right = max([0, *map(len, rows["note"])]) * size.label * 0.55 + 7.2 * size.label
    most = max([1.0, *compress(rows["count"], (~hidden).tolist())])
    scale = {"domain": [0, most], "range": [left, expression(f"width-{round(right)}")]}
    layers = [
        *_bars(rows, y, shown("x", "c1:Q", axis=None, scale=scale), (hue, size)),
        _hidden(renamed(rows, "line", "text", where=hidden), y, left, size),
        *row_labels(renamed(rows, "line", "label", "bold"), y, size, right=left - 12),
        row_sizes(renamed(rows, "line", "note", where=noted), y, size),
    ]
    return theme.dressed(layers, size.row * max(len(rows), 1), size)


def _bars(rows: pd.DataFrame, y: Channel, x: Channel, look: tuple[str | None, Size]) -> list[Layer]:
    hue, size = look
    known = ~rows["hidden"]
    bars = renamed(rows, "line", "count", "zero", "label", "text", where=known)
    words = hints(Group="c3:N", People="c4:N")
    ink = {} if hue else {"fill": INK, "fillOpacity": 0.2}
    colour = [fixed("color", hue)] if hue else []
    numbers = renamed(rows, "line", "count", "text", where=known)
    end = shown("x2", "c2")
    return [
        drawn("rect", bars, x, end, y, words, *colour, cornerRadius=2, **ink),
        drawn("text", numbers, x, y, text("c2:N"), align="left", dx=6, fontSize=size.number),
    ]


def _hidden(rows: Records, y: Channel, left: float, size: Size) -> Layer:
    look = {"align": "left", "fontSize": size.label, "opacity": QUIET}
    return drawn("text", rows, fixed("x", left), y, text("c1:N"), **look)

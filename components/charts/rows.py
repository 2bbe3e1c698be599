"""Rows of a chart by number: labels are text marks, so a name never becomes an expression."""

from itertools import compress

import pandas as pd

from components.charts.marks import (
    Channel,
    Layer,
    Records,
    drawn,
    expression,
    fixed,
    plain,
    shown,
    text,
)
from components.charts.theme import QUIET, Size


def renamed(frame: pd.DataFrame, *fields: str, where: pd.Series | None = None) -> Records:
    """Only these columns, under neutral names: nothing else leaves, and no name can hurt.

    where: which rows; all where it is not given. Plain rows and not a frame, because a chart
    has few of them and a frame costs a millisecond each time it is cut.

    >>> renamed(pd.DataFrame({"a": [1, 2], "b": ["x", None]}), "b", "a")
    [{'c0': 'x', 'c1': 1}, {'c0': None, 'c1': 2}]
    """
    names = [f"c{at}" for at in range(len(fields))]
    rows = zip(*(plain(frame[field]) for field in fields), strict=True)
    kept = rows if where is None else compress(rows, where.tolist())
    return [dict(zip(names, row, strict=True)) for row in kept]


def row_axis(
    field: str,
    rows: int,
    *,
    top: float = 0,
    bottom: float = 0,
    gap: float = 0.28,
    edge: float = 0.1,
) -> Channel:
    """The y channel of numbered rows, first on top, without an axis of its own.

    top and bottom: pixels kept free above the first row and below the last.
    """
    scale = {
        "domain": list(range(rows)),
        "range": [top, expression(f"height-{bottom}")],
        "paddingInner": gap,
        "paddingOuter": edge,
    }
    return shown("y", f"{field}:O", scale=scale, axis=None)


def row_labels(labels: Records, y: Channel, size: Size, *, right: float) -> list[Layer]:
    """The words of each row, flush right at a distance from the left edge.

    labels: c0 the row's number, c1 its words, c2 whether they are bold.
    """
    look = {"align": "right", "fontSize": size.number, "limit": right}
    layers = []
    for bold, weight in ((False, 400), (True, 600)):
        words = [{"c0": one["c0"], "c1": one["c1"]} for one in labels if one["c2"] is bold]
        place = (fixed("x", right), y, text("c1:N"))
        layers += [drawn("text", words, *place, fontWeight=weight, **look)] if words else []
    return layers


def row_sizes(
    sizes: Records,
    y: Channel,
    size: Size,
    at: float | str | dict[str, str] = "width",
    *,
    align: str = "",
) -> Layer:
    """What each row stands on, from a distance from the left edge on, or up to the right edge.

    sizes: c0 the row's number, c1 the words ("n 14").
    """
    place = fixed("x", at)
    align = align or ("right" if at == "width" else "left")
    look = {"align": align, "fontSize": size.label, "opacity": QUIET}
    return drawn("text", sizes, place, y, text("c1:N"), **look)

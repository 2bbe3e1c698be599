"""Rows of a chart by number: labels are text marks, so a name never becomes an expression."""

import pandas as pd

from components.charts.marks import Channel, Layer, drawn, expression, fixed, shown, text
from components.charts.theme import QUIET, Size


def renamed(frame: pd.DataFrame, *fields: str) -> pd.DataFrame:
    """Only these columns, under neutral names: nothing else leaves, and no name can hurt."""
    return frame[list(fields)].set_axis([f"c{at}" for at in range(len(fields))], axis=1)


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


def row_labels(labels: pd.DataFrame, y: Channel, size: Size, *, right: float) -> list[Layer]:
    """The words of each row, flush right at a distance from the left edge.

    labels: c0 the row's number, c1 its words, c2 whether they are bold.
    """
    look = {"align": "right", "fontSize": size.number, "limit": right}
    weights = ((False, 400), (True, 600))
    return [
        drawn("text", words, fixed("x", right), y, text("c1:N"), fontWeight=weight, **look)
        for bold, weight in weights
        if len(words := labels.loc[labels["c2"].eq(bold), ["c0", "c1"]])
    ]


def row_sizes(sizes: pd.DataFrame, y: Channel, size: Size, left: float | None = None) -> Layer:
    """What each row stands on, at a distance from the left edge or at the right edge.

    sizes: c0 the row's number, c1 the words ("n 14").
    """
    place = fixed("x", "width" if left is None else left)
    align = "right" if left is None else "left"
    look = {"align": align, "fontSize": size.label, "opacity": QUIET}
    return drawn("text", sizes, place, y, text("c1:N"), **look)

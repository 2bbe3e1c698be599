"""Rows of a chart by number: labels are text marks, so a name never becomes an expression."""

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from components.charts.theme import QUIET, Size


def renamed(frame: pd.DataFrame, *fields: str) -> pd.DataFrame:
    """Only these columns, under neutral names: nothing else leaves, and no name can hurt."""
    return frame[list(fields)].set_axis([f"c{at}" for at in range(len(fields))], axis=1)


def at_x(place: float | str) -> alt.XValue:
    """A fixed place in pixels from the left edge, or "width"."""
    return alt.XValue(place)  # type: ignore[no-untyped-call]


def at_y(place: float | str) -> alt.YValue:
    """A fixed place in pixels from the top, or "height"."""
    return alt.YValue(place)  # type: ignore[no-untyped-call]


def row_axis(
    field: str,
    rows: int,
    *,
    top: float = 0,
    bottom: float = 0,
    gap: float = 0.28,
    edge: float = 0.1,
) -> alt.Y:
    """The y channel of numbered rows, first on top, without an axis of its own.

    top and bottom: pixels kept free above the first row and below the last.
    """
    reach: list[Any] = [top, alt.ExprRef(f"height-{bottom}")]
    scale = alt.Scale(domain=list(range(rows)), range=reach, paddingInner=gap, paddingOuter=edge)
    return alt.Y(f"{field}:O", scale=scale, axis=None)


def row_labels(labels: pd.DataFrame, y: alt.Y, size: Size, *, right: float) -> Sequence[alt.Chart]:
    """The words of each row, flush right at a distance from the left edge.

    labels: c0 the row's number, c1 its words, c2 whether they are bold.
    """
    parts = []
    for bold in (False, True):
        words = labels[labels["c2"].eq(bold)]
        if words.empty:
            continue
        mark = alt.Chart(words[["c0", "c1"]]).mark_text(
            align="right", fontSize=size.number, fontWeight=600 if bold else 400, limit=right
        )
        parts.append(mark.encode(at_x(right), y, alt.Text("c1:N")))
    return parts


def row_sizes(sizes: pd.DataFrame, y: alt.Y, size: Size, left: float | None = None) -> alt.Chart:
    """What each row stands on, at a distance from the left edge or at the right edge.

    sizes: c0 the row's number, c1 the words ("n 14").
    """
    mark: alt.Chart = alt.Chart(sizes).mark_text(
        align="right" if left is None else "left", fontSize=size.label, opacity=QUIET
    )
    return mark.encode(at_x("width" if left is None else left), y, alt.Text("c1:N"))

"""Rows of a chart by number: labels are text marks, so a name never becomes an expression."""

import altair as alt
import pandas as pd

from components.charts.theme import QUIET, Size


def at_x(place: float | str) -> alt.XValue:
    """A fixed place in pixels from the left edge, or "width"."""
    return alt.XValue(place)  # type: ignore[no-untyped-call]


def row_axis(field: str, rows: int) -> alt.Y:
    """The y channel of numbered rows, first on top, without an axis of its own."""
    return alt.Y(
        f"{field}:O",
        scale=alt.Scale(domain=list(range(rows)), paddingInner=0.28, paddingOuter=0.1),
        axis=None,
    )


def row_labels(labels: pd.DataFrame, y: alt.Y, size: Size, *, right: float) -> list[alt.Chart]:
    """The words of each row, flush right at a distance from the left edge.

    labels: c0 the row's number, c1 its words, c2 whether they are bold.
    """
    parts = []
    for bold in (False, True):
        words = labels[labels["c2"].eq(bold)]
        if words.empty:
            continue
        mark = alt.Chart(words[["c0", "c1"]]).mark_text(
            align="right", fontSize=size.number, fontWeight=600 if bold else 400, limit=right - 4
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

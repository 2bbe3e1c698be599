"""A bar for each group of a count, with its number and base; what can't be counted in words."""

from typing import Any

import altair as alt
import pandas as pd

from components.charts import theme
from components.charts.rows import at_x, renamed, row_axis, row_labels, row_sizes
from components.charts.theme import DESK, INK, QUIET, Size


def counted_rows(
    rows: pd.DataFrame, *, hue: str | None = None, size: Size = DESK
) -> alt.TopLevelMixin:
    """One bar for each row, in the order given.

    rows: label, count, text (the number in words at the bar's end), note (quiet words at the
    right edge), hidden (no bar, the text alone), bold. hue: a theme name, else ink.
    """
    rows = rows.assign(line=range(len(rows)))
    y = row_axis("c0", len(rows), gap=0.45)
    left = theme.gutter(rows["label"].tolist(), size) + 12
    shown = rows[~rows["hidden"]]
    most = float(shown["count"].max()) if len(shown) else 1.0
    notes = rows[rows["note"].ne("")]
    right = max([0, *notes["note"].str.len()]) * size.label * 0.55
    reach: list[Any] = [left, alt.ExprRef(f"width-{round(right + 7.2 * size.label)}")]
    x = alt.X("c1:Q", axis=None, scale=alt.Scale(domain=[0, max(most, 1.0)], range=reach))
    hidden = renamed(rows[rows["hidden"]], "line", "text")
    layers = [
        _bars(shown, x, y, hue),
        _numbers(shown, x, y, size),
        alt.Chart(hidden)
        .mark_text(align="left", fontSize=size.label, opacity=QUIET)
        .encode(at_x(left), y, alt.Text("c1:N")),
        *row_labels(renamed(rows, "line", "label", "bold"), y, size, right=left - 12),
        row_sizes(renamed(notes, "line", "note"), y, size),
    ]
    chart = alt.layer(*layers).properties(height=size.row * max(len(rows), 1), width="container")
    return theme.dressed(chart, size)


def _bars(shown: pd.DataFrame, x: alt.X, y: alt.Y, hue: str | None) -> alt.Chart:
    drawn = alt.Chart(renamed(shown.assign(zero=0), "line", "count", "zero", "label", "text"))
    words = [alt.Tooltip("c3:N", title="Group"), alt.Tooltip("c4:N", title="People")]
    if hue is None:
        plain: alt.Chart = drawn.mark_rect(cornerRadius=2, fill=INK, fillOpacity=0.2)
        return plain.encode(x, alt.X2("c2"), y, tooltip=words)
    coloured: alt.Chart = drawn.mark_rect(cornerRadius=2)
    colour = alt.ColorValue(hue)
    return coloured.encode(x, alt.X2("c2"), y, colour, tooltip=words)


def _numbers(shown: pd.DataFrame, x: alt.X, y: alt.Y, size: Size) -> alt.Chart:
    mark: alt.Chart = alt.Chart(renamed(shown, "line", "count", "text")).mark_text(
        align="left", dx=6, fontSize=size.number
    )
    return mark.encode(x, y, alt.Text("c2:N"))

"""Keys of colour scales: swatches with the words in them, drawn beside or above a figure."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from components.charts import theme
from components.charts.rows import row_axis
from components.charts.theme import DESK, Size


def step_name(step: int, words: Mapping[int, str]) -> str:
    """The number of a rating and its word, where it has one.

    >>> step_name(3, {3: "meets"}), step_name(3, {3: "3"}), step_name(3, {})
    ('3 meets', '3', '3')
    """
    word = words.get(step, "")
    return f"{step} {word}" if word and word != str(step) else str(step)


def rating_key(words: Mapping[int, str], size: Size = DESK) -> alt.TopLevelMixin:
    """The steps of a rating scale with their words."""
    steps = sorted(words)
    labels = [step_name(step, words) for step in steps]
    return _key(steps, labels, theme.ratings(steps[0], steps[-1]), size)


def gap_key(low: str = "below", high: str = "above", size: Size = DESK) -> alt.TopLevelMixin:
    """Five steps from two points below to two above."""
    labels = [f"−2 {low}", "−1", "0", "+1", f"+2 {high}"]
    return _key([-2, -1, 0, 1, 2], labels, theme.diverging(2), size)


def _key(steps: list[int], labels: list[str], scale: alt.Scale, size: Size) -> alt.TopLevelMixin:
    swatches = pd.DataFrame({"c0": range(len(steps)), "c1": steps, "c2": labels, "c3": 0})
    height = round(size.label * 2) + 8
    x = alt.X("c0:O", axis=None, scale=alt.Scale(paddingInner=0.04, paddingOuter=0))
    y = row_axis("c3", 1, gap=0, edge=0)
    colour = alt.Color("c1:Q", scale=scale, legend=None)
    tile = alt.Chart(swatches).mark_rect().encode(x, y, colour)
    text = alt.Chart(swatches).mark_text(fontSize=size.label)
    words = text.encode(x, y, alt.Text("c2:N"))
    return theme.dressed(alt.layer(tile, words).properties(height=height, width="container"), size)

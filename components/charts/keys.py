"""Keys of colour scales: swatches with the words in them, drawn beside or above a figure."""

from collections.abc import Mapping

import pandas as pd

from components.charts import theme
from components.charts.marks import Drawing, Scale, coloured, drawn, shown, text
from components.charts.rows import row_axis
from components.charts.theme import DESK, Size


def step_name(step: int, words: Mapping[int, str]) -> str:
    """The number of a rating and its word, where it has one.

    >>> step_name(3, {3: "meets"}), step_name(3, {3: "3"}), step_name(3, {})
    ('3 meets', '3', '3')
    """
    word = words.get(step, "")
    return f"{step} {word}" if word and word != str(step) else str(step)


def rating_key(words: Mapping[int, str], size: Size = DESK) -> Drawing:
    """The steps of a rating scale with their words."""
    steps = sorted(words)
    labels = [step_name(step, words) for step in steps]
    return _key(steps, labels, theme.ratings(steps[0], steps[-1]), size)


def gap_key(low: str = "below", high: str = "above", size: Size = DESK) -> Drawing:
    """Five steps from two points below to two above."""
    labels = [f"−2 {low}", "−1", "0", "+1", f"+2 {high}"]
    return _key([-2, -1, 0, 1, 2], labels, theme.diverging(2), size)


def _key(steps: list[int], labels: list[str], scale: Scale, size: Size) -> Drawing:
    swatches = pd.DataFrame({"c0": range(len(steps)), "c1": steps, "c2": labels, "c3": 0})
    x = shown("x", "c0:O", axis=None, scale={"paddingInner": 0.04, "paddingOuter": 0})
    y = row_axis("c3", 1, gap=0, edge=0)
    layers = [
        drawn("rect", swatches, x, y, coloured("c1:Q", scale)),
        drawn("text", swatches, x, y, text("c2:N"), fontSize=size.label),
    ]
    return theme.dressed(layers, round(size.label * 2) + 8, size)

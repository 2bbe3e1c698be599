"""One person's scores beside what the role asks for: a dot, a tick, and the distance in words."""

from functools import partial
from typing import Any

import pandas as pd

from components.charts import theme
from components.charts.figure import Figure
from components.charts.marks import Channel, Layer, drawn, expression, fixed, shown
from components.charts.rows import renamed, row_axis, row_labels, row_sizes
from components.charts.theme import ATTENTION, DESK, INK, KNOWN, UNKNOWN, Size

NOT_RATED, NOT_REQUIRED, NO_TARGET = "not rated", "not required", "no target"


def role_gaps(
    rows: pd.DataFrame, scale: tuple[float, float], *, title: str, asks: str, size: Size = DESK
) -> Figure:
    """One row for each competency, in the order given.

    rows: competency, score (missing where not rated), target (missing where nothing is set, 0
    where it isn't required). scale: lowest and highest score. asks: who or what asks for the
    target ("level 4").
    """
    rows = rows.assign(line=range(len(rows)), words=[_words(*one) for one in _pairs(rows)])
    rated = int(rows["score"].notna().sum())
    base = f"Dot: manager’s score. Tick: what {asks} asks for. {rated} of {len(rows)} rated."
    told = "; ".join(map(": ".join, zip(rows["competency"], rows["words"], strict=True)))
    chart = theme.dressed(_layers(rows, scale, size), size.row * len(rows) + 24, size)
    return Figure(chart, title, base, f"{title}. {told}.", partial(_table, rows))


def _layers(rows: pd.DataFrame, scale: tuple[float, float], size: Size) -> list[Layer]:
    """Dots and ticks on the scale, names at the left, distances at the right."""
    y = row_axis("c0", len(rows), gap=0.3)
    left = theme.gutter(rows["competency"].tolist(), size) + 12
    right = round(max(map(len, rows["words"]), default=0) * size.label * 0.55) + 14
    reach = [left, expression(f"width-{right}")]
    domain = {"domain": list(scale), "range": reach, "nice": False, "zero": False}
    steps = list(range(int(scale[0]), int(scale[1]) + 1))
    x = shown("x", "c1:Q", scale=domain, axis={"values": steps, "format": "d", "title": None})
    labels = renamed(rows.assign(bold=False), "line", "competency", "bold")
    return [
        *_scores(rows, x, y),
        _targets(rows, x, y),
        *row_labels(labels, y, size, right=left - 12),
        row_sizes(renamed(rows, "line", "words"), y, size),
    ]


def _pairs(rows: pd.DataFrame) -> list[tuple[Any, Any]]:
    return list(zip(rows["score"], rows["target"], strict=True))


def _words(score: Any, target: Any) -> str:
    """The distance in words.

    >>> _words(4.0, 4), _words(2.5, 4), _words(None, 4), _words(3.0, 0)
    ('met', '−1.5', 'not rated', 'not required')
    """
    if pd.isna(score):
        return NOT_RATED
    if pd.isna(target):
        return NO_TARGET
    if target == 0:
        return NOT_REQUIRED
    words = theme.signed(score - target)
    return "met" if words == "0.0" else words


def _scores(rows: pd.DataFrame, x: Channel, y: Channel) -> list[Layer]:
    """Dots, and lines to the ticks: amber below, blue from there on, grey without a target."""
    rated = rows[rows["score"].notna()]
    needed = rated["target"].notna() & rated["target"].gt(0)
    below = needed & rated["score"].lt(rated["target"] - 0.05)
    layers = []
    kinds = ((ATTENTION, below), (KNOWN, needed & ~below), (UNKNOWN, ~needed))
    for hue, kept in kinds:
        chosen = rated[kept.fillna(value=False)]
        where = (x, y, fixed("color", hue))
        lines = chosen.iloc[:0] if hue == UNKNOWN else chosen
        ends = renamed(lines, "line", "score", "target")
        layers.append(drawn("rule", ends, *where, shown("x2", "c2"), strokeWidth=2.5))
        layers.append(
            drawn("circle", renamed(chosen, "line", "score"), *where, size=110, opacity=1)
        )
    return [layer for layer in layers if layer["data"]["values"]]


def _targets(rows: pd.DataFrame, x: Channel, y: Channel) -> Layer:
    needed = renamed(rows, "line", "target", where=rows["target"].notna() & rows["target"].gt(0))
    look = {"color": INK, "thickness": 2, "height": 14, "orient": "vertical"}
    return drawn("tick", needed, x, y, **look)


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Competency": rows["competency"],
            "Manager’s score": [_number(score, NOT_RATED) for score in rows["score"]],
            "Needed": [
                NOT_REQUIRED if target == 0 else _number(target, NO_TARGET)
                for target in rows["target"].astype("object").where(rows["target"].notna(), None)
            ],
            "Distance": rows["words"],
        }
    ).reset_index(drop=True)


def _number(value: Any, otherwise: str) -> str:
    return otherwise if pd.isna(value) else f"{float(value):.1f}"

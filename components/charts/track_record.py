"""How often flagged people left, against everyone: one line for each rule, with its interval."""

from functools import partial
from typing import Any

import pandas as pd

from components.charts import theme
from components.charts.figure import Figure
from components.charts.marks import Channel, Layer, drawn, expression, fixed, shown, text
from components.charts.rows import renamed, row_axis
from components.charts.theme import ATTENTION, DESK, INK, QUIET, UNKNOWN, Size

LEAST, MOST = 0.25, 8.0
_TICKS = (0.5, 1, 2, 4)
NOT_COMPUTED = "not computed"


def track_record(rows: pd.DataFrame, *, title: str, base: str, size: Size = DESK) -> Figure:
    """One row for each rule, in the order given.

    rows: label, verdict (words), lift, low, high (missing where not computed), left, flagged,
    supported. The scale is logarithmic, from a quarter to eight times; an interval that goes
    beyond is cut there.
    """
    rows = rows.assign(
        line=range(len(rows)),
        words=[_words(*one) for one in zip(rows["lift"], rows["low"], rows["high"], strict=True)],
        counts=[
            f"{int(left):,} of {int(flagged):,} left"
            for left, flagged in zip(rows["left"], rows["flagged"], strict=True)
        ],
    )
    told = zip(rows["label"], rows["verdict"], rows["words"], rows["counts"], strict=True)
    alt = "; ".join(f"{label}: {verdict}, {words}, {n}" for label, verdict, words, n in told)
    height = size.row * 1.7 * max(len(rows), 1) + 24
    chart = theme.dressed(_layers(rows, size), height, size)
    return Figure(chart, title, base, f"{title}. {alt}.", partial(_table, rows))


def _layers(rows: pd.DataFrame, size: Size) -> list[Layer]:
    y = row_axis("c0", len(rows), gap=0.2, bottom=24)
    left = theme.gutter([*rows["label"], *rows["verdict"]], size)
    right = round(max(map(len, [*rows["words"], *rows["counts"]])) * size.number * 0.56) + 16
    scale = {
        "type": "log",
        "domain": [LEAST, MOST],
        "range": [left, expression(f"width-{right}")],
        "nice": False,
    }
    named = "datum.value + '×'"
    axis = {"values": list(_TICKS), "labelExpr": named, "title": None, "labelOverlap": False}
    x = shown("x", "c1:Q", scale=scale, axis=axis)
    return [
        drawn("rule", [{"c1": 1}], x, strokeDash=[3, 3], opacity=QUIET, color=INK),
        *_intervals(rows, x, y),
        *_at_the_edges(rows, y, size),
    ]


def _intervals(rows: pd.DataFrame, x: Channel, y: Channel) -> list[Layer]:
    """Lines and dots: amber where the rule held, grey otherwise."""
    cut = rows.assign(**{name: rows[name].clip(LEAST, MOST) for name in ("lift", "low", "high")})
    computed = rows["low"].notna()
    layers = []
    for hue, kept in ((ATTENTION, rows["supported"]), (UNKNOWN, ~rows["supported"])):
        where = (x, y, fixed("color", hue))
        chosen = cut[computed & kept]
        ends = renamed(chosen, "line", "low", "high")
        layers.append(drawn("rule", ends, *where, shown("x2", "c2"), strokeWidth=3))
        layers.append(drawn("circle", renamed(chosen, "line", "lift"), *where, size=130, opacity=1))
    return [layer for layer in layers if layer["data"]["values"]]


def _at_the_edges(rows: pd.DataFrame, y: Channel, size: Size) -> list[Layer]:
    """The rule and its verdict at the left, the lift and its counts at the right."""
    layers = []
    for place, align, fields in (
        (fixed("x", 0), "left", ("label", "verdict")),
        (fixed("x", "width"), "right", ("words", "counts")),
    ):
        for field, dy, weight, opacity in zip(
            fields, (-0.32, 0.36), (600, 400), (1, QUIET), strict=True
        ):
            look = {"align": align, "dy": round(dy * size.row), "fontWeight": weight}
            words = renamed(rows, "line", field)
            layers.append(
                drawn("text", words, place, y, text("c1:N"), **look, opacity=opacity,
                      fontSize=size.number if weight == 600 else size.label)
            )  # fmt: skip
    return layers


def _words(lift: Any, low: Any, high: Any) -> str:
    """The lift with its interval.

    >>> _words(2.41, 1.38, 3.7), _words(2.4, float("nan"), float("nan"))
    ('2.4× (1.4–3.7)', 'not computed')
    """
    if pd.isna(low):
        return NOT_COMPUTED
    return f"{lift:.1f}× ({low:.1f}–{high:.1f})"


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Rule": rows["label"],
            "Here": rows["verdict"],
            "Times as often as everyone": rows["words"],
            "Flagged and left": rows["left"].astype(int),
            "Flagged": rows["flagged"].astype(int),
        }
    ).reset_index(drop=True)

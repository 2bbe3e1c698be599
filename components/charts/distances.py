"""Distances of groups from comparable people, beside their bars: dots with two intervals.

Drawn on the same lines as the bars, in the right part of the same chart.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

import pandas as pd

from components.charts.marks import Channel, Layer, drawn, expression, fixed, hints, shown, text
from components.charts.rows import renamed
from components.charts.theme import ATTENTION, INK, QUIET, UNKNOWN, Size

BARS_UP_TO, DOTS_FROM = 0.6, 0.67
"""Shares of the width: the bars end at the one, the dots begin at the other."""
_MOST_STEPS = 2.0


@dataclass(frozen=True)
class Distances:
    """What is drawn beside the bars.

    rows: one row for each order of the bars that was compared: order, raw, drawn, low80, high80,
    low95, high95, deviation, marked (higher, lower or missing), rated (how many it was compared on)
    and peers_<rating> (the share that like people have there). step: one point of a scale of 1 to 5
    on this one; notable: a distance worth speaking of.
    """

    rows: pd.DataFrame
    step: float
    notable: float

    @property
    def reach(self) -> float:
        """How far the axis goes to both sides: in half steps, from one step to two."""
        ends = self.rows[["raw", "low95", "high95"]].abs().max().max() if len(self.rows) else 0.0
        halves = ceil(min(float(ends), _MOST_STEPS * self.step) / (self.step / 2))
        return max(halves, 2) * self.step / 2


def distance_layers(of: Distances, lines: pd.DataFrame, y: Channel, size: Size) -> list[Layer]:
    """The layers of the right part; lines: order and line of each row of the bars."""
    scale = {
        "domain": [-of.reach, of.reach],
        "range": [expression(f"width*{DOTS_FROM}"), expression(f"width-{4 * size.label}")],
        "nice": False,
        "zero": False,
    }
    x = shown("x", "c1:Q", scale=scale, axis=None)
    placed = of.rows.merge(lines.loc[lines["kind"].ne("unit"), ["order", "line"]], on="order")
    names = ["raw", "drawn", "low80", "high80", "low95", "high95"]
    cut = placed.assign(**{one: placed[one].clip(-of.reach, of.reach).round(4) for one in names})
    return [*_ground(of, x, size), *_dots(cut, x, y, size)]


def _ground(of: Distances, x: Channel, size: Size) -> list[Layer]:
    """The band of what is not worth speaking of, lines at full and half steps, and their words."""
    top, foot = fixed("y", room_above(size) - 4), fixed("y2", "height")
    band = [{"c1": -of.notable, "c2": of.notable}]
    halves = round(of.reach / of.step * 2)
    ticks = [{"c1": at * of.step / 2} for at in range(-halves, halves + 1)]
    said = range(-halves, halves + 1, 1 if halves <= 2 else halves)
    ends = {-halves: " lower", halves: " higher"}
    words = [
        {"c1": at * of.step / 2, "c2": f"{_signed(at * of.step / 2)}{ends.get(at, '')}"}
        for at in said
    ]
    named = {"fontSize": size.label, "opacity": QUIET}
    return [
        drawn("rect", band, x, shown("x2", "c2"), top, foot, opacity=0.07, color=INK),
        drawn("rule", ticks, x, top, foot, opacity=0.1, color=INK),
        drawn("rule", [{"c1": 0}], x, top, foot, opacity=QUIET, color=INK),
        drawn("text", words, x, fixed("y", size.label * 0.7), text("c2:N"), **named),
    ]  # fmt: skip


def distance_table(of: Distances, names: Mapping[int, str]) -> pd.DataFrame:
    """The same by order, with columns named in words; names: what to call each rating."""
    rows = of.rows.set_index("order")
    table = pd.DataFrame(
        {
            "Compared on": rows["rated"],
            "Distance from like people": rows["deviation"].round(2),
            "What remains": rows["drawn"].round(2),
            "95 % from": rows["low95"].round(2),
            "95 % to": rows["high95"].round(2),
            "Rates": rows["marked"].fillna("not clear"),
        }
    )
    peers = {
        f"Peers at {name}, %": (100 * rows[f"peers_{rating}"]).round(0)
        for rating, name in names.items()
        if f"peers_{rating}" in rows.columns
    }
    return table.assign(**peers)


def room_above(size: Size) -> int:
    """Pixels above the first row for the words of the axis."""
    return round(size.label * 2)


def _dots(rows: pd.DataFrame, x: Channel, y: Channel, size: Size) -> list[Layer]:
    """Amber where a group is marked, grey otherwise."""
    layers = []
    marked = rows["marked"].notna()
    for hue, kept in ((UNKNOWN, ~marked), (ATTENTION, marked)):
        chosen, colour = rows[kept], fixed("color", hue)
        said = hints(Remains="c1:Q", Own_mean="c2:Q")
        for low, high, thick in (("low95", "high95", 0.012), ("low80", "high80", 0.045)):
            ends = renamed(chosen, "line", low, high)
            look = {"strokeWidth": max(1.5, thick * size.row * 4)}
            layers.append(drawn("rule", ends, x, shown("x2", "c2"), y, colour, **look))
        ring = renamed(chosen, "line", "raw")
        look = {"filled": False, "size": size.dot * 0.7, "strokeWidth": 1.5}
        layers.append(drawn("point", ring, x, y, colour, **look))
        dots = renamed(chosen, "line", "drawn", "raw")
        layers.append(drawn("circle", dots, x, y, colour, said, size=size.dot, opacity=1))
    return [layer for layer in layers if layer["data"]["values"]]


def _signed(value: float) -> str:
    """A distance on the axis.

    >>> [_signed(value) for value in (-1, -0.5, 0, 0.25)]
    ['−1', '−0.5', '0', '+0.25']
    """
    return f"{value:+g}".replace("-", "−") if value else "0"

"""How many stays had ended in one way by each month: a line for each group, with its interval."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import pandas as pd

from components.charts import theme
from components.charts.figure import Figure
from components.charts.marks import Channel, Layer, drawn, expression, fixed, shown, text
from components.charts.rows import renamed
from components.charts.theme import DESK, QUIET, Size

_HEIGHT = 8
"""Height of the plot, in rows."""
_YEAR = 12
_BAND = 0.16
_PALETTE, _BANDS = 5, 2
"""Colours of the palette; so many lines can have their bands drawn without a muddle."""
_FEW = {"opacity": 0.45, "strokeDash": [3, 3]}
_SCALE = "Months in scope"
_SHARES = ("share", "low", "high")


@dataclass(frozen=True)
class Line:
    """One group: its name, its colour (a theme's name, or a place in the palette), its months.

    points: months, share, low, high (shares from 0 to 1), at_risk, faint; at_risk_at: month →
    how many are watched then.
    """

    label: str
    colour: str | int
    points: pd.DataFrame
    at_risk_at: dict[int, int]


def incidence(lines: Sequence[Line], *, title: str, base: str, size: Size = DESK) -> Figure:
    """A step line for each group, its 95 % interval as a band, and how many remain below."""
    last = max((int(line.points["months"].max()) for line in lines), default=_YEAR)
    years = [month for month in range(0, last + _YEAR, _YEAR) if month <= last]
    told = "; ".join(_told(line) for line in lines)
    chart = theme.dressed(_layers(lines, years, size), _height(lines, size), size)
    return Figure(chart, title, base, f"{title}. {told}.", partial(_table, lines, years))


def _height(lines: Sequence[Line], size: Size) -> float:
    return size.row * _HEIGHT + _below(lines, size)


def _below(lines: Sequence[Line], size: Size) -> float:
    """Room for the months and the numbers that remain, in pixels."""
    return size.row * 1.4 + round(size.label * 1.7) * (len(lines) + 1)


def _layers(lines: Sequence[Line], years: list[int], size: Size) -> list[Layer]:
    left = theme.gutter([_SCALE, *(line.label for line in lines)], size, widest=18) + 2 * size.label
    right = round(4.5 * size.number)
    last = max((int(line.points["months"].max()) for line in lines), default=_YEAR)
    most = max((float(line.points["high"].max()) for line in lines), default=0.0)
    reach = [left, expression(f"width-{right}")]
    x_scale = {"domain": [0, max(last, _YEAR)], "range": reach, "nice": False}
    plot = size.row * _HEIGHT
    y_scale = {"domain": [0, max(most, 0.05)], "range": [plot, 8], "nice": False}
    axis = {"format": ".0%", "tickCount": 4, "title": None, "offset": -left, "grid": False}
    x = shown("x", "c0:Q", scale=x_scale, axis=None)
    y = shown("y", "c1:Q", scale=y_scale, axis=axis)
    layers: list[Layer] = []
    for line in lines:
        layers += _of_one(line, x, y, size, band=len(lines) <= _BANDS)
    return [*layers, *_months(years, x, plot, size), *_remaining(lines, years, x, (plot, size))]


def _hue(colour: str | int) -> Channel:
    """A colour of the theme by name, or the one at a place of its palette."""
    if isinstance(colour, str):
        return fixed("color", colour)
    places = [str(place) for place in range(_PALETTE)]
    scale = {"domain": places, "range": "category"}
    return Channel(
        "color", {"datum": str(colour), "type": "nominal", "scale": scale, "legend": None}
    )


def _of_one(line: Line, x: Channel, y: Channel, size: Size, *, band: bool) -> list[Layer]:
    points, hue = line.points, _hue(line.colour)
    runs = points["faint"].ne(points["faint"].shift()).cumsum()
    layers = []
    if band:
        area = renamed(points, "months", "low", "high")
        look = {"interpolate": "step-after", "opacity": _BAND}
        layers.append(drawn("area", area, x, y, shown("y2", "c2"), hue, **look))
    for _, run in points.groupby(runs):
        on = points.loc[run.index[0] : run.index[-1] + 1]
        dashed = _FEW if run["faint"].iloc[0] else {}
        rows = renamed(on, "months", "share")
        layers.append(drawn("line", rows, x, y, hue, interpolate="step-after", **dashed))
    end = points.tail(1).assign(words=[f"{points['share'].iloc[-1]:.0%}"])
    look = {"align": "left", "dx": 6, "fontWeight": 600, "fontSize": size.number}
    layers.append(
        drawn("text", renamed(end, "months", "share", "words"), x, y, text("c2:N"), **look)
    )
    return layers


def _months(years: list[int], x: Channel, plot: float, size: Size) -> list[Layer]:
    """The months under the plot."""
    rows = pd.DataFrame({"month": years, "words": [str(year) for year in years]})
    at = fixed("y", plot + round(size.row * 0.5))
    words = drawn("text", renamed(rows, "month", "words"), x, at, text("c1:N"), opacity=QUIET,
                  fontSize=size.label)  # fmt: skip
    named = drawn("text", [{"c0": _SCALE}], fixed("x", 0), at, text("c0:N"),
                  align="left", opacity=QUIET, fontSize=size.label)  # fmt: skip
    return [words, named]


def _remaining(
    lines: Sequence[Line], years: list[int], x: Channel, place: tuple[float, Size]
) -> list[Layer]:
    """How many are still watched at each year, a row for each line in its colour."""
    plot, size = place
    layers = []
    for number, line in enumerate(lines):
        at = fixed("y", plot + size.row + round(size.label * 1.7) * (number + 1))
        counts = [f"{line.at_risk_at.get(year, 0):,}" for year in years]
        kept = [(year, n) for year, n in zip(years, counts, strict=True) if n != "0"]
        rows = pd.DataFrame(kept, columns=["month", "words"])
        look = {"opacity": 1, "fontSize": size.label}
        hue = _hue(line.colour)
        layers += [
            drawn("text", renamed(rows, "month", "words"), x, at, text("c1:N"), **look),
            drawn("text", [{"c0": line.label}], fixed("x", 14), at, text("c0:N"), align="left",
                  **look),
            drawn("circle", [{"c0": 0}], fixed("x", 5), at, hue, size=size.dot * 0.6, opacity=1,
                  aria=False),
        ]  # fmt: skip
    return layers


def _told(line: Line) -> str:
    end = line.points.tail(1)
    month, share = int(end["months"].iloc[0]), float(end["share"].iloc[0])
    return f"{line.label}: {share:.0%} by month {month}"


def _table(lines: Sequence[Line], years: list[int]) -> pd.DataFrame:
    """Every year of every line."""
    parts = [_of_years(line, years[1:]) for line in lines]
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame()


def _of_years(line: Line, years: list[int]) -> pd.DataFrame:
    points = line.points[line.points["months"].isin(years)]
    percent = {name: (points[name].astype(float) * 100).round(1) for name in _SHARES}
    return pd.DataFrame(
        {
            "Group": line.label,
            "Months in scope": points["months"].astype(int),
            "Ended so, percent": percent["share"],
            "From, percent": percent["low"],
            "To, percent": percent["high"],
            "Still watched": [line.at_risk_at.get(int(month), 0) for month in points["months"]],
        }
    )

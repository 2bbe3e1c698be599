"""The look of every chart: sizes, named colours, colour scales, patterns.

A chart does not know whether the page is light or dark. Its ink is `currentColor`; its hues
are names of the theme, which the page resolves in the browser (only where they are values or
ranges of `encoding.color`); its palettes are the named ranges "diverging", "ramp" and
"category". `for_file` writes the colours of one mode into a chart that leaves the page.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from components.charts.marks import Channel, Drawing, Layer, Records, Scale, drawn

INK = "currentColor"
ATTENTION, ACCENT, KNOWN, UNKNOWN = "orange", "primary", "blue", "gray"
"""Asks for attention or below; current; above or information; neither."""

QUIET = 0.75
"""Opacity of ink for labels that stand beside numbers."""

_DATA_KEYS = {"data", "domain", "title", "description", "expr", "labelExpr"}
"""Keys whose values are words or data, never a colour: a team may be called orange."""


@dataclass(frozen=True, slots=True)
class Size:
    """Type and marks for one reading distance.

    label, number, small: type in pixels; dot: area of a point; row: height of a row.
    """

    label: int
    number: int
    small: int
    dot: int
    row: int


DESK = Size(label=12, number=13, small=11, dot=100, row=28)
ROOM = Size(label=25, number=27, small=24, dot=420, row=62)
"""Read at a desk; read from the back of a room."""


def dressed(
    layers: Iterable[Layer], height: float, size: Size = DESK, *, apart: Iterable[str] = ()
) -> Drawing:
    """The layers in house style, as wide as their place; each layer has colours of its own.

    apart: further channels on which each layer has a scale of its own, such as "x".
    """
    own = dict.fromkeys(("color", "opacity", *apart), "independent")
    return Drawing(
        tuple(layers),
        {
            "height": height,
            "width": "container",
            "padding": {"left": 0, "top": 4, "right": 4, "bottom": 4},
            "resolve": {"scale": own},
            "config": config(size),
        },
    )


def config(size: Size = DESK) -> dict[str, Any]:
    """Everything about the look that is not a colour of the page."""
    guide = _GUIDE | {"labelFontSize": size.label, "titleFontSize": size.label}
    return {
        "axis": guide | _AXIS,
        "axisBand": {"grid": False, "domain": False},
        "legend": guide | {"orient": "top", "symbolType": "square", "symbolStrokeWidth": 0},
        "view": {"strokeWidth": 0},
        "text": {"color": INK, "fontSize": size.number, "baseline": "middle"},
        "rule": {"color": INK},
        "tick": {"color": INK, "thickness": 2},
        "point": {"size": size.dot, "filled": True, "opacity": 1},
        "rect": {"cornerRadius": 3},
    }


_GUIDE = {
    "titleFontWeight": 400,
    "labelColor": INK,
    "labelOpacity": QUIET,
    "titleColor": INK,
    "titleOpacity": QUIET,
}
_AXIS = {
    "labelPadding": 8,
    "titlePadding": 8,
    "labelLimit": 320,
    "labelFlush": False,
    "titleAnchor": "start",
    "ticks": False,
    "domain": False,
    "gridColor": INK,
    "gridOpacity": 0.1,
}


def diverging(limit: float) -> Scale:
    """Amber below zero, blue above; beyond the limit the colour stays the strongest."""
    return _two_hues(-limit, limit) | {"clamp": True}


def ratings(lowest: float, highest: float) -> Scale:
    """The same two hues over a rating scale; its middle is neutral."""
    return _two_hues(lowest, highest)


def _two_hues(lowest: float, highest: float) -> Scale:
    # without interpolate the browser mixes by hue and the middle turns pink
    return {"domain": [lowest, highest], "range": "diverging", "interpolate": "rgb"}


def named(colours: Mapping[Any, str]) -> Scale:
    """A theme colour for each value, for example {"flagged": ATTENTION}."""
    return {"domain": list(colours), "range": list(colours.values())}


def signed(value: float) -> str:
    """One decimal with a true minus; what rounds to zero has no sign.

    >>> [signed(value) for value in (0.42, -0.42, -0.04)]
    ['+0.4', '−0.4', '0.0']
    """
    words = f"{value:+.1f}".replace("-", "−")
    return "0.0" if words[1:] == "0.0" else words


def gutter(labels: list[str], size: Size = DESK, *, widest: int = 26) -> int:
    """Room for labels at the left of a plot, in pixels, from the longest that is written out."""
    longest = max((min(len(label), widest) for label in labels), default=0)
    return round(longest * size.label * 0.58) + size.label


def hatched(
    cells: Records, x: Channel, y: Channel, *, opacity: float = 0.28, lines: int = 4
) -> list[Layer]:
    """Diagonal strokes over band cells: 0.28 for not rated, 0.16 for few people."""
    strokes = []
    for step in range(1, 2 * lines):
        near, far = max(0.0, step / lines - 1), min(1.0, step / lines)
        ends = (x.placed(near), x.placed(far, end=True), y.placed(far), y.placed(near, end=True))
        strokes.append(drawn("rule", cells, *ends, opacity=opacity))
    return strokes


def titled(spec: dict[str, Any], finding: str, base: str) -> dict[str, Any]:
    """The finding as title and the base under it: only in files, a page says both itself."""
    title = {
        "text": wrap(finding, 72),
        "subtitle": wrap(base, 96),
        "anchor": "start",
        "frame": "bounds",
        "offset": 16,
        "fontSize": 17,
        "fontWeight": 600,
        "subtitleFontSize": 12,
        "subtitlePadding": 6,
    }
    return spec | {"title": title}


def for_file(chart: Drawing, theme: Mapping[str, Any], mode: str = "light") -> dict[str, Any]:
    """The specification with one mode's colours written in (theme: the [theme] table)."""
    colours = theme[mode]
    ink = colours["textColor"]
    names = {name: colours[f"{name}Color"] for name in (ATTENTION, ACCENT, KNOWN, UNKNOWN)}
    spec: dict[str, Any] = _painted(chart.to_dict(), names | {INK: ink})
    spec["padding"] = 24
    spec["config"] |= {
        "font": "Inter",
        "background": colours["backgroundColor"],
        "title": {"color": ink, "subtitleColor": ink},
        "range": {
            "category": colours["chartCategoricalColors"],
            "ramp": colours["chartSequentialColors"],
            "diverging": colours["chartDivergingColors"],
        },
    }
    return spec


def _painted(part: Any, colours: Mapping[str, str]) -> Any:
    if isinstance(part, dict):
        return {
            key: value if key in _DATA_KEYS else _painted(value, colours)
            for key, value in part.items()
        }
    if isinstance(part, list):
        return [_painted(value, colours) for value in part]
    return colours.get(part, part) if isinstance(part, str) else part

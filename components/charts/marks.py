"""Marks in layers, written as plain Vega-Lite.

The words are Altair's, and every chart is checked against Altair's schema in the tests. Altair's
own objects copy and check themselves at each step: a heatmap took 280 ms of every click that
way, and takes a few like this.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isnan
from typing import Any

import altair as alt
import pandas as pd

Layer = dict[str, Any]
Scale = dict[str, Any]
Records = list[dict[str, Any]]
"""The rows of a mark as plain values under neutral names."""

_TYPES = {"Q": "quantitative", "O": "ordinal", "N": "nominal"}


@dataclass(frozen=True, slots=True)
class Channel:
    """What one channel of a mark shows: a field of the data, or a fixed value."""

    name: str
    spec: dict[str, Any]

    def placed(self, band: float, *, end: bool = False) -> "Channel":
        """The same field at a place within its band, 0 to 1; `end` for the mark's far end."""
        if end:
            return Channel(f"{self.name}2", {"field": self.spec["field"], "bandPosition": band})
        return Channel(self.name, self.spec | {"bandPosition": band})


def shown(name: str, field: str, **more: Any) -> Channel:
    """A channel that shows a field, written with its type: "c0:Q" quantity, O order, N name.

    >>> shown("x", "c1:Q", axis=None).spec
    {'field': 'c1', 'type': 'quantitative', 'axis': None}
    """
    column, _, kind = field.partition(":")
    return Channel(name, {"field": column, **({"type": _TYPES[kind]} if kind else {}), **more})


def fixed(name: str, value: Any) -> Channel:
    """A channel with one value: pixels, "width", a theme's colour, an expression."""
    return Channel(name, {"value": value})


def text(field: str, **more: Any) -> Channel:
    """The words or number a text mark shows."""
    return shown("text", field, **more)


def coloured(field: str, scale: Scale) -> Channel:
    """Colour by a scale, without a legend: keys are figures of their own."""
    return shown("color", field, scale=scale, legend=None)


def hints(**fields: str) -> Channel:
    """Words of the tooltip: title = field, "_" in the title for a space."""
    rows = [shown("", field, title=name.replace("_", " ")).spec for name, field in fields.items()]
    return Channel("tooltip", rows)  # type: ignore[arg-type]


def expression(words: str) -> dict[str, str]:
    """A number worked out in the browser; only of our own words, never of text from a file."""
    return {"expr": words}


def drawn(kind: str, rows: pd.DataFrame | Records, *channels: Channel, **look: Any) -> Layer:
    """One layer: a mark of this kind for each row."""
    return {
        "data": {"values": rows if isinstance(rows, list) else records(rows)},
        "mark": {"type": kind, **look},
        "encoding": {channel.name: channel.spec for channel in channels},
    }


def records(rows: pd.DataFrame) -> Records:
    """The rows as plain values; what is missing is null."""
    columns = [plain(rows[name]) for name in rows.columns]
    return [dict(zip(rows.columns, row, strict=True)) for row in zip(*columns, strict=True)]


def plain(values: pd.Series) -> list[Any]:
    """A column as plain values; what is missing is null."""
    return [_plain(value) for value in values.tolist()]


def _plain(value: Any) -> Any:
    missing = value is pd.NA or (isinstance(value, float) and isnan(value))
    return None if missing else value


@dataclass(frozen=True)
class Drawing:
    """A layered chart, written out: its layers and what stands beside them (height, config …)."""

    layers: tuple[Layer, ...]
    beside: Mapping[str, Any]

    def to_dict(self) -> dict[str, Any]:
        """The Vega-Lite specification, as a page or a file takes it."""
        return {"$schema": alt.SCHEMA_URL, "layer": list(self.layers), **self.beside}

    def chart(self) -> alt.LayerChart:
        """The same as an Altair chart, checked against its schema."""
        made: alt.LayerChart = alt.LayerChart.from_dict(self.to_dict())
        return made

"""What the figures of a page draw, read from what is sent to the browser."""

import json
from collections.abc import Iterator
from typing import Any

from streamlit.testing.v1 import AppTest


def drawn(app: AppTest) -> list[str]:
    """Every text and number in the data of the page's figures."""
    return [str(value) for spec in specs(app) for value in _values(spec)]


def specs(app: AppTest) -> list[dict[str, Any]]:
    """The figures' specifications."""
    return [json.loads(chart.proto.spec) for chart in app.get("vega_lite_chart")]


def alts(app: AppTest) -> list[str]:
    """What is read aloud instead of each figure."""
    return [chart.proto.alt for chart in app.get("vega_lite_chart")]


def _values(part: Any) -> Iterator[Any]:
    if isinstance(part, dict):
        for row in part.get("values", ()) if isinstance(part.get("values"), list) else ():
            yield from row.values() if isinstance(row, dict) else ()
        for held in part.values():
            yield from _values(held)
    elif isinstance(part, list):
        for held in part:
            yield from _values(held)

"""Charts as PNG or SVG, drawn in a child process without network."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from components.errors import DrawingFailed
from components.fence import run

if TYPE_CHECKING:
    from components.charts import Figure

CHILD = Path(__file__).with_name("drawing.py")
FONTS = CHILD.parents[1] / "charts" / "fonts"
SECONDS = 60
WIDTH = 960
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def picture(
    figure: "Figure",
    ending: Literal["png", "svg"],
    mode: Literal["light", "dark"],
    theme: Mapping[str, Any],
    *,
    selection: str = "",
) -> bytes:
    """The figure with its title and base, in the colours of one mode.

    theme: the [theme] table of the product's settings. selection: the sentence of the page,
    which leads the base. Raises DrawingFailed.
    """
    from components.charts import theme as looks  # noqa: PLC0415 - who takes a list draws nothing

    lead = f"{selection}." if selection else ""
    base = " ".join(filter(None, (lead, figure.base, figure.key)))
    spec = looks.titled(looks.for_file(figure.chart, theme, mode), figure.title, base)
    spec = clean(spec | {"width": WIDTH, "description": figure.alt})
    if _asks_outside(spec):
        raise DrawingFailed("The chart asks for something outside.", now="Please report this.")
    return _drawn({"spec": spec, "format": ending, "fonts": str(FONTS)})


def clean(part: Any) -> Any:
    """The same without control characters, on which the drawing library ends the process.

    >>> clean({"a": ["x" + chr(0) + "y", 1]})
    {'a': ['xy', 1]}
    """
    if isinstance(part, dict):
        return {clean(key): clean(value) for key, value in part.items()}
    if isinstance(part, list):
        return [clean(value) for value in part]
    return _CONTROL.sub("", part) if isinstance(part, str) else part


def _asks_outside(part: Any) -> bool:
    """Whether a specification names an address or an image anywhere outside its data."""
    if isinstance(part, dict):
        kind = part.get("mark")
        image = kind == "image" or (isinstance(kind, dict) and kind.get("type") == "image")
        inner = (value for key, value in part.items() if key != "values")
        return image or "url" in part or "href" in part or any(map(_asks_outside, inner))
    return isinstance(part, list) and any(map(_asks_outside, part))


def _drawn(order: dict[str, Any]) -> bytes:
    image = run(CHILD, json.dumps(order).encode("utf-8"), seconds=SECONDS)
    if image is None:
        raise DrawingFailed(
            f"The chart could not be drawn within {SECONDS} seconds.",
            now="Filter, then try again; or take the table instead, and report this.",
        )
    return image

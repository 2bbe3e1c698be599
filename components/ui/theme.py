"""The colours of the product's theme, for charts that leave the page."""

import tomllib
from functools import cache
from typing import Any

from components.ui.registry import ROOT


@cache
def theme() -> dict[str, Any]:
    """The [theme] table of the app's configuration."""
    found: dict[str, Any] = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))
    table: dict[str, Any] = found["theme"]
    return table

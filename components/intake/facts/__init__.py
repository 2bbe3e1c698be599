"""Rows become facts: sheets and their plans in, one dataset and its problems out.

One file for each decision of how rows become facts. Public: `build`, `Built`.
"""

from components.intake.facts.build import build
from components.intake.facts.built import Built

__all__ = ["Built", "build"]

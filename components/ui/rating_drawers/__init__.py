"""Under the figure of ratings: cases, evidence, use of the scale, movement, the guideline.

Public: `show_drawers`.
"""

from components.ui.rating_drawers.section import show_drawers

__all__ = ["show_drawers"]

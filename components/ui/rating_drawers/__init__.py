"""Under the figure of ratings: cases, evidence, use of the scale, movement, the guideline.

Public: `show_drawers`, and `ratings_file`, the workbook of the page.
"""

from components.ui.rating_drawers.section import show_drawers
from components.ui.rating_drawers.take_away import ratings_file

__all__ = ["ratings_file", "show_drawers"]

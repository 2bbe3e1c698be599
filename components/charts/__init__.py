"""A table in, a figure out: every chart of the product, in one look.

Public: one function for each chart, all returning a `Figure`; `theme` holds the look.
"""

from components.charts.figure import Figure
from components.charts.rating_bars import rating_bars, rating_key

__all__ = ["Figure", "rating_bars", "rating_key"]

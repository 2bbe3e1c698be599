"""A table in, a figure out: every chart of the product, in one look.

Public: one function for each chart, all returning a `Figure`; keys of colour scales; `theme`
holds the look.
"""

from components.charts.career import Career, career
from components.charts.competency_tiles import competency_tiles
from components.charts.distances import Distances
from components.charts.figure import Figure
from components.charts.flag_bars import flag_bars
from components.charts.headcount import headcount
from components.charts.keys import gap_key, rating_key
from components.charts.rating_bars import rating_bars
from components.charts.region_ratings import region_ratings

__all__ = [
    "Career",
    "Distances",
    "Figure",
    "career",
    "competency_tiles",
    "flag_bars",
    "gap_key",
    "headcount",
    "rating_bars",
    "rating_key",
    "region_ratings",
]

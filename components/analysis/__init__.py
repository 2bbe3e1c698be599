"""Numbers nobody could argue with: people as of a day, spells and clocks, ratings.

Public: `measure(dataset, as_of, settings) -> Measures`, and the words its columns use.
"""

from components.analysis.clock_columns import ClockSource
from components.analysis.employment import Status
from components.analysis.measure import measure
from components.analysis.measures import Measures
from components.analysis.raters import RaterSource
from components.analysis.seen_rows import seen

__all__ = ["ClockSource", "Measures", "RaterSource", "Status", "measure", "seen"]

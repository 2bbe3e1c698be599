"""Numbers nobody could argue with: people as of a day, spells and clocks, ratings.

Public: `measure(dataset, as_of, settings) -> Measures`, and the words its columns use;
`changes_between(before, after, settings) -> VersionChanges` and its `sentence`.
"""

from components.analysis.between import Change, VersionChanges, changes_between, sentence
from components.analysis.clock_columns import ClockSource
from components.analysis.employment import Status
from components.analysis.measure import measure
from components.analysis.measures import Measures
from components.analysis.raters import RaterSource
from components.analysis.seen_rows import seen

__all__ = [
    "Change",
    "ClockSource",
    "Measures",
    "RaterSource",
    "Status",
    "VersionChanges",
    "changes_between",
    "measure",
    "seen",
    "sentence",
]

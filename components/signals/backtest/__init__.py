"""How rules have done in the organisation's own past.

Public: `look_back(dataset, now, settings) -> Past`, `track_record(past, settings) ->
TrackRecord`, `what_if(rule, limits, past) -> Estimates`, `one_day(measures, settings)`.
"""

from components.signals.backtest.acted import Acted, acted
from components.signals.backtest.counts import Counts, Interval, wilson
from components.signals.backtest.estimates import Estimates, estimates, quick
from components.signals.backtest.one_day import Group, one_day
from components.signals.backtest.past import Past, Progress, look_back, nothing_told
from components.signals.backtest.person_dates import Ahead, compared
from components.signals.backtest.track_record import (
    Tested,
    TrackRecord,
    answers,
    track_record,
    what_if,
)
from components.signals.backtest.verdicts import Verdict

__all__ = [
    "Acted",
    "Ahead",
    "Counts",
    "Estimates",
    "Group",
    "Interval",
    "Past",
    "Progress",
    "Tested",
    "TrackRecord",
    "Verdict",
    "acted",
    "answers",
    "compared",
    "estimates",
    "look_back",
    "nothing_told",
    "one_day",
    "quick",
    "track_record",
    "what_if",
    "wilson",
]

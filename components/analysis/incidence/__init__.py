"""Cumulative incidence of competing ends: how many have left, and how, by time in scope.

Public: `Stays`, `Curve`, `cumulative_incidence`, `ScopeStays`, `Ending`, `scope_stays`.
"""

from components.analysis.incidence.aalen_johansen import cumulative_incidence
from components.analysis.incidence.curve import Curve
from components.analysis.incidence.scope_stays import GROUPS, Ending, ScopeStays, scope_stays
from components.analysis.incidence.stays import CENSORED, Stays

__all__ = [
    "CENSORED",
    "GROUPS",
    "Curve",
    "Ending",
    "ScopeStays",
    "Stays",
    "cumulative_incidence",
    "scope_stays",
]

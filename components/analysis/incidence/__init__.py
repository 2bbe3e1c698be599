"""Cumulative incidence of competing ends: how many have left, and how, by time in scope.

Public: `Stays`, `Curve`, `cumulative_incidence`.
"""

from components.analysis.incidence.aalen_johansen import cumulative_incidence
from components.analysis.incidence.curve import Curve
from components.analysis.incidence.stays import CENSORED, Stays

__all__ = ["CENSORED", "Curve", "Stays", "cumulative_incidence"]

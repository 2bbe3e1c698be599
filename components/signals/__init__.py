"""Judgements we would defend in a meeting: flags and notices, each with its reason and cells.

Public: `RULES`, `judge`, `Flags`, `evidence`, `limits_of`, `rule`.
"""

from components.signals.catalogue import RULES, limits_of, rule
from components.signals.evidence import evidence
from components.signals.flags import NO, NO_CONCERN, SET_BACK, UNKNOWN, YES, Flags
from components.signals.judging import judge, states, why_off
from components.signals.moving import Moved, moved

__all__ = [
    "NO",
    "NO_CONCERN",
    "RULES",
    "SET_BACK",
    "UNKNOWN",
    "YES",
    "Flags",
    "Moved",
    "evidence",
    "judge",
    "limits_of",
    "moved",
    "rule",
    "states",
    "why_off",
]

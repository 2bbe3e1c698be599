"""How managers and units rate, beside all others on comparable people.

Public: `compare` and its `Comparison`; `spread` and `profiles` (habits on the scale); `movers`
(who changed manager); `evidence` (what stands beside a rating); `beside_guideline`;
`talent_release`; and the smallest numbers each stands on.
"""

from components.calibration.comparison import (
    ALARMS,
    GROUPS_FROM,
    HIGHER,
    LOWER,
    NOTABLE,
    TESTED_FROM,
    Comparison,
    compare,
)
from components.calibration.evidence import COMPETENCIES, GOALS, Case, evidence
from components.calibration.guideline import DEMANDED_FROM, beside_guideline
from components.calibration.habits import PROFILES_FROM, SPREAD_FROM, profiles, spread
from components.calibration.movers import MOVERS_FROM, Movers, movers
from components.calibration.release import PEOPLE_FROM, YEARS, Release, talent_release

__all__ = [
    "ALARMS",
    "COMPETENCIES",
    "DEMANDED_FROM",
    "GOALS",
    "GROUPS_FROM",
    "HIGHER",
    "LOWER",
    "MOVERS_FROM",
    "NOTABLE",
    "PEOPLE_FROM",
    "PROFILES_FROM",
    "SPREAD_FROM",
    "TESTED_FROM",
    "YEARS",
    "Case",
    "Comparison",
    "Movers",
    "Release",
    "beside_guideline",
    "compare",
    "evidence",
    "movers",
    "profiles",
    "spread",
    "talent_release",
]

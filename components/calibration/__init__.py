"""How managers and units rate, beside all others on comparable people.

Public: `compare(people, by, ratings=…) -> Comparison`, `TESTED_FROM`, `GROUPS_FROM`, `ALARMS`,
`NOTABLE`; `talent_release(dataset, measures, settings) -> Release`.
"""

from components.calibration.comparison import (
    ALARMS,
    GROUPS_FROM,
    NOTABLE,
    TESTED_FROM,
    Comparison,
    compare,
)
from components.calibration.release import PEOPLE_FROM, YEARS, Release, talent_release

__all__ = [
    "ALARMS",
    "GROUPS_FROM",
    "NOTABLE",
    "PEOPLE_FROM",
    "TESTED_FROM",
    "YEARS",
    "Comparison",
    "Release",
    "compare",
    "talent_release",
]

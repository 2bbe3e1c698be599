"""How managers and units rate, beside all others on comparable people.

Public: `compare(people, by, ratings=…) -> Comparison`, `TESTED_FROM`, `GROUPS_FROM`, `ALARMS`,
`NOTABLE`.
"""

from components.calibration.comparison import (
    ALARMS,
    GROUPS_FROM,
    NOTABLE,
    TESTED_FROM,
    Comparison,
    compare,
)

__all__ = ["ALARMS", "GROUPS_FROM", "NOTABLE", "TESTED_FROM", "Comparison", "compare"]

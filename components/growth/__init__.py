"""What people wish for beside what they are ready for, and what may be asked before reacting.

Public: `wishes_and_readiness(dataset, measures, settings) -> frame`; `Willingness`, `Readiness`,
`Meeting` and `meeting`; `bench(dataset, measures, settings, wishes) -> Bench`.
"""

from components.growth.bench import Bench, bench
from components.growth.meeting import MEETINGS, Meeting, meeting
from components.growth.people import wishes_and_readiness
from components.growth.readiness import Readiness
from components.growth.willingness import Willingness

__all__ = [
    "MEETINGS",
    "Bench",
    "Meeting",
    "Readiness",
    "Willingness",
    "bench",
    "meeting",
    "wishes_and_readiness",
]

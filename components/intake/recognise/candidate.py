"""One reading of a header: the field it may stand for, how surely, and why."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from components.intake.plan import Confidence


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of a header.

    `order` 0 is the best header of its field; `own` marks the name our templates use; `detail`
    goes into the plan. `asked` is the question where the reading is only proposed; `codes` marks
    a header that says its values are codes where names are wanted, `slip` one that is written
    nearly like a known one, `against` one whose values name people in another way than it says.
    """

    table: str
    field: str
    confidence: Confidence
    why: str
    order: int = 0
    own: bool = False
    detail: Mapping[str, str] = dataclasses.field(default_factory=dict)
    asked: str = ""
    codes: bool = False
    slip: bool = False
    against: bool = False

"""A corrected copy of a file that is held: recognised, and only the difference is shown.

Public: `correct(opened, held, answers, problems=, key=) -> Corrected | None` (the whole way),
`corrections(before, after, named)`, `problem_changes(before, after, found)`.
"""

from components.intake.corrected.changed import (
    CellChange,
    ColumnChange,
    Corrections,
    RowChange,
    SheetCorrections,
)
from components.intake.corrected.corrections import corrections
from components.intake.corrected.in_place import Corrected, correct
from components.intake.corrected.problem_changes import ProblemChanges, problem_changes

__all__ = [
    "CellChange",
    "ColumnChange",
    "Corrected",
    "Corrections",
    "ProblemChanges",
    "RowChange",
    "SheetCorrections",
    "correct",
    "corrections",
    "problem_changes",
]

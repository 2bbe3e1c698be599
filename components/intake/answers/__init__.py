"""What a person said about the files; answers win over recognition.

Public: `Answers` (everything said), `SheetAnswer` (about one sheet), `ColumnFormat` (about the
values of one column), `load_answers`, `settings_with` (the settings in force),
`LEAVE_OUT`, `NO_HEADER`.
"""

from components.intake.answers.answers import Answers
from components.intake.answers.in_force import settings_with
from components.intake.answers.reading import load_answers
from components.intake.answers.sheet_answer import LEAVE_OUT, NO_HEADER, ColumnFormat, SheetAnswer

__all__ = [
    "LEAVE_OUT",
    "NO_HEADER",
    "Answers",
    "ColumnFormat",
    "SheetAnswer",
    "load_answers",
    "settings_with",
]

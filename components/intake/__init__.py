"""Bytes in; sheets of text, recognised columns, parsed values and checks out.

Public: `read_files` (the whole way), or in two steps `open_files` (`reopen` under other answers)
and `understand`; what a question about a text file shows: `encoding_previews`,
`separator_previews`; `Upload`, `Answers`, `load_answers`, `settings_with` (the settings in
force), `Reading`; what a sheet was taken for: `SheetPlan`, `ColumnPlan`, `Confidence`, `Match`;
import profiles: `profile_of`, `fit`, `best_fit`, `renewed`, `Fit`; a corrected copy that came back:
`correct`, `Corrected`, `corrections`, `Corrections`, `RowChange`, `problem_changes`,
`ProblemChanges`.
"""

from components.intake.answers import Answers, load_answers, settings_with
from components.intake.arrive import Upload, encoding_previews, separator_previews
from components.intake.corrected import (
    ColumnChange,
    Corrected,
    Corrections,
    ProblemChanges,
    RowChange,
    correct,
    corrections,
    problem_changes,
)
from components.intake.plan import ColumnPlan, Confidence, SheetPlan
from components.intake.profiles import Fit, best_fit, fit, profile_of, renewed
from components.intake.read import Opened, Reading, open_files, read_files, reopen, understand
from components.intake.recognise import Match

__all__ = [
    "Answers",
    "ColumnChange",
    "ColumnPlan",
    "Confidence",
    "Corrected",
    "Corrections",
    "Fit",
    "Match",
    "Opened",
    "ProblemChanges",
    "Reading",
    "RowChange",
    "SheetPlan",
    "Upload",
    "best_fit",
    "correct",
    "corrections",
    "encoding_previews",
    "fit",
    "load_answers",
    "open_files",
    "problem_changes",
    "profile_of",
    "read_files",
    "renewed",
    "reopen",
    "separator_previews",
    "settings_with",
    "understand",
]

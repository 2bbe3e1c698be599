"""Giving a file back with its problems: the user's own workbook, else a copy of its text."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.exports.marked.copies import can_be_copied, marked_copy
from components.exports.marked.marks import Marks, marks_of
from components.exports.marked.own_workbook import MOST_BYTES, is_workbook, marked_workbook
from components.exports.marked.reasons import reason
from components.settings.reading import ReadingLimits
from components.tables.problems import Problem
from components.tables.sheets import Sheet

MOST_ROWS = 200_000
MOST_CELLS = 1_500_000
"""Larger workbooks are not opened again; a copy of their text is given."""


@dataclass(frozen=True, slots=True)
class GivenBack:
    """An .xlsx file; `own` says whether it is the user's own workbook or a copy of its text.

    why: where it is not their own workbook, the reason and what is in it instead.
    """

    content: bytes
    own: bool
    why: Problem | None = None


def give_back(
    file_name: str,
    content: bytes | None,
    sheets: Sequence[Sheet],
    problems: Sequence[Problem],
    *,
    limits: ReadingLimits,
) -> GivenBack:
    """The file of that name with its problem cells marked, and a first sheet that lists them.

    content: its bytes, where they are at hand. sheets: as they were read; those of other files
    are passed over. Every cell that a problem names is marked. limits: of the process that
    opens the workbook again, as of the one that read it.
    """
    held = [sheet for sheet in sheets if sheet.file == file_name]
    marks = marks_of([one for one in problems if one.file == file_name], held, file_name)
    own, code = _own(content, held, marks, limits)
    if own is not None:
        return GivenBack(own, own=True)
    code = code if can_be_copied(held) else "only-the-list"
    return GivenBack(marked_copy(held, marks), own=False, why=reason(code, file_name))


def _own(
    content: bytes | None, held: Sequence[Sheet], marks: Marks, limits: ReadingLimits
) -> tuple[bytes | None, str]:
    """Their own workbook, or the code of the reason for which it can't be given."""
    if content is None or not held:
        return None, "file-not-at-hand"
    if not is_workbook(content):
        return None, "copy-of-text"
    if not _fits(content, held):
        return None, "workbook-too-large-to-mark"
    return marked_workbook(content, marks, limits), "workbook-not-marked"


def _fits(content: bytes, sheets: Sequence[Sheet]) -> bool:
    rows = sum(sheet.rows for sheet in sheets)
    cells = sum(sheet.rows * sheet.columns for sheet in sheets)
    return len(content) <= MOST_BYTES and rows <= MOST_ROWS and cells <= MOST_CELLS

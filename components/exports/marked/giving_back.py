"""Giving a file back with its problems: the user's own workbook, else a copy of its text."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.exports.marked.copies import marked_copy
from components.exports.marked.marks import marks_of
from components.exports.marked.own_workbook import MOST_BYTES, is_workbook, marked_workbook
from components.tables.problems import Problem
from components.tables.sheets import Sheet

MOST_ROWS = 200_000
MOST_CELLS = 1_500_000
"""Larger workbooks are not opened again; a copy of their text is given."""


@dataclass(frozen=True, slots=True)
class GivenBack:
    """An .xlsx file; `own` says whether it is the user's own workbook or a copy of its text."""

    content: bytes
    own: bool


def give_back(
    file_name: str, content: bytes | None, sheets: Sequence[Sheet], problems: Sequence[Problem]
) -> GivenBack:
    """The file of that name with its problem cells marked, and a sheet that lists them.

    content: its bytes, where they are at hand. sheets: as they were read; those of other files
    are passed over. Every cell that a problem names is marked.
    """
    held = [sheet for sheet in sheets if sheet.file == file_name]
    marks = marks_of([one for one in problems if one.file == file_name], held)
    if content is not None and _fits(content, held) and is_workbook(content):
        own = marked_workbook(content, marks)
        if own is not None:
            return GivenBack(own, own=True)
    return GivenBack(marked_copy(held, marks), own=False)


def _fits(content: bytes, sheets: Sequence[Sheet]) -> bool:
    rows = sum(sheet.rows for sheet in sheets)
    cells = sum(sheet.rows * sheet.columns for sheet in sheets)
    return len(content) <= MOST_BYTES and rows <= MOST_ROWS and cells <= MOST_CELLS

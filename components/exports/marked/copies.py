"""A copy of a file as it was read: every text at its own address, problem cells marked."""

import io
from collections.abc import Sequence
from typing import Any

from components.exports.marked.marks import CAUTION, FILL, Marks
from components.exports.xlsx_files import fitting, open_workbook, sheet_name
from components.tables.problem_sheet import AUTHOR, NAME, TEXT_SHEET, TITLE, WIDTHS
from components.tables.sheets import Sheet, cell_at

MOST_CELLS = 1_000_000
"""So many cells are copied; of larger files only the list is given."""
COPIED = "This is a copy with the text as it was read: formats and formulas are not in it."
TOO_LARGE = "The file is too large to be copied: this is only the list of its problems."


def can_be_copied(sheets: Sequence[Sheet]) -> bool:
    """Whether they are small enough; of larger ones only the list is given."""
    return sum(sheet.rows * sheet.columns for sheet in sheets) <= MOST_CELLS


def marked_copy(sheets: Sequence[Sheet], marks: Marks) -> bytes:
    """A new workbook: the list of problems, then the sheets as text."""
    fits = can_be_copied(sheets)
    target = io.BytesIO()
    with open_workbook(target) as workbook:
        _write_list(workbook, marks, COPIED if fits else TOO_LARGE)
        looks = _Looks(workbook)
        for sheet in sheets if fits else ():
            taken = [NAME, *(one.name for one in workbook.worksheets())]
            page = workbook.add_worksheet(sheet_name(sheet.name or TEXT_SHEET, taken))
            page.set_comments_author(AUTHOR)
            _write(page, sheet, marks.comments.get(sheet.name, {}), looks)
    return target.getvalue()


class _Looks:
    """Cells of text, in which what is typed stays as it is typed, such as 007; and marked ones."""

    def __init__(self, workbook: Any) -> None:
        self.text = workbook.add_format({"num_format": "@"})
        self.marked = workbook.add_format({"num_format": "@", "bg_color": f"#{FILL}"})


def _write(page: Any, sheet: Sheet, comments: dict[str, str], looks: _Looks) -> None:
    page.set_column(0, sheet.first_column + sheet.columns, None, looks.text)
    marked = {at: text for address, text in comments.items() if (at := cell_at(address))}
    for across in range(sheet.columns):
        column = sheet.first_column + across
        texts = enumerate(sheet.text.column(across).to_pylist(), start=sheet.first_row)
        for row, text in ((row, text) for row, text in texts if text is not None):
            look = looks.marked if (row, column) in marked else looks.text
            page.write_string(row - 1, column, fitting(text), look)
    for (row, column), text in marked.items():
        page.write_comment(row - 1, column, text, {"width": 320, "height": 120})
    for row, column in (at for at in marked if sheet.quote(*at) is None):
        page.write_blank(row - 1, column, None, looks.marked)


def _write_list(workbook: Any, marks: Marks, note: str) -> None:
    page = workbook.add_worksheet(NAME)
    bold = workbook.add_format({"bold": True})
    for row, text in enumerate((TITLE, CAUTION, note)):
        page.write_string(row, 0, text, bold if row == 0 else None)
    page.write_string(0, 1, marks.file)
    page.write_string(0, 2, marks.state)
    for down, cells in enumerate(marks.rows):
        for across, text in enumerate(cells):
            page.write_string(4 + down, across, text, bold if down == 0 else None)
    for column, width in enumerate(WIDTHS):
        page.set_column(column, column, width)

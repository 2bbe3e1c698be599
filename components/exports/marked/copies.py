"""A copy of a file as it was read: every text at its own address, problem cells marked."""

import io
from collections.abc import Sequence
from typing import Any

from components.exports.marked.marks import CAUTION, FILL, Marks
from components.exports.xlsx_files import fitting, open_workbook, sheet_name
from components.tables.problem_sheet import AUTHOR, NAME, TITLE
from components.tables.sheets import Sheet, cell_at

MOST_CELLS = 1_000_000
"""So many cells are copied; of larger files only the list is given."""
COPIED = "This is a copy with the text as it was read: formats and formulas are not in it."
TOO_LARGE = "The file is too large to be copied: this is only the list of its problems."


def marked_copy(sheets: Sequence[Sheet], marks: Marks) -> bytes:
    """A new workbook: the sheets as text, then the list of problems."""
    fits = sum(sheet.rows * sheet.columns for sheet in sheets) <= MOST_CELLS
    target = io.BytesIO()
    with open_workbook(target) as workbook:
        looks = workbook.add_format({"bg_color": f"#{FILL}"})
        for sheet in sheets if fits else ():
            taken = [NAME, *(one.name for one in workbook.worksheets())]
            page = workbook.add_worksheet(sheet_name(sheet.name or "Data", taken))
            page.set_comments_author(AUTHOR)
            _write(page, sheet, marks.comments.get(sheet.name, {}), looks)
        _write_list(workbook, marks, COPIED if fits else TOO_LARGE)
    return target.getvalue()


def _write(page: Any, sheet: Sheet, comments: dict[str, str], looks: Any) -> None:
    marked = {at: text for address, text in comments.items() if (at := cell_at(address))}
    for across in range(sheet.columns):
        column = sheet.first_column + across
        texts = enumerate(sheet.text.column(across).to_pylist(), start=sheet.first_row)
        for row, text in ((row, text) for row, text in texts if text is not None):
            look = looks if (row, column) in marked else None
            page.write_string(row - 1, column, fitting(text), look)
    for (row, column), text in marked.items():
        page.write_comment(row - 1, column, text, {"width": 320, "height": 120})
    for row, column in (at for at in marked if sheet.quote(*at) is None):
        page.write_blank(row - 1, column, None, looks)


def _write_list(workbook: Any, marks: Marks, note: str) -> None:
    page = workbook.add_worksheet(NAME)
    bold = workbook.add_format({"bold": True})
    for row, text in enumerate((TITLE, CAUTION, note)):
        page.write_string(row, 0, text, bold if row == 0 else None)
    for down, cells in enumerate(marks.rows):
        for across, text in enumerate(cells):
            page.write_string(4 + down, across, text, bold if down == 0 else None)
    for column, width in enumerate((22, 60, 60, 20, 10, 24, 14)):
        page.set_column(column, column, width)

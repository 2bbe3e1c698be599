"""Files people take away: exactly what the screen shows, safe to open, same bytes every time.

Public: `EXPORTS` and `Material` (what can be taken away, and what it is made from), `csv_file`,
`xlsx_file` and `Cover`, `file_name`, `picture`, `template_workbook`, `two_sheet_template`,
`give_back` and `GivenBack` (the user's own file with its problems marked), `problem_rows`.
"""

from components.exports.cover import Cover
from components.exports.csv_files import csv_file
from components.exports.lists import AS_GIVEN, EXPORTS, Export, Material
from components.exports.marked import GivenBack, give_back, problem_rows
from components.exports.names import file_name
from components.exports.pictures import picture
from components.exports.templates import template_workbook, two_sheet_template
from components.exports.text import escape, unescape
from components.exports.xlsx_files import xlsx_file

__all__ = [
    "AS_GIVEN",
    "EXPORTS",
    "Cover",
    "Export",
    "GivenBack",
    "Material",
    "csv_file",
    "escape",
    "file_name",
    "give_back",
    "picture",
    "problem_rows",
    "template_workbook",
    "two_sheet_template",
    "unescape",
    "xlsx_file",
]

"""Our own list of problems is left out when a workbook comes back, and that is said."""

import io

import openpyxl

from components.intake import Upload, open_files
from components.intake.our_sheet import named_originals
from components.settings import load_settings
from components.tables.problem_sheet import NAME, TITLE

SETTINGS = load_settings()


def workbook(*first_cells: str) -> Upload:
    made = openpyxl.Workbook()
    made.active.title = "People"
    made.active.append(["id"])
    made.active.append(["1"])
    made.create_sheet(NAME).append(first_cells)
    held = io.BytesIO()
    made.save(held)
    return Upload("a.xlsx", held.getvalue())


def test_our_list_is_left_out_and_said() -> None:
    arrived = open_files([workbook(TITLE)], SETTINGS).arrived
    assert [sheet.name for sheet in arrived.sheets] == ["People"]
    assert [(one.code, one.sheet) for one in arrived.problems] == [("our_problem_sheet", NAME)]


def test_the_note_names_the_file_that_the_list_is_about() -> None:
    arrived = open_files([workbook(TITLE, "people.csv")], SETTINGS).arrived
    assert named_originals(arrived.problems) == {"a.xlsx": "people.csv"}
    unnamed = open_files([workbook(TITLE)], SETTINGS).arrived
    assert named_originals(unnamed.problems) == {}


def test_a_sheet_that_only_has_the_name_is_read() -> None:
    arrived = open_files([workbook("id")], SETTINGS).arrived
    assert [sheet.name for sheet in arrived.sheets] == ["People", NAME]

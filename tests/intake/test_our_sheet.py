"""Our own list of problems is left out when a workbook comes back, and that is said."""

import io
from dataclasses import replace

import openpyxl
import pyarrow as pa

from components.intake import Upload, open_files
from components.intake.our_sheet import named_originals
from components.settings import load_settings
from components.tables.problem_sheet import NAME, TITLE, state_of
from components.tables.sheets import Sheet

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


def held(*columns: list[str | None], first_row: int = 1) -> Sheet:
    texts = {f"c{at}": pa.array(column, pa.string()) for at, column in enumerate(columns)}
    return Sheet("a.csv", "", pa.table(texts), first_row=first_row)


def test_a_state_is_that_of_every_text_and_where_it_stands() -> None:
    sheet = held(["1", None, "2"], ["a", "b", "c"])
    pieces = pa.concat_tables([sheet.text.slice(0, 1), sheet.text.slice(1)])
    assert state_of([sheet]) == state_of([replace(sheet, text=pieces, file="b.xlsx")])
    others = [
        [held(["1", "2", None], ["a", "b", "c"])],
        [held(["1", "", "2"], ["a", "b", "c"])],
        [held(["a", "b", "c"], ["1", None, "2"])],
        [held(["1", None, "2"], ["a", "b", "c"], first_row=2)],
        [sheet, sheet],
    ]
    states = [state_of(one) for one in ([sheet], *others)]
    assert len({*states}) == len(states)
    assert state_of([]) == ""


def test_the_state_that_the_list_is_about_comes_with_the_file() -> None:
    arrived = open_files([workbook(TITLE, "people.csv", "0123456789abcdef")], SETTINGS).arrived
    assert arrived.about == {"a.xlsx": "0123456789abcdef"}
    assert open_files([workbook(TITLE, "people.csv")], SETTINGS).arrived.about == {}

"""Merged cells: only the first holds the value, until it is said that it holds for all."""

from datetime import date
from io import BytesIO

import openpyxl

from components.intake import Answers, Reading, Upload, open_files, understand
from components.settings import load_settings

SETTINGS = load_settings()
ROWS = [
    ["All our people", None, None],
    ["Employee ID", "Department", "Hire date"],
    ["1", "Sales", "2020-01-01"],
    ["2", None, "2020-01-01"],
    ["3", None, "2020-01-01"],
    ["4", "HR", "2020-01-01"],
]


def read(*merged: str, fill: bool | None = None) -> Reading:
    made = openpyxl.Workbook()
    for row in ROWS:
        made.active.append(row)
    for one in merged:
        made.active.merge_cells(one)
    held = BytesIO()
    made.save(held)
    opened = open_files([Upload("people.xlsx", held.getvalue())], SETTINGS)
    answers = Answers().with_sheet(opened.arrived.sheets[0], fill_merged=fill)
    return understand(opened, SETTINGS, answers=answers, today=date(2026, 6, 30))


def departments(reading: Reading) -> list[str | None]:
    people = reading.dataset.tables["people"].sort_values("row")
    return people["department"].astype(object).where(people["department"].notna(), None).tolist()


def codes(reading: Reading) -> list[str]:
    return [one.code for one in reading.problems]


def test_cells_merged_over_rows_are_a_warning_with_the_cells_that_count_as_empty() -> None:
    reading = read("B3:B5")
    (found,) = [one for one in reading.problems if one.code == "merged-cells"]
    assert (found.cell, found.value, found.count) == ("B3", "Sales", 2)
    assert found.cells == ("B4", "B5")
    assert "B3:B5" in found.what
    assert departments(reading) == ["Sales", None, None, "HR"]


def test_where_it_is_said_the_value_holds_for_all_rows_it_covers() -> None:
    reading = read("B3:B5", fill=True)
    assert departments(reading) == ["Sales", "Sales", "Sales", "HR"]
    assert "merged-cells" not in codes(reading)


def test_where_it_is_declined_nothing_more_is_said() -> None:
    reading = read("B3:B5", fill=False)
    assert departments(reading) == ["Sales", None, None, "HR"]
    assert "merged-cells" not in codes(reading)


def test_merged_titles_are_no_problem() -> None:
    assert "merged-cells" not in codes(read("A1:C1"))

"""Every planted fault stands in the cell that the list names."""

import csv
import tomllib
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils.cell import coordinate_to_tuple

Fault = dict[str, str]


@pytest.fixture(scope="module")
def faults(sample: Path) -> list[Fault]:
    found: list[Fault] = tomllib.loads((sample / "faults.toml").read_text("utf-8"))["fault"]
    return found


@pytest.fixture(scope="module")
def books(sample: Path) -> dict[str, Workbook]:
    return {f"messy/{file.name}": load_workbook(file) for file in sample.glob("messy/*.xlsx")}


def shown(value: object) -> str:
    """What the list calls the value of a cell."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    return "" if value is None else str(value)


def test_cells_of_workbooks_hold_what_the_list_says(
    faults: list[Fault], books: dict[str, Workbook]
) -> None:
    listed = [fault for fault in faults if fault["file"] in books]
    held = [shown(books[f["file"]][f["sheet"]][f["cell"]].value) for f in listed]
    assert len(listed) > 80
    assert held == [fault["value"] for fault in listed]


def test_cells_of_the_csv_hold_what_the_list_says(faults: list[Fault], sample: Path) -> None:
    with (sample / "messy" / "people.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file, delimiter=";"))
    listed = [fault for fault in faults if fault["file"] == "messy/people.csv"]
    places = [coordinate_to_tuple(fault["cell"]) for fault in listed]
    assert len(listed) >= 8
    assert [lines[row - 1][column - 1] for row, column in places] == [f["value"] for f in listed]


def test_no_two_faults_share_a_cell(faults: list[Fault]) -> None:
    cells = Counter((fault["file"], fault["sheet"], fault["cell"]) for fault in faults)
    assert [cell for cell, count in cells.items() if count > 1] == []


@pytest.mark.parametrize(
    "problem",
    [
        "title rows above the header", "mixed date formats", "unreadable date", "ambiguous date",
        "unknown rating label", "duplicated header", "leading zeros lost", "id missing",
        "exit before hire", "future date", "manager loop", "manager not in people",
        "review without a person", "person without reviews", "two rows for one day",
        "identical rows", "rating as text", "no manager marker", "blank marker", "totals row",
        "hidden sheet", "formula without stored value", "error cell", "text that looks like code",
    ],
)  # fmt: skip
def test_each_kind_of_fault_is_planted(faults: list[Fault], problem: str) -> None:
    assert problem in {fault["problem"] for fault in faults}


def test_formulas_without_stored_value_have_none(faults: list[Fault], sample: Path) -> None:
    wanted = [f for f in faults if f["problem"] in ("formula without stored value", "error cell")]
    stored = {}
    for fault in wanted:
        book = load_workbook(sample / fault["file"], data_only=True)
        stored[fault["value"]] = book[fault["sheet"]][fault["cell"]].value
    assert stored == {"=1+2": None, "=1/0": "#DIV/0!", "=100-3": None, "=NA()": "#N/A"}


def test_the_hidden_sheet_is_hidden(books: dict[str, Workbook]) -> None:
    book = books["messy/reviews_export.xlsx"]
    assert book["Archive 2019"].sheet_state == "hidden"
    assert book["Excel Output"].sheet_state == "visible"

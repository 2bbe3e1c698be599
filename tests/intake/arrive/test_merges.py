"""Merged ranges are noted, and values that no spreadsheet program shows are named."""

from collections.abc import Callable
from io import BytesIO

import openpyxl
import pyarrow as pa

from components.intake.arrive import Arrived
from components.intake.arrive.merges import covered_values, merged_ranges

Read = Callable[..., Arrived]


def test_merged_ranges_are_noted_on_their_sheet(read: Read) -> None:
    made = openpyxl.Workbook()
    made.active["A1"], made.active["A3"], made.active["A4"] = "Report", "Id", "E1"
    made.active.merge_cells("A1:C1")
    made.create_sheet("Plain").append(["x"])
    arrived = read(made)
    assert [sheet.notes for sheet in arrived.sheets] == [("merged:A1:C1",), ()]
    assert arrived.problems[0].code == "header-only"


def test_a_value_below_a_merged_cell_is_kept_and_named(
    read: Read, changed: Callable[..., bytes]
) -> None:
    text = '<row r="{0}"><c r="{1}{0}"><v>{0}</v></c><c r="C{0}"><v>7</v></c></row>'
    rows = text.format(2, "A") + text.format(3, "B")
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    merged = '<mergeCells><mergeCell ref="A2:B3"/></mergeCells>'
    sheet = f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData>{merged}</worksheet>'
    arrived = read(changed(_saved(), xl__worksheets__sheet1_xml=sheet.encode()))
    assert arrived.sheets[0].quote(3, 1) == "3"
    assert [(one.code, one.cell) for one in arrived.problems] == [("covered-value", "B3")]


def _saved() -> bytes:
    held, made = BytesIO(), openpyxl.Workbook()
    made.active["A1"] = 1
    made.save(held)
    return held.getvalue()


def test_ranges_beyond_the_cells_that_are_held_cover_nothing() -> None:
    columns = [pa.array(["x", "y"]), pa.array(["z", None])]
    assert list(covered_values(["A1:A2", "D1:XFD1048576", "A9:B9"], columns, 1)) == []
    assert list(covered_values(["B1:C2"], columns, 1)) == [(2, 1), (1, 2)]


def test_addresses_are_found_behind_the_cells_only() -> None:
    sheet = b"<sheetData><mergeCell ref=\"A1:A2\"/></sheetData><mergeCell ref='B1:B2'/>"
    assert list(merged_ranges(sheet)) == ["B1:B2"]

"""A template holds every column of the schema, and says what each means."""

import io

import openpyxl
import pytest

from components.exports import template_workbook, two_sheet_template
from components.tables.schema import TABLES

HOW = "How to fill it in"


def headers(content: bytes) -> dict[str, list[str]]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {sheet.title: [cell.value for cell in sheet[1]] for sheet in book}


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_every_table_has_a_sheet_with_all_its_columns(table):
    assert headers(template_workbook())[table.label] == [field.label for field in table.fields]


def test_the_guide_says_which_columns_are_needed():
    book = openpyxl.load_workbook(io.BytesIO(template_workbook()))
    lines = list(book[HOW].iter_rows(values_only=True))
    assert lines[0] == ("Sheet", "Column", "What it holds", "Meaning", "Needed")
    needed = {(sheet, column) for sheet, column, *_, need in lines[1:] if need == "yes"}
    assert ("Role history", "Effective date") in needed
    assert len(lines) - 1 == sum(len(table.fields) for table in TABLES.values())


def test_two_sheets_carry_what_every_page_needs():
    found = headers(two_sheet_template(("Delivery",)))
    assert list(found) == ["Reviews", "Role history", HOW]
    assert {"Employee ID", "Rating", "Competency: Delivery"} <= set(found["Reviews"])
    assert {"Name", "Manager ID", "Hire date", "Level", "Country"} <= set(found["Role history"])
    assert len(set(found["Role history"])) == len(found["Role history"])


def test_a_template_has_the_same_bytes_every_time():
    assert template_workbook() == template_workbook()

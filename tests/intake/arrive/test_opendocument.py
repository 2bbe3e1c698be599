"""OpenDocument sheets: repeated blanks count as rows, dates and times are the ones meant."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest

from components.intake.arrive import Arrived
from components.tables.sheets import Sheet

Read = Callable[..., Arrived]
URN = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = " ".join(f'xmlns:{name}="{URN}{name}:1.0"' for name in ("office", "table", "text"))
EMPTY_ROWS = (
    '<table:table-row table:number-rows-repeated="3">'
    '<table:table-cell table:number-columns-repeated="9"/></table:table-row>'
)


def cell(kind: str, value: str, shown: str) -> str:
    return (
        f'<table:table-cell office:value-type="{kind}" {value}><text:p>{shown}</text:p>'
        "</table:table-cell>"
    )


def ods(rows: str) -> bytes:
    held = BytesIO()
    with ZipFile(held, "w") as pack:
        pack.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        pack.writestr("META-INF/manifest.xml", f'<m:manifest xmlns:m="{URN}manifest:1.0"/>')
        pack.writestr(
            "content.xml",
            f"<office:document-content {SPACES}><office:body><office:spreadsheet>"
            f'<table:table table:name="Roles">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return held.getvalue()


@pytest.fixture
def sheet(read: Read) -> Sheet:
    values = (
        '<table:table-cell table:number-columns-repeated="2"/>'
        + cell("string", "", "Id")
        + cell("float", 'office:value="3.50"', "3,5")
        + cell("date", 'office:date-value="2020-01-02"', "02.01.20")
        + cell("date", 'office:date-value="2020-01-02T03:04:05"', "02.01.20 3:04")
        + cell("date", 'office:date-value="2020-01-02T00:00:00"', "02.01.20")
        + cell("time", 'office:time-value="PT08H30M00S"', "8:30")
        + cell("boolean", 'office:boolean-value="true"', "WAHR")
        + cell("percentage", 'office:value="0.11"', "11 %")
    )
    (held,) = read(ods(f"{EMPTY_ROWS}<table:table-row>{values}</table:table-row>"), "a.ods").sheets
    return held


def test_repeated_blank_rows_and_columns_count(sheet: Sheet) -> None:
    assert (sheet.name, sheet.first_row, sheet.first_column) == ("Roles", 4, 2)
    assert sheet.quote(4, 2) == "Id"


def test_values_are_the_stored_ones_and_not_the_shown_ones(sheet: Sheet) -> None:
    assert [sheet.quote(4, column) for column in range(3, 10)] == [
        "3.5",
        "2020-01-02",
        "2020-01-02 03:04:05",
        "2020-01-02",
        "08:30:00",
        "true",
        "0.11",
    ]

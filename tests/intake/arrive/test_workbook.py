"""Workbooks as text: true rows, true columns, true values, and a warning for what is odd."""

import datetime as dt
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.styles import Font

from components.intake.arrive import Arrived

Read = Callable[..., Arrived]


def book(**cells: object) -> openpyxl.Workbook:
    """A workbook with one sheet that holds these cells."""
    made = openpyxl.Workbook()
    for address, value in cells.items():
        made.active[address] = value
    return made


def saved(made: openpyxl.Workbook) -> bytes:
    held = BytesIO()
    made.save(held)
    return held.getvalue()


def sheet_xml(rows: str, after: str = "") -> bytes:
    """The text of a worksheet part with these rows."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData>{after}</worksheet>'.encode()


def codes(arrived: Arrived) -> list[tuple[str, str]]:
    return [(problem.code, problem.cell) for problem in arrived.problems]


def test_a_table_that_starts_at_c5_keeps_its_addresses(read: Read) -> None:
    (sheet,) = read(book(C5="Id", D5="Name", C6="E1", D6="Ada")).sheets
    assert (sheet.first_row, sheet.first_column) == (5, 2)
    assert sheet.quote(6, 3) == "Ada"
    assert sheet.address(6, 3) == "D6"
    assert sheet.quote(4, 3) is None


def test_title_rows_with_blanks_between_shift_nothing(read: Read) -> None:
    (sheet,) = read(book(B2="Report", D6="Id", D7="E1")).sheets
    assert [sheet.quote(row, 3) for row in (2, 5, 6, 7)] == [None, None, "Id", "E1"]
    assert sheet.quote(2, 1) == "Report"


def test_styled_blank_cells_above_the_table_shift_nothing(read: Read) -> None:
    made = book(B4="Id", B5="E1")
    made.active["A1"].font = Font(bold=True)
    made.active["C2"].font = Font(bold=True)
    (sheet,) = read(made).sheets
    assert (sheet.first_row, sheet.first_column, sheet.quote(5, 1)) == (4, 1, "E1")


def test_a_formula_never_worked_out_above_the_table_shifts_nothing(read: Read) -> None:
    arrived = read(book(A1="=1+1", A3="Id", A4="E1"))
    assert arrived.sheets[0].quote(4, 0) == "E1"
    assert ("formula-without-value", "A1") in codes(arrived)


def test_rows_and_cells_without_addresses_are_counted(
    read: Read, changed: Callable[..., bytes]
) -> None:
    rows = '<row><c/></row><row/><row><c/><c t="inlineStr"><is><t>x</t></is></c></row>'
    held = changed(saved(book(A1=1)), xl__worksheets__sheet1_xml=sheet_xml(rows))
    (sheet,) = read(held).sheets
    assert sheet.quote(3, 1) == "x"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1001, "1001"),
        (1001.0, "1001"),
        (0.1 + 0.2, "0.3"),
        (1 / 3, "0.333333333"),
        (123456.789, "123456.789"),
        (1234567890123456, "1234567890123456"),
        (-3.5, "-3.5"),
        (1e21, "1000000000000000000000"),
        (True, "true"),
        (False, "false"),
        ("001", "001"),
        ("NA", "NA"),
        ("null", "null"),
        ("1e5", "1e5"),
        (" x ", " x "),
        ("two\nlines", "two\nlines"),
        ("=SUM", "=SUM"),
        (dt.date(2024, 2, 29), "2024-02-29"),
        (dt.datetime.fromisoformat("2024-02-29T13:05"), "2024-02-29 13:05:00"),
        (dt.time(8, 30), "08:30:00"),
        (dt.date(1900, 1, 1), "1900-01-01"),
        (dt.date(1900, 2, 28), "1900-02-28"),
        (dt.date(1900, 3, 1), "1900-03-01"),
        (dt.date(9999, 12, 31), "9999-12-31"),
    ],
)
def test_a_value_is_held_as_the_text_a_person_means(read: Read, value: object, text: str) -> None:
    made = book(A1="header", A2="x")
    made.active["A2"].value = value
    if text.startswith("="):
        made.active["A2"].data_type = "s"
    assert read(made).sheets[0].quote(2, 0) == text


def test_dates_of_the_1904_system_are_the_same_days(read: Read) -> None:
    made = openpyxl.Workbook()
    made.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    made.active["A1"], made.active["A2"] = "Start", dt.date(2024, 2, 29)
    assert read(made).sheets[0].quote(2, 0) == "2024-02-29"


def test_a_second_settings_element_does_not_move_1904_dates(
    read: Read, changed: Callable[..., bytes]
) -> None:
    """Excel for Mac writes one since 2013, and the reader took days four years too early."""
    made = openpyxl.Workbook()
    made.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    made.active["A1"], made.active["A2"] = "Start", dt.date(2024, 2, 29)
    held = saved(made)
    text = ZipFile(BytesIO(held)).read("xl/workbook.xml")
    later = b'<extLst><ext xmlns:x15="x"><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst>'
    held = changed(held, xl__workbook_xml=text.replace(b"</workbook>", later + b"</workbook>"))
    assert read(held).sheets[0].quote(2, 0) == "2024-02-29"


@pytest.mark.parametrize("text", ["2024-01-31 00:00:00", "1899-12-31 08:00:00"])
def test_a_text_that_looks_like_a_date_stays_as_it_was_written(
    read: Read, changed: Callable[..., bytes], text: str
) -> None:
    made = book(A1="Start", A2=dt.date(2023, 1, 1))
    shared = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<si><t>{text}</t></si></sst>"
    )
    rows = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    rows += '<row r="2"><c r="A2" s="1"><v>45000</v></c></row>'
    held = changed(
        saved(made),
        xl__worksheets__sheet1_xml=sheet_xml(rows),
        xl__sharedStrings_xml=shared.encode(),
    )
    (sheet,) = read(held).sheets
    assert [sheet.quote(1, 0), sheet.quote(2, 0)] == [text, "2023-03-15"]


@pytest.mark.parametrize("text", ["2024-01-31 00:00:00", "1899-12-31 08:00:13"])
@pytest.mark.parametrize("cell", ['t="str"><f>A1</f><v>{}</v>', 't="inlineStr"><is><t>{}</t></is>'])
def test_a_text_in_the_sheet_itself_that_looks_like_a_date_stays_too(
    read: Read, changed: Callable[..., bytes], text: str, cell: str
) -> None:
    rows = f'<row r="1"><c r="A1" {cell.format(text)}</c></row>'
    held = changed(saved(book(A1=1)), xl__worksheets__sheet1_xml=sheet_xml(rows))
    assert read(held).sheets[0].quote(1, 0) == text


def test_an_error_cell_is_shown_as_it_is_and_named(read: Read) -> None:
    made = book(B3="Pay", B4=1, B5="#N/A", B6="#DIV/0!")
    made.active["B5"].data_type = made.active["B6"].data_type = "e"
    arrived = read(made)
    assert [arrived.sheets[0].quote(row, 1) for row in (5, 6)] == ["#N/A", "#DIV/0!"]
    found = {(one.code, one.cell, one.value) for one in arrived.problems}
    assert found == {("error-cell", "B5", "#N/A"), ("error-cell", "B6", "#DIV/0!")}


def test_a_formula_is_only_named_where_its_value_is_missing(
    read: Read, changed: Callable[..., bytes]
) -> None:
    rows = (
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c>'
        '<c r="C1" t="str"><f>""</f><v></v></c><c r="D1"><f t="shared" si="0"/><v/></c></row>'
        '<row r="2"><c r="A2"><v>5</v></c></row>'
    )
    held = changed(saved(book(A1=1)), xl__worksheets__sheet1_xml=sheet_xml(rows))
    arrived = read(held)
    assert arrived.sheets[0].quote(1, 0) == "2"
    assert codes(arrived) == [("formula-without-value", "B1"), ("formula-without-value", "D1")]


def test_many_errors_are_named_up_to_a_number_and_counted_beyond(read: Read) -> None:
    made = openpyxl.Workbook()
    for row in range(1, 302):
        made.active.cell(row, 1, "#REF!").data_type = "e"
        made.active.cell(row, 2, "x")
    problems = read(made).problems
    assert len(problems) == 201
    assert sum(problem.count for problem in problems) == 301


def test_a_hidden_sheet_is_read_and_marked_and_what_becomes_of_it_is_said_later(read: Read) -> None:
    made = book(A1="Id", A2="E1")
    made.create_sheet("Notes").append(["x"])
    made["Notes"].append(["y"])
    made["Notes"].sheet_state = "hidden"
    arrived = read(made)
    assert [(sheet.name, sheet.hidden) for sheet in arrived.sheets] == [
        ("Sheet", False),
        ("Notes", True),
    ]
    assert arrived.problems == ()


def test_sheets_keep_the_order_of_the_workbook(read: Read) -> None:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for number in range(7):
        sheet = made.create_sheet(f"S{number}")
        for row in range(number * 50 + 2):
            sheet.append([number, row])
    assert [sheet.name for sheet in read(made).sheets] == [f"S{number}" for number in range(7)]


def test_empty_sheets_are_left_out_without_a_word(read: Read) -> None:
    made = book(A1="Id", A2="E1")
    made.create_sheet("Sheet2")
    arrived = read(made)
    assert [sheet.name for sheet in arrived.sheets] == ["Sheet"]
    assert arrived.problems == ()


def test_a_workbook_without_a_value_is_refused(read: Read) -> None:
    assert codes(read(openpyxl.Workbook())) == [("empty-workbook", "")]


def test_a_header_alone_is_told(read: Read) -> None:
    arrived = read(book(A1="Id", B1="Name"))
    assert len(arrived.sheets) == 1
    assert [problem.code for problem in arrived.problems] == ["header-only"]


def test_control_characters_go_and_line_breaks_stay(
    read: Read, changed: Callable[..., bytes]
) -> None:
    text = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>a_x0001_b\u0085c\td\ne\u202ef</t></is></c></row>'
    )
    held = changed(saved(book(A1=1)), xl__worksheets__sheet1_xml=sheet_xml(text))
    arrived = read(held)
    quote = arrived.sheets[0].quote(1, 0)
    assert quote is not None
    assert "\u0085" not in quote
    assert "\x01" not in quote
    assert quote.endswith("c\td\ne\u202ef")
    assert ("control-characters", "A1") in codes(arrived)


def test_text_longer_than_a_cell_is_cut_and_named(
    read: Read, changed: Callable[..., bytes]
) -> None:
    long = "é" * 40_000
    rows = f'<row r="2"><c r="B2" t="inlineStr"><is><t>{long}</t></is></c></row>'
    held = changed(saved(book(A1=1)), xl__worksheets__sheet1_xml=sheet_xml(rows))
    arrived = read(held)
    assert arrived.sheets[0].quote(2, 1) == "é" * 32_767
    assert ("text-cut", "B2") in codes(arrived)


def test_a_sheet_wider_than_the_limit_is_refused_and_the_others_read(read: Read) -> None:
    made = book(A1="Id", A2="E1")
    made.create_sheet("Wide").append(list(range(30)))
    arrived = read(made, columns=20)
    assert [sheet.name for sheet in arrived.sheets] == ["Sheet"]
    assert [(one.code, one.sheet) for one in arrived.problems] == [("sheet-too-big", "Wide")]


def test_too_many_sheets_are_refused(read: Read) -> None:
    made = openpyxl.Workbook()
    for _ in range(4):
        made.create_sheet()
    assert codes(read(made, sheets=3)) == [("too-many-sheets", "")]


def test_two_sheets_of_one_part_are_refused(read: Read, changed: Callable[..., bytes]) -> None:
    made = book(A1="Id", A2="E1")
    made.create_sheet("Two").append(["x"])
    held = saved(made)
    text = ZipFile(BytesIO(held)).read("xl/_rels/workbook.xml.rels")
    twice = text.replace(b"sheet2.xml", b"sheet1.xml")
    held = changed(held, **{"xl___rels__workbook_xml.rels": twice})
    assert codes(read(held)) == [("sheets-share-a-part", "")]


def test_names_lose_direction_marks_and_paths(read: Read) -> None:
    made = book(A1="Id", A2="E1")
    made.active.title = "Rol\u202ees"
    (sheet,) = read(made, "../../etc/re\u202eport.xlsx").sheets
    assert (sheet.file, sheet.name) == ("report.xlsx", "Roles")

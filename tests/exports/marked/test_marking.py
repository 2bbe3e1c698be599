"""The user's own workbook comes back as it was, with its problem cells marked and nothing else."""

import datetime as dt
import io
import zipfile
from dataclasses import asdict
from typing import Any

import openpyxl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.worksheet.table import Table

from components.exports.marked import marking
from components.exports.marked.marks import CAUTION, FILL, marks_of, plain
from components.exports.xlsx_files import LONGEST_TEXT
from components.intake.arrive import ArriveLimits, workbook
from components.tables.problem_sheet import AUTHOR, HEADER, NAME, TITLE, WIDTHS
from components.tables.problems import Problem, Severity

PAYLOADS = ("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x","y")', "=cmd|' /C calc'!A0")


def problem(cell: str, *cells: str, what: str = "Odd.", value: str = "x") -> Problem:
    return Problem(
        "odd",
        Severity.WARNING,
        what,
        "Mend it.",
        "a.xlsx",
        "People",
        cell,
        value,
        max(len(cells), 1),
        cells,
    )


def book(rows: list[list[Any]]) -> openpyxl.Workbook:
    made = openpyxl.Workbook()
    page = made.active
    page.title = "People"
    for row in rows:
        page.append(row)
    return made


def saved(made: openpyxl.Workbook) -> bytes:
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def marked(content: bytes, *problems: Problem) -> bytes:
    marks = marks_of(problems, (), "a.xlsx")
    return marking.marked(
        content,
        {
            "about": [marks.file, marks.state],
            "comments": marks.comments,
            "rows": marks.rows,
            "name": NAME,
            "title": TITLE,
            "author": AUTHOR,
            "fill": FILL,
            "caution": CAUTION,
            "longest": LONGEST_TEXT,
            "widths": WIDTHS,
        },
    )


def opened(content: bytes, **how: bool) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content), **how)


def cells_read(content: bytes) -> dict[tuple[str, int, int], str]:
    """Every text that the intake reads, by sheet, row and column; our own list left out."""
    told: list[tuple[pa.Table, dict]] = []
    pack = {"kind": "xlsx", "marks": {}, "unpacked": len(content)}
    workbook.read(
        content, asdict(ArriveLimits()) | pack, lambda table, facts: told.append((table, facts))
    )
    return {
        (facts["name"], down + facts["first_row"], across + facts["first_column"]): text
        for table, facts in told
        if facts["name"] != NAME and table.num_columns
        for across, column in enumerate(table.columns)
        for down, text in enumerate(column.to_pylist())
        if text is not None
    }


def commented(page: Any) -> dict[str, str]:
    return {
        cell.coordinate: cell.comment.text
        for row in page.iter_rows()
        for cell in row
        if cell.comment
    }


def with_value(content: bytes, formula: bytes, value: bytes) -> bytes:
    """The workbook as a spreadsheet program saves it: the formula with the value it had."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w") as packed:
        for name in source.namelist():
            part = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                assert formula in part
                part = part.replace(formula + b"<v />", formula + value)
                part = part.replace(formula + b"<v/>", formula + value)
            packed.writestr(name, part)
    return target.getvalue()


def test_exactly_the_problem_cells_carry_a_comment_and_the_colour() -> None:
    content = saved(book([["ID", "Hired"], ["1", "soon"], ["2", "2020-01-01"], ["3", None]]))
    page = opened(marked(content, problem("B2"), problem("B4")))["People"]
    assert commented(page) == {"B2": "Odd. Mend it.", "B4": "Odd. Mend it."}
    filled = {
        cell.coordinate
        for row in page.iter_rows()
        for cell in row
        if cell.fill.fgColor.rgb == f"FF{FILL}"
    }
    assert filled == {"B2", "B4"}
    assert {cell.comment.author for row in page.iter_rows() for cell in row if cell.comment} == {
        AUTHOR
    }


def test_a_problem_that_cells_share_marks_each_and_lists_each() -> None:
    content = saved(book([["ID"], ["a"], ["b"], ["c"]]))
    back = opened(marked(content, problem("A2", "A2", "A4")))
    assert set(commented(back["People"])) == {"A2", "A4"}
    rows = [tuple(row) for row in back[NAME].iter_rows(values_only=True)]
    at = rows.index(HEADER)
    assert [(row[5], row[6], row[8]) for row in rows[at + 1 :]] == [
        ("People", "A2", "2"),
        ("People", "A4", "2"),
    ]


def test_several_problems_of_one_cell_stand_in_one_comment() -> None:
    content = saved(book([["ID"], ["a"]]))
    page = opened(marked(content, problem("A2"), problem("A2", what="Twice.")))["People"]
    assert sorted(commented(page)["A2"].split("\n\n")) == ["Odd. Mend it.", "Twice. Mend it."]


def test_formulas_stay_formulas_and_keep_the_value_they_had() -> None:
    made = book([["ID", "Sum", "Word"], [1, "=A2+1", '="a"&"b"'], [3, None, None]])
    content = with_value(saved(made), b"<f>A2+1</f>", b"<v>2</v>")
    back = marked(content, problem("B2"))
    assert opened(back)["People"]["B2"].value == "=A2+1"
    assert opened(back, data_only=True)["People"]["B2"].value == 2
    assert cells_read(back) == cells_read(content)
    assert cells_read(back)["People", 2, 1] == "2"


def test_dates_and_times_are_written_back_to_the_digit() -> None:
    moment = dt.datetime.fromisoformat("2024-02-29T13:05:07")
    made = book([["When"], [moment], [dt.date(1999, 12, 31)]])
    content = saved(made)
    assert cells_read(marked(content)) == cells_read(content)


def test_formats_widths_and_other_peoples_comments_stay() -> None:
    made = book([["ID", "Pay"], ["1", 12.5]])
    page = made["People"]
    page["B2"].number_format, page.column_dimensions["B"].width = "0.00", 33
    page["A2"].comment = Comment("ask Jo", "Ann")
    page["B2"].comment = Comment("checked", "Ann")
    page.freeze_panes = "A2"
    back = opened(marked(saved(made), problem("B2")))["People"]
    assert (back["B2"].number_format, back.column_dimensions["B"].width) == ("0.00", 33)
    assert (back.freeze_panes, back["A2"].comment.author) == ("A2", "Ann")
    assert back["B2"].comment.text.startswith("checked\n")
    assert back["B2"].comment.text.endswith("Odd. Mend it.")


def test_marking_again_takes_the_old_marks_away() -> None:
    content = saved(book([["ID"], ["a"], ["b"]]))
    once = marked(content, problem("A2"))
    again = opened(marked(once, problem("A3")))
    assert again.sheetnames == [NAME, "People"]
    assert set(commented(again["People"])) == {"A3"}
    assert again["People"]["A2"].fill.fgColor.rgb != f"FF{FILL}"


def test_a_cell_inside_a_merged_area_is_marked_at_its_first() -> None:
    made = book([["ID", "Unit"], ["1", "Sales"], ["2", None]])
    made["People"].merge_cells("B2:B3")
    page = opened(marked(saved(made), problem("B3")))["People"]
    assert set(commented(page)) == {"B2"}


def test_a_table_of_the_sheet_stays_and_so_does_a_chart_which_is_said() -> None:
    made = book([["ID", "Pay"], ["1", 2], ["2", 3]])
    page = made["People"]
    page.add_table(Table(displayName="T", ref="A1:B3"))
    chart = BarChart()
    chart.add_data(Reference(page, min_col=2, min_row=1, max_row=3))
    page.add_chart(chart, "D2")
    back = opened(marked(saved(made), problem("B2")))
    assert list(back["People"].tables) == ["T"]
    assert len(back["People"]._charts) == 1
    assert "small parts of their look may differ" in str(back[NAME]["A3"].value)


def test_what_is_not_kept_is_said_on_the_sheet() -> None:
    target = io.BytesIO(saved(book([["ID"], ["1"]])))
    with zipfile.ZipFile(target, "a") as packed:
        packed.writestr("xl/slicers/slicer1.xml", "<a/>")
        packed.writestr("xl/vbaProject.bin", "x")
    back = opened(marked(target.getvalue()))
    assert back[NAME]["A3"].value == "Not kept in this copy: slicers, macros."


def test_only_the_list_is_selected_so_that_no_edit_reaches_two_sheets() -> None:
    made = book([["ID"], ["a"]])
    made.create_sheet("Roles").sheet_view.tabSelected = True
    back = opened(marked(saved(made), problem("A2")))
    assert back.active.title == NAME
    assert [page.title for page in back.worksheets if page.sheet_view.tabSelected] == [NAME]


def test_a_hidden_sheet_stays_hidden_and_is_marked() -> None:
    made = book([["ID"], ["a"]])
    made.create_sheet("Shown")
    made["People"].sheet_state = "veryHidden"
    back = opened(marked(saved(made), problem("A2")))
    assert back["People"].sheet_state == "veryHidden"
    assert set(commented(back["People"])) == {"A2"}


def test_a_sheet_is_found_by_its_name_as_it_was_read() -> None:
    made = book([["ID"], ["a"]])
    made["People"].title = " People\u200b "
    back = opened(marked(saved(made), problem("A2")))
    assert set(commented(back[" People\u200b "])) == {"A2"}


def test_a_workbook_with_macros_comes_back_as_one_without() -> None:
    source = saved(book([["ID"], ["a"]]))
    target = io.BytesIO()
    plain_kind, kind = b"spreadsheetml.sheet.main+xml", b"sheet.macroEnabled.main+xml"
    with zipfile.ZipFile(io.BytesIO(source)) as packed, zipfile.ZipFile(target, "w") as macros:
        for name in packed.namelist():
            part = packed.read(name)
            if name == "[Content_Types].xml":
                assert plain_kind in part
                part = part.replace(
                    b"openxmlformats-officedocument." + plain_kind, b"ms-excel." + kind
                )
            macros.writestr(name, part)
        macros.writestr("xl/vbaProject.bin", "x")
    back = marked(target.getvalue(), problem("A2"))
    with zipfile.ZipFile(io.BytesIO(back)) as packed:
        assert "xl/vbaProject.bin" not in packed.namelist()
        assert b"macroEnabled" not in packed.read("[Content_Types].xml")
    assert opened(back)[NAME]["A3"].value == "Not kept in this copy: macros."


@pytest.mark.parametrize("text", [*PAYLOADS, "a\x00b\x1f\ufffe\uffff", "x" * 40_000])
def test_what_a_problem_says_is_text_in_the_comment_and_on_the_list(text: str) -> None:
    back = marked(saved(book([["ID"], ["a"]])), problem("A2", what=text, value=text))
    with zipfile.ZipFile(io.BytesIO(back)) as packed:
        parts = [packed.read(name) for name in packed.namelist()]
    assert not any(b"<f>" in part or b"<hyperlink" in part for part in parts)
    comment = commented(opened(back)["People"])["A2"]
    said = [str(cell.value) for row in opened(back)[NAME].iter_rows() for cell in row]
    assert comment.startswith(plain(text)[:100])
    assert plain(text) in said


def test_an_address_beyond_a_sheet_marks_nothing_and_stops_nothing() -> None:
    back = opened(marked(saved(book([["ID"], ["a"]])), problem("XFE1"), problem("A1048577")))
    assert commented(back["People"]) == {}


def test_what_would_run_stays_text_on_the_list_and_in_the_sheet() -> None:
    made = book([["ID"]])
    for row, text in enumerate(PAYLOADS, start=2):
        cell = made["People"].cell(row, 1, text)
        cell.data_type = "s"
    problems = [problem(f"A{row}", value=text) for row, text in enumerate(PAYLOADS, start=2)]
    back = marked(saved(made), *problems)
    with zipfile.ZipFile(io.BytesIO(back)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    assert not any(b"<f>" in part or b"<hyperlink" in part for part in parts.values())
    assert [opened(back)["People"].cell(row, 1).value for row in range(2, 8)] == list(PAYLOADS)


def test_the_same_workbook_gives_the_same_bytes() -> None:
    content = saved(book([["ID"], ["a"]]))
    assert marked(content, problem("A2")) == marked(content, problem("A2"))


letters = st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\t=+-@'")
values = (
    st.text(letters, max_size=6)
    | st.integers(-(10**9), 10**9)
    | st.floats(-1e9, 1e9, allow_nan=False).map(lambda number: number + 0.0)
    | st.booleans()
    | st.dates(dt.date(1901, 1, 1), dt.date(2200, 1, 1))
    | st.none()
)
rows = st.lists(st.lists(values, min_size=1, max_size=4), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)
@given(rows=rows, at=st.sampled_from(["A1", "B2", "D6", "F9"]))
def test_whatever_stands_in_a_workbook_is_read_the_same_after_marking(rows, at) -> None:
    made = openpyxl.Workbook()
    page = made.active
    page.title = "People"
    for down, row in enumerate(rows, start=1):
        for across, value in enumerate(row, start=1):
            cell = page.cell(down, across, value)
            if isinstance(value, str):
                cell.data_type = "s"
    content = saved(made)
    assert cells_read(marked(content, problem(at))) == cells_read(content)


@pytest.mark.parametrize("address", ["row 5", "", "A0", "XFDX1"])
def test_a_problem_at_no_cell_is_listed_and_marks_nothing(address: str) -> None:
    back = opened(marked(saved(book([["ID"], ["a"]])), problem(address)))
    assert commented(back["People"]) == {}
    assert "Odd." in [cell.value for row in back[NAME].iter_rows() for cell in row]

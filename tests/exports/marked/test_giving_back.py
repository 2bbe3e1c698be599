"""A file of any kind comes back as a workbook, through the fenced child or as a copy."""

import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.exports.marked import GivenBack, copies, give_back, giving_back, own_workbook
from components.exports.marked.marks import marks_of
from components.exports.marked.problem_rows import problem_rows
from components.intake import Answers, Upload, open_files, read_files
from components.settings import load_settings
from components.tables.problem_sheet import NAME
from components.tables.problems import Problem, Severity
from components.tables.sheets import Sheet
from tests.exports.marked.test_marking import book, cells_read, commented, saved

SETTINGS = load_settings()
MESSY = Path(__file__).parents[3] / "sample_data" / "messy" / "reviews_export.xlsx"
CSV = Sheet("a.csv", "", pa.table({"c0": ["id", "007", "=1+1"], "c1": ["hired", None, "soon"]}))
ODD = Problem(
    "odd", Severity.WARNING, "Odd.", "Mend it.", "a.csv", "", "B3", "soon", 2, ("B2", "B3")
)


def given_back(
    name: str, content: bytes | None, sheets: Sequence[Sheet], problems: Sequence[Problem]
) -> GivenBack:
    return give_back(name, content, sheets, problems, limits=SETTINGS.app.reading)


def test_a_workbook_comes_back_as_itself_and_is_read_the_same() -> None:
    content = MESSY.read_bytes()
    upload = Upload(MESSY.name, content)
    reading = read_files([upload], SETTINGS, answers=Answers(), today=date(2026, 6, 30))
    back = given_back(MESSY.name, content, reading.dataset.sheets, reading.problems)
    assert back.own
    again = open_files([Upload("corrected.xlsx", back.content)], SETTINGS).arrived
    assert [one.text for one in again.sheets] == [one.text for one in reading.dataset.sheets]
    assert "our_problem_sheet" in {one.code for one in again.problems}
    marked = openpyxl.load_workbook(io.BytesIO(back.content))
    for sheet in reading.dataset.sheets:
        named = {at for one in reading.problems if one.sheet == sheet.name for at in one.addresses}
        assert set(commented(marked[sheet.name])) == named


def test_a_text_file_comes_back_as_a_workbook_of_texts_at_the_same_addresses() -> None:
    back = given_back("a.csv", b"id,hired\n007,\n=1+1,soon\n", [CSV], [ODD])
    assert not back.own
    assert back.why is not None
    assert back.why.code == "copy-of-text"
    page = openpyxl.load_workbook(io.BytesIO(back.content))["Data"]
    assert [page[at].value for at in ("A2", "A3", "B3")] == ["007", "=1+1", "soon"]
    assert page["A3"].data_type == "s"
    assert set(commented(page)) == {"B2", "B3"}
    assert cells_read(back.content) == {
        ("Data", 1, 0): "id",
        ("Data", 2, 0): "007",
        ("Data", 3, 0): "=1+1",
        ("Data", 1, 1): "hired",
        ("Data", 3, 1): "soon",
    }


def test_cells_of_a_copy_keep_what_is_typed_into_them() -> None:
    page = openpyxl.load_workbook(io.BytesIO(copies.marked_copy([CSV], marks_of([ODD], [CSV]))))
    assert {page["Data"][at].number_format for at in ("A2", "B2", "B3")} == {"@"}


def test_a_file_that_could_not_be_read_is_not_opened_again() -> None:
    back = given_back("a.xlsx", saved(book([["id"]])), [], [])
    assert back.why is not None
    assert back.why.code == "file-not-at-hand"


def test_a_copy_has_the_same_bytes_every_time() -> None:
    marks = marks_of([ODD], [CSV])
    assert copies.marked_copy([CSV], marks) == copies.marked_copy([CSV], marks)


def test_a_workbook_that_cannot_be_marked_comes_back_as_a_copy(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.py"
    broken.write_text("import os; os.abort()", encoding="utf-8")
    monkeypatch.setattr(own_workbook, "CHILD", broken)
    sheet = Sheet("a.xlsx", "People", CSV.text)
    back = given_back("a.xlsx", saved(book([["id"]])), [sheet], [])
    assert not back.own
    assert back.why is not None
    assert back.why.code == "workbook-not-marked"
    assert openpyxl.load_workbook(io.BytesIO(back.content)).sheetnames == [NAME, "People"]


def test_a_large_workbook_is_copied_and_a_larger_one_only_listed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sheet = Sheet("a.xlsx", "People", CSV.text)
    monkeypatch.setattr(giving_back, "MOST_ROWS", 2)
    large = given_back("a.xlsx", saved(book([["id"]])), [sheet], [])
    assert not large.own
    assert large.why is not None
    assert large.why.code == "workbook-too-large-to-mark"
    monkeypatch.setattr(copies, "MOST_CELLS", 5)
    back = given_back("a.xlsx", saved(book([["id"]])), [sheet], [])
    assert back.why is not None
    assert back.why.code == "only-the-list"
    listed = openpyxl.load_workbook(io.BytesIO(back.content))
    assert listed.sheetnames == [NAME]
    assert listed[NAME]["A3"].value == copies.TOO_LARGE


def test_only_the_file_that_is_asked_for_comes_back() -> None:
    other = Problem("odd", Severity.WARNING, "Elsewhere.", "", "b.csv", "", "A1")
    back = given_back("a.csv", None, [CSV, Sheet("b.csv", "", CSV.text)], [other])
    made = openpyxl.load_workbook(io.BytesIO(back.content))
    assert made.sheetnames == [NAME, "Data"]
    assert commented(made["Data"]) == {}


def test_the_list_has_a_row_for_each_cell_with_what_stands_there() -> None:
    rows = problem_rows([ODD], [CSV])
    assert rows[["cell", "value", "count"]].to_numpy().tolist() == [
        ["B2", "", 2],
        ["B3", "soon", 2],
    ]


letters = st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\t=+-@'_")
texts = st.text(letters, min_size=1, max_size=8) | st.none()


@settings(max_examples=60, deadline=None)
@given(columns=st.lists(st.lists(texts, min_size=3, max_size=3), min_size=1, max_size=3))
def test_whatever_was_read_is_read_the_same_from_the_copy(columns) -> None:
    table = pa.table({f"c{at}": pa.array(texts, pa.string()) for at, texts in enumerate(columns)})
    sheet = Sheet("a.csv", "", table, first_row=3, first_column=1)
    expected = {
        ("Data", 3 + down, 1 + across): text
        for across, texts in enumerate(columns)
        for down, text in enumerate(texts)
        if text is not None
    }
    assert cells_read(copies.marked_copy([sheet], marks_of([], [sheet]))) == expected

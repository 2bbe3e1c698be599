"""A CSV file holds the table, neither more nor less."""

import csv
import io
from datetime import date

import pandas as pd
import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from components.exports import csv_file, unescape

TEXT = pd.ArrowDtype(pa.string())


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))


def test_dates_are_iso_and_missing_is_empty():
    days = pd.Series([date(2026, 6, 30), None], dtype=pd.ArrowDtype(pa.date32()))
    table = pd.DataFrame({"Day": days, "Who": pd.Series(["Ann, B.", 'the "x"'], dtype=TEXT)})
    assert read(csv_file(table)) == [["Day", "Who"], ["2026-06-30", "Ann, B."], ["", 'the "x"']]


def test_lines_end_in_a_line_feed_only():
    assert b"\r" not in csv_file(pd.DataFrame({"a": ["x", "y"]}))


def test_an_empty_table_keeps_its_header():
    assert read(csv_file(pd.DataFrame({"a": [], "b": []}))) == [["a", "b"]]


def test_equal_tables_give_equal_bytes():
    table = pd.DataFrame({"a": [1, 2], "b": ["x", None]})
    assert csv_file(table) == csv_file(table.copy())


def test_categories_are_written_as_their_words():
    table = pd.DataFrame({"a": pd.Categorical(["=x", "y"])})
    assert read(csv_file(table)) == [["a"], ["'=x"], ["y"]]


@given(st.lists(st.text(st.characters(codec="utf-8")), min_size=1))
def test_texts_survive_the_way_out_and_back(texts: list[str]):
    table = pd.DataFrame({"a": pd.Series(texts, dtype=TEXT), "b": range(len(texts))})
    lines = read(csv_file(table))[1:]
    assert [unescape(line[0]) for line in lines] == texts

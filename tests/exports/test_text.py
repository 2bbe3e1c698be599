"""No text runs as a formula, and every text comes back as it was."""

import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.exports import csv_file, escape, unescape
from components.exports.text import escape_column

SIGNS = "=+-@\t\r\0＝＋－＠"
PAYLOADS = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://x","y")',
    "\t=1",
    "\r=1",
    "\0=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    "=DDE()",
    "-2+3+cmd|' /C calc'!A0",
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_is_led_by_an_apostrophe_and_comes_back(payload: str):
    assert escape(payload)[0] == "'"
    assert unescape(escape(payload)) == payload


@given(st.text() | st.text(alphabet=SIGNS + "'a1"))
def test_every_text_comes_back_as_it_was(text: str):
    safe = escape(text)
    assert safe[:1] not in set(SIGNS) or not safe
    assert unescape(safe) == text


@given(st.lists(st.none() | st.text(alphabet=SIGNS + "'a1,\"\n")))
def test_a_column_is_escaped_like_its_cells(texts: list[str | None]):
    column = escape_column(pa.chunked_array([texts], type=pa.string()))
    assert column.to_pylist() == [None if text is None else escape(text) for text in texts]


def test_headers_are_escaped_and_numbers_stay_numbers():
    table = pd.DataFrame({"=head": pd.array([-1.5, None], "double[pyarrow]")})
    assert csv_file(table).decode() == '"\'=head"\n-1.5\n\n'

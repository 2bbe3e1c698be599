"""A workbook opens safely, says what it is, and has the same bytes every time."""

import io
import re
import time
import zipfile
from datetime import date

import openpyxl
import pandas as pd
import pyarrow as pa
import pytest

from components.errors import TrajectoryError
from components.exports import Cover, xlsx_file
from components.exports.xlsx_files import LONGEST_TEXT, MOST_ROWS

TEXT = pd.ArrowDtype(pa.string())
COVER = Cover(
    title="Flags",
    selection="EU, as of 30 Jun 2026: 214 of 1,180 people",
    as_of=date(2026, 6, 30),
    shown=211,
    hidden=3,
    fingerprint="0123456789ab",
    limits={"Smallest group": "5 people"},
)
PAYLOADS = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x","y")', "=cmd|' /C calc'!A0"]
HOSTILE = pd.DataFrame(
    {"=head": pd.Series([*PAYLOADS, "http://example.org", "mailto:a@b.c", "007"], dtype=TEXT)}
)


def parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def opened(content: bytes, sheet: str) -> list[tuple]:
    return list(openpyxl.load_workbook(io.BytesIO(content))[sheet].iter_rows(values_only=True))


def test_nothing_in_it_runs_or_links():
    inside = parts(xlsx_file({"=1": HOSTILE}, COVER))
    everything = "".join(inside.values())
    assert not re.search(r"<f[ >]|<hyperlink|externalLink", everything)
    assert not [name for name in inside if "externalLinks" in name]


def test_texts_come_back_as_they_were():
    texts = [row[0] for row in opened(xlsx_file({"T": HOSTILE}, COVER), "T")][1:]
    assert texts[0] == "=1+1"
    assert texts[-1] == "007"


def test_numbers_days_and_answers_keep_their_kind():
    table = pd.DataFrame(
        {
            "n": pd.array([-1.5, None], "double[pyarrow]"),
            "day": pd.Series([date(2026, 6, 30), None], dtype=pd.ArrowDtype(pa.date32())),
            "yes": pd.array([True, None], "bool[pyarrow]"),
            "inf": [float("nan"), float("inf")],
            "text": ["a", "b"],
        }
    )
    header, first, second = opened(xlsx_file({"T": table}, COVER), "T")
    assert header == ("n", "day", "yes", "inf", "text")
    assert (first[0], first[1].date(), first[2], first[3]) == (-1.5, date(2026, 6, 30), True, None)
    assert second == (None, None, None, None, "b")


def test_the_cover_says_selection_limits_and_counts():
    lines = dict(opened(xlsx_file({"T": HOSTILE}, COVER), "About this file"))
    assert lines["Selection"] == "EU, as of 30 Jun 2026: 214 of 1,180 people"
    assert lines["As of"] == "2026-06-30"
    assert (lines["People shown"], lines["People hidden"]) == ("211", "3")
    assert lines["Limit: Smallest group"] == "5 people"
    assert lines["Settings fingerprint"] == "0123456789ab"
    assert "not forecasts" in lines["Please note"]


def test_equal_content_is_equal_bytes_at_any_time(monkeypatch: pytest.MonkeyPatch):
    first = xlsx_file({"T": HOSTILE}, COVER)
    later = time.time() + 86_400 * 400
    monkeypatch.setattr(time, "time", lambda: later)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    second = xlsx_file({"T": HOSTILE}, COVER)
    monkeypatch.undo()
    time.tzset()
    assert first == second


def test_a_text_too_long_for_a_cell_ends_in_an_ellipsis():
    long = pd.DataFrame({"a": pd.Series(["x" * (LONGEST_TEXT + 10)], dtype=TEXT)})
    text = opened(xlsx_file({"T": long}, COVER), "T")[1][0]
    assert len(text) == LONGEST_TEXT
    assert text.endswith("…")


def test_control_characters_and_lone_surrogates_are_no_trouble():
    odd = pd.DataFrame({"a": ["x\x00\x01y", "z\u202e"]})
    assert len(opened(xlsx_file({"T": odd}, COVER), "T")) == 3


def test_two_sheets_of_one_name_stay_two():
    content = xlsx_file({"Flags": HOSTILE, "FLAGS": HOSTILE}, COVER)
    names = openpyxl.load_workbook(io.BytesIO(content)).sheetnames
    assert names == ["About this file", "Flags", "FLAGS 2"]


def test_more_rows_than_a_sheet_holds_are_refused():
    table = pd.DataFrame(index=range(MOST_ROWS + 1))
    with pytest.raises(TrajectoryError, match="CSV"):
        xlsx_file({"T": table}, COVER)

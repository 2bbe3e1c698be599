"""Text files: nothing guessed in silence, nothing lost, every value the text it was."""

from collections.abc import Callable

import pytest

from components.intake.arrive import Arrived
from components.tables.problems import Severity
from components.tables.sheets import Sheet

Read = Callable[..., Arrived]


def rows(sheet: Sheet) -> list[list[str | None]]:
    return [list(row.values()) for row in sheet.text.to_pylist()]


def codes(arrived: Arrived) -> list[tuple[str, str]]:
    return [(problem.code, problem.cell) for problem in arrived.problems]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(read: Read, delimiter: str) -> None:
    text = "id name rating\nE1 Ada 3\nE2 Bob 4\n".replace(" ", delimiter)
    arrived = read(text.encode(), "a.csv")
    assert rows(arrived.sheets[0])[1] == ["E1", "Ada", "3"]
    assert arrived.problems == ()


def test_a_decimal_comma_does_not_become_a_column(read: Read) -> None:
    text = "id;rating;weight\n" + "".join(f"{n};3,5;1,25\n" for n in range(100))
    assert rows(read(text.encode(), "a.csv").sheets[0])[1] == ["0", "3,5", "1,25"]


def test_a_first_line_that_names_the_separator_is_honoured_and_not_counted(read: Read) -> None:
    (sheet,) = read(b"sep=|\r\nid|name, first\r\nE1|b, c\r\n", "a.csv").sheets
    assert rows(sheet) == [["id", "name, first"], ["E1", "b, c"]]
    assert sheet.quote(2, 1) == "b, c"


def test_two_delimiters_that_fit_alike_are_asked(read: Read) -> None:
    arrived = read(b"last, first;unit\nLee, Ann;HR\nMay, Bo;IT\n", "a.csv")
    assert [problem.code for problem in arrived.problems] == ["delimiter-asked"]
    assert arrived.problems[0].severity is Severity.QUESTION


def test_values_stay_the_text_they_are(read: Read) -> None:
    text = b'id,a,b,c,d\n001,NA,null,1e5," x "\n3012-1A41,TRUE,,"",-0\n'
    assert rows(read(text, "a.csv").sheets[0])[1:] == [
        ["001", "NA", "null", "1e5", " x "],
        ["3012-1A41", "TRUE", None, None, "-0"],
    ]


def test_duplicate_headers_are_kept_as_they_are(read: Read) -> None:
    assert rows(read(b"name,name\na,b\n", "a.csv").sheets[0])[0] == ["name", "name"]


def test_quoted_line_breaks_and_doubled_quotes_stay_in_their_cell(read: Read) -> None:
    (sheet,) = read(b'id,note\nE1,"one\ntwo"\nE2,"say ""hi"", she said"\n', "a.csv").sheets
    assert rows(sheet)[1:] == [["E1", "one\ntwo"], ["E2", 'say "hi", she said']]
    assert sheet.quote(3, 0) == "E2"


def test_blank_lines_count_as_records(read: Read) -> None:
    (sheet,) = read(b"\n\nReport of May\n\nid,name\nE1,Ada\n\nE2,Bob\n\n", "a.csv").sheets
    assert sheet.first_row == 3
    assert sheet.quote(5, 0) == "id"
    assert sheet.quote(8, 1) == "Bob"


def test_a_long_record_loses_nothing_and_is_named(read: Read) -> None:
    arrived = read(b"id,name\nE1,Ada\nE2,Bob,extra,more\nE3,Cy\n", "a.csv")
    assert rows(arrived.sheets[0])[2] == ["E2", "Bob", "extra", "more"]
    assert [(one.code, one.cell, one.value) for one in arrived.problems] == [
        ("record-long", "C3", "extra")
    ]


def test_a_short_record_is_padded_and_named(read: Read) -> None:
    arrived = read(b"id,name,unit\nE1,Ada,HR\nE2,Bob\nE3,Cy,IT\n", "a.csv")
    assert rows(arrived.sheets[0])[2] == ["E2", "Bob", None]
    assert codes(arrived) == [("record-short", "C3")]


def test_a_quote_never_closed_swallows_nothing(read: Read) -> None:
    arrived = read(b'id,note\nE1,"half\nE2,whole\nE3,whole\n', "a.csv")
    assert rows(arrived.sheets[0])[1:] == [["E1", '"half'], ["E2", "whole"], ["E3", "whole"]]
    assert codes(arrived) == [("quote-not-closed", "A2")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_in_any_dress_is_read_without_a_question(read: Read, encoding: str) -> None:
    text = "id,name\nE1,Jürgen Żółć 山田\nE2,Zoë\n"
    arrived = read(text.encode(encoding), "a.csv")
    assert rows(arrived.sheets[0])[1] == ["E1", "Jürgen Żółć 山田"]
    assert arrived.problems == ()


def test_letters_that_are_not_unicode_are_asked_and_shown_meanwhile(read: Read) -> None:
    arrived = read("id;name\nE1;Jürgen\nE2;Zoë\n".encode("cp1252"), "a.csv")
    assert arrived.sheets[0].notes == ("encoding-asked",)
    assert arrived.sheets[0].quote(2, 1) == "Jürgen"
    assert [problem.severity for problem in arrived.problems] == [Severity.QUESTION]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty-file"),
        (b" \r\n\r\n", "empty-file"),
        (b"\xef\xbb\xbf", "empty-file"),
        (b"id,name\nE\x001,Ada\nE2,Bob long enough not to look like UTF-16", "nul-characters"),
    ],
)
def test_what_holds_no_table_is_refused_with_a_code(read: Read, content: bytes, code: str) -> None:
    arrived = read(content, "a.csv")
    assert arrived.sheets == ()
    assert codes(arrived) == [(code, "")]


def test_a_header_alone_is_told(read: Read) -> None:
    assert codes(read(b"id,name\n", "a.csv")) == [("header-only", "")]


def test_a_file_wider_than_the_limit_is_refused(read: Read) -> None:
    wide = ",".join(map(str, range(40))).encode()
    assert codes(read(wide + b"\n" + wide, "a.csv", columns=20)) == [("file-too-wide-or-long", "")]


def test_a_single_column_needs_no_delimiter(read: Read) -> None:
    assert rows(read(b"id\nE1\nE2\n", "a.csv").sheets[0]) == [["id"], ["E1"], ["E2"]]


def test_old_mac_line_ends_are_line_ends(read: Read) -> None:
    assert rows(read(b"id,name\rE1,Ada\rE2,Bob\r", "a.csv").sheets[0])[2] == ["E2", "Bob"]


def test_control_characters_go_and_tabs_in_quotes_stay(read: Read) -> None:
    arrived = read(b'id,note\nE1,"a\x07b\tc"\nE2,d\n', "a.csv")
    assert arrived.sheets[0].quote(2, 1) == "ab\tc"
    assert codes(arrived) == [("control-characters", "B2")]


def test_an_even_file_and_its_uneven_copy_hold_the_same_cells(read: Read) -> None:
    even = 'id,note,unit\nE1,"a, ""b""\nc",HR\nE2,5" pipe,6" IT\nE3,,\n'
    uneven = even + "E4,x,y,z\n"
    first, second = (read(text.encode(), "a.csv").sheets[0] for text in (even, uneven))
    assert [row[:3] for row in rows(second)][:4] == rows(first)

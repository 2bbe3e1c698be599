"""Files opened again: how a text file is written is asked, answered, and part of what it is."""

from components.intake import (
    Answers,
    Upload,
    encoding_previews,
    open_files,
    reopen,
    separator_previews,
)
from components.intake.answers import SheetAnswer
from components.intake.arrive import ENCODINGS
from components.settings import load_settings

SETTINGS = load_settings()
LINES = "Employee ID;Name\n1;Jürgen\n2;Zoë\n"
UPLOADS = [Upload("people.csv", LINES.encode("cp850"))]


def said(**answers: str) -> Answers:
    return Answers(sheet=(SheetAnswer(file="people.csv", **answers),))


def test_an_answer_about_the_encoding_is_read_by_and_ends_the_question() -> None:
    asked = open_files(UPLOADS, SETTINGS)
    assert [one.code for one in asked.arrived.problems] == ["encoding-asked"]
    answered = reopen(asked, SETTINGS, said(encoding="cp850"))
    assert answered.arrived.sheets[0].quote(2, 1) == "Jürgen"
    assert answered.arrived.problems == ()
    assert answered.key != asked.key


def test_answers_about_other_things_open_nothing_again() -> None:
    opened = open_files(UPLOADS, SETTINGS)
    assert reopen(opened, SETTINGS, said(table="people")) is opened


def test_an_encoding_that_does_not_fit_is_asked_again() -> None:
    opened = open_files(UPLOADS, SETTINGS, answers=said(encoding="utf-8"))
    assert [one.code for one in opened.arrived.problems] == ["encoding-unfit"]


def test_a_mark_at_the_beginning_is_stronger_than_an_answer() -> None:
    marked = [Upload("people.csv", LINES.encode("utf-8-sig"))]
    opened = open_files(marked, SETTINGS, answers=said(encoding="cp437"))
    assert opened.arrived.sheets[0].quote(2, 1) == "Jürgen"


def test_every_encoding_that_may_be_answered_is_read() -> None:
    for encoding in ENCODINGS:
        text = LINES.encode("utf-16-le" if encoding == "utf-16" else encoding)
        opened = open_files([Upload("people.csv", text)], SETTINGS, answers=said(encoding=encoding))
        assert opened.arrived.sheets[0].quote(3, 1) == "Zoë", encoding
        assert opened.arrived.problems == ()


def test_an_answer_about_the_separator_is_read_by_and_ends_the_question() -> None:
    doubtful = [Upload("people.csv", b"last, first;unit\nLee, Ann;HR\nMay, Bo;IT\n")]
    asked = open_files(doubtful, SETTINGS)
    assert [one.code for one in asked.arrived.problems] == ["delimiter-asked"]
    answered = reopen(asked, SETTINGS, said(separator=";"))
    assert answered.arrived.problems == ()
    assert answered.arrived.sheets[0].quote(2, 0) == "Lee, Ann"


def test_a_line_that_names_the_separator_is_skipped_all_the_same() -> None:
    upload = [Upload("people.csv", b"sep=,\nid;a,b\n1;2,3\n")]
    opened = open_files(upload, SETTINGS, answers=said(separator=";"))
    assert opened.arrived.sheets[0].quote(1, 1) == "a,b"


def test_a_preview_shows_three_lines_as_each_encoding_would_read_them() -> None:
    lines = "id;name\n1;Jürgen\n2;Ann\n3;Zoë\n4;Ølaf\n5;Ána\n"
    shown = encoding_previews(lines.encode("cp1252"))
    assert shown["cp1252"] == ("1;Jürgen", "3;Zoë", "4;Ølaf")
    assert shown["cp850"][0] != "1;Jürgen"
    assert "iso-8859-15" not in shown, "it reads the file as cp1252 does"
    assert encoding_previews(lines.encode()) == {}


def test_a_preview_shows_the_columns_that_each_separator_would_make() -> None:
    shown = separator_previews(b"last, first;unit\nLee, Ann;HR\nMay, Bo;IT\n")
    assert shown[";"][1] == ("Lee, Ann", "HR")
    assert shown[","][1] == ("Lee", " Ann;HR")
    assert separator_previews(b"id,unit\n1,HR\n") == {}

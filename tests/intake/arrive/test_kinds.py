"""What a file is, is decided by its bytes; its name changes nothing."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest

from components.intake.arrive import Arrived, ArriveLimits, Upload, read_sheets

Read = Callable[..., Arrived]


def codes(arrived: Arrived) -> list[str]:
    return [problem.code for problem in arrived.problems]


def packed(**parts: str) -> bytes:
    held = BytesIO()
    with ZipFile(held, "w") as pack:
        for name, text in parts.items():
            pack.writestr(name.replace("__", "."), text)
    return held.getvalue()


@pytest.fixture
def book() -> bytes:
    made = openpyxl.Workbook()
    made.active.append(["Id", "Name"])
    made.active.append(["E1", "Ada"])
    held = BytesIO()
    made.save(held)
    return held.getvalue()


@pytest.mark.parametrize("name", ["a.csv", "a.xls", "a.txt", "a", "a.xlsx.exe"])
def test_a_workbook_by_any_name_is_read(read: Read, book: bytes, name: str) -> None:
    assert read(book, name).sheets[0].quote(2, 1) == "Ada"


@pytest.mark.parametrize("name", ["a.xlsx", "a.xls", "a.ods"])
def test_text_by_any_name_is_read(read: Read, name: str) -> None:
    assert read(b"Id,Name\nE1,Ada\n", name).sheets[0].quote(2, 1) == "Ada"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<html><table><tr><td>Id</td></tr></table></html>", "html-page"),
        (b"\xef\xbb\xbf\r\n<!-- made by x --><!DOCTYPE html><html></html>", "html-page"),
        (
            b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
            "xml-spreadsheet",
        ),
        (b'<?xml version="1.0"?><people/>', "not-a-spreadsheet"),
        (b"%PDF-1.7 ...", "not-a-spreadsheet"),
        (b"\x89PNG\r\n\x1a\n....", "not-a-spreadsheet"),
        (b"PK\x03\x04 and no more", "broken-file"),
        (b"PK\x05\x06" + bytes(18), "empty-workbook"),
        (packed(readme__txt="hello"), "zip-of-files"),
        (packed(word__xml="x", **{"[Content_Types].xml": "wordprocessingml"}), "zip-of-files"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "password-protected",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
            "not-a-spreadsheet",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and nothing", "malformed"),
    ],
)
def test_what_is_no_spreadsheet_is_refused_with_its_code(
    read: Read, content: bytes, code: str
) -> None:
    for name in ("a.csv", "a.xlsx", "a.xls"):
        arrived = read(content, name)
        assert (arrived.sheets, codes(arrived)) == ((), [code])


def test_every_refusal_says_what_and_what_now(read: Read) -> None:
    (problem,) = read(b"", "roles.csv").problems
    assert problem.what == "The file is empty."
    assert problem.now
    assert problem.file == "roles.csv"


def test_a_rare_format_is_refused_where_it_is_not_wanted(
    book: bytes, changed: Callable[..., bytes]
) -> None:
    types = ZipFile(BytesIO(book)).read("[Content_Types].xml")
    macro = types.replace(b"spreadsheetml.sheet.main+xml", b"sheet.macroEnabled.main+xml")
    held = changed(book, **{"[Content_Types]_xml": macro, "xl__vbaProject.bin": b"x"})
    wanted, not_wanted = (
        read_sheets([Upload("a.xlsm", held)], ArriveLimits(rare_formats=rare))
        for rare in (True, False)
    )
    assert wanted.sheets[0].quote(2, 1) == "Ada"
    assert codes(wanted) == ["macros"]
    assert (not_wanted.sheets, codes(not_wanted)) == ((), ["rare-format"])


def test_a_file_over_the_upload_limit_is_refused(read: Read) -> None:
    assert codes(read(b"a,b\n" * 300_000, "a.csv", upload_mb=1)) == ["upload-too-big"]


def test_files_that_cannot_be_read_never_stop_the_others(book: bytes) -> None:
    files = [
        Upload("1.csv", b""),
        Upload("2.xlsx", book),
        Upload("3.pdf", b"%PDF"),
        Upload("4.csv", b"Id\nE9\n"),
    ]
    arrived = read_sheets(files, ArriveLimits())
    assert [sheet.file for sheet in arrived.sheets] == ["2.xlsx", "4.csv"]
    assert [(one.file, one.code) for one in arrived.problems] == [
        ("1.csv", "empty-file"),
        ("3.pdf", "not-a-spreadsheet"),
    ]


def test_the_same_file_twice_is_read_once(book: bytes) -> None:
    arrived = read_sheets([Upload("a.xlsx", book), Upload("a.xlsx", book)], ArriveLimits())
    assert len(arrived.sheets) == 1
    assert codes(arrived) == ["uploaded-twice"]


def test_two_files_of_one_name_are_told_apart(book: bytes) -> None:
    files = [Upload("x/a.csv", b"Id\nE1\n"), Upload("y/a.csv", b"Id\nE2\n")]
    assert [sheet.file for sheet in read_sheets(files, ArriveLimits()).sheets] == [
        "a.csv",
        "a (2).csv",
    ]


def test_progress_is_told_for_each_file_up_to_all(book: bytes) -> None:
    told: list[tuple[str, float]] = []
    files = [Upload("a.xlsx", book), Upload("b.csv", b"Id\nE1\n")]
    read_sheets(files, ArriveLimits(), lambda what, share: told.append((what, share)))
    assert [share for _, share in told] == [0.0, 0.5, 1.0]
    assert {what for what, _ in told} == {"Reading 2 files", "Read a.xlsx", "Read b.csv"}


def test_no_files_are_no_sheets() -> None:
    assert read_sheets([], ArriveLimits()).sheets == ()

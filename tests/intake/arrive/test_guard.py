"""The cheap look: what a packed file declares, what it really holds, and what it must not say."""

import struct
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from components.errors import FileRefused
from components.intake.arrive.guard import look_inside
from components.intake.arrive.kinds import Kind
from components.intake.arrive.limits import ArriveLimits

Changed = Callable[..., bytes]


@pytest.fixture
def book() -> bytes:
    made = openpyxl.Workbook()
    made.active["A1"] = "x"
    held = BytesIO()
    made.save(held)
    return held.getvalue()


def refusal(content: bytes, **limits: int) -> str:
    with pytest.raises(FileRefused) as refused:
        look_inside(content, ArriveLimits(**limits))
    return refused.value.code


def test_a_plain_workbook_passes(book: bytes) -> None:
    seen = look_inside(book, ArriveLimits())
    assert seen.kind is Kind.XLSX
    assert seen.marks == {}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("declared", ["<!DOCTYPE x>", '<!ENTITY a "b">'])
def test_a_document_type_is_refused_in_any_encoding(
    book: bytes, changed: Changed, encoding: str, declared: str
) -> None:
    part = f'<?xml version="1.0"?>{" " * 9000}{declared}<x/>'.encode(encoding)
    assert refusal(changed(book, docProps__app_xml=part)) == "document-type"


def test_a_document_type_in_a_picture_is_no_declaration(book: bytes, changed: Changed) -> None:
    held = changed(book, **{"xl__media__image1.png": b"\x89PNG<!DOCTYPE"})
    assert look_inside(held, ArriveLimits()).kind is Kind.XLSX


def test_too_many_parts_are_refused_before_they_are_listed(book: bytes) -> None:
    assert refusal(book, entries=3) == "too-many-parts"


def test_a_part_that_bursts_is_refused_by_its_declared_size(book: bytes, changed: Changed) -> None:
    held = changed(book, xl__big_xml=b" " * 3_000_000)
    assert refusal(held, ratio_grace_bytes=1_000_000) == "unpacks-too-big"
    assert refusal(held, part_bytes=1_000_000) == "unpacks-too-big"
    assert refusal(held, total_bytes=1_000_000) == "unpacks-too-big"
    assert look_inside(held, ArriveLimits()).kind is Kind.XLSX


def test_a_table_of_contents_that_lies_is_found_out(book: bytes, changed: Changed) -> None:
    held = bytearray(changed(book, xl__big_xml=b" " * 3_000_000))
    at = held.rfind(b"xl/big.xml") - 46 + 24
    assert struct.unpack_from("<I", held, at) == (3_000_000,)
    struct.pack_into("<I", held, at, 100)
    assert refusal(bytes(held)) == "unpacks-too-big"


def test_an_encrypted_part_means_a_password(book: bytes) -> None:
    held = bytearray(book)
    at = held.rfind(b"PK\x01\x02")
    struct.pack_into("<H", held, at + 8, 1)
    assert refusal(bytes(held)) == "password-protected"


@pytest.mark.parametrize("kept", [10, 100, 2_000])
def test_a_file_cut_short_is_broken(book: bytes, kept: int) -> None:
    assert refusal(book[:kept]) == "broken-file"


def test_any_byte_flipped_is_passed_or_refused_and_never_a_crash(book: bytes) -> None:
    outcomes = set()
    for at in range(0, len(book), 23):
        held = bytearray(book)
        held[at] ^= 0xFF
        try:
            outcomes.add(look_inside(bytes(held), ArriveLimits()).kind.value)
        except FileRefused as refused:
            outcomes.add(refused.code)
    assert {"xlsx", "broken-file"} <= outcomes


def test_a_formula_and_a_merge_are_marked_on_their_sheet(book: bytes) -> None:
    made = openpyxl.load_workbook(BytesIO(book))
    made.active["A2"] = "=1+1"
    made.create_sheet("Two").merge_cells("A1:B1")
    made.create_sheet("Three")["A1"] = "f> mergeCell <mergeCells>"
    held = BytesIO()
    made.save(held)
    assert look_inside(held.getvalue(), ArriveLimits()).marks == {
        "xl/worksheets/sheet1.xml": ("formulas",),
        "xl/worksheets/sheet2.xml": ("merged",),
    }


def test_a_formula_across_two_pieces_is_seen(book: bytes, changed: Changed) -> None:
    start = b'<worksheet xmlns="x"><sheetData>'
    for shift in range(6):
        filling = b"0123456789abcdef" * 65_536
        part = start + filling[: (1 << 20) - len(start) - shift] + b"</f>" + filling
        held = changed(book, xl__worksheets__sheet1_xml=part)
        seen = look_inside(held, ArriveLimits())
        assert seen.marks == {"xl/worksheets/sheet1.xml": ("formulas",)}


def test_an_encrypted_ods_means_a_password() -> None:
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as pack:
        pack.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        pack.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
        pack.writestr("content.xml", "x")
    assert refusal(held.getvalue()) == "password-protected"

"""Files that can't be used: a sentence in the browser, a server that lives, data that stays."""

import io
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.journeys import steps
from tests.journeys.server import Server
from tests.journeys.watch import visit

WORKBOOK = (
    b'<Types><Override PartName="/xl/workbook.xml" ContentType="application/'
    b'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le")


def bomb() -> bytes:
    """64 MB of blanks in 64 KB."""
    held = io.BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as book:
        book.writestr("[Content_Types].xml", WORKBOOK)
        book.writestr("xl/worksheets/sheet1.xml", b" " * (64 << 20))
    return held.getvalue()


def payload(name: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


def answered(page: Page, what: str, now: str, where: str) -> None:
    """The page says what, what now and where, and offers the way back; then it is taken."""
    block = page.get_by_role("main").locator("[class*='st-key-problem_']", has_text=what)
    expect(block).to_be_visible(timeout=60_000)
    expect(block).to_contain_text(now)
    expect(block).to_contain_text(where)
    page.get_by_role("button", name="Start over").click()
    expect(page.get_by_text("are loaded")).to_be_visible()


def test_bad_files_are_answered_and_what_was_loaded_stays(loaded: Server, page: Page) -> None:
    bad = {
        "letter.xlsx": (b"Dear all,\nthis is a letter\n", "no header row", "Add a row"),
        "locked.xlsx": (OLE, "is password-protected", "Save it without a password"),
        "empty.xlsx": (b"", "The file is empty", "Upload the file that holds the rows"),
        "bomb.xlsx": (bomb(), "unpacks to far more than its size", "Split it"),
    }
    visit(page, loaded.address)
    for name, (content, what, now) in bad.items():
        steps.upload(page, payload(name, content))
        answered(page, what, now, name)
    steps.go(page, "overview")
    assert steps.finding(page).startswith("1,008 active people")


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("01_zipbomb_ws_2GiB.xlsx", "unpacks to far more than its size"),
        ("05_billion_laughs_sst.xlsx", "document type declaration"),
        ("11_two_far_cells.xlsx", "asks for more memory than one file may use"),
        ("15_sst_lying_count.xlsx", "asks for more memory than one file may use"),
    ],
)
def test_hostile_files_are_refused_and_the_same_process_goes_on(
    loaded: Server, page: Page, shared_corpus: Path, name: str, what: str
) -> None:
    before = loaded.process.pid
    visit(page, loaded.address)
    steps.upload(page, shared_corpus / "hostile" / name)
    answered(page, what, "upload", name)
    assert loaded.process.poll() is None
    assert loaded.process.pid == before
    assert "Traceback" not in loaded.log.read_text("utf-8")


def test_a_file_above_the_limit_is_refused_before_it_is_sent(
    loaded: Server, page: Page, tmp_path: Path
) -> None:
    large = tmp_path / "large.csv"
    with large.open("wb") as file:
        file.truncate(101 * 1024 * 1024)
    visit(page, loaded.address)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.method))
    steps.upload(page, large)
    expect(page.get_by_text("100.0MB or smaller")).to_be_visible()
    assert "PUT" not in sent

"""What a person does in the app, step by step."""

import csv
import io
from pathlib import Path

from openpyxl import Workbook, load_workbook
from playwright.sync_api import FilePayload, Locator, Page, expect

from components.ui.registry import PAGES, page
from tests.journeys.server import ROOT
from tests.journeys.watch import wait_for_app

CLEAN = ROOT / "sample_data" / "clean"
TWO = (CLEAN / "reviews.xlsx", CLEAN / "role_history.xlsx")
PATIENCE = 60_000


def settle(tab: Page) -> None:
    """Wait until a step has reached the server and what it answers is drawn."""
    tab.wait_for_timeout(150)
    wait_for_app(tab)


def upload(tab: Page, *files: Path | FilePayload) -> None:
    """Drop files into the uploader of Load data, which is open."""
    inside = tab.get_by_test_id("stFileUploader").locator("input[type=file]")
    expect(inside).to_have_count(1)  # the page before may still be fading
    inside.set_input_files(list(files))  # type: ignore[arg-type]
    settle(tab)


def confirm(tab: Page) -> None:
    """Say that the columns look right."""
    tab.get_by_role("button", name="Looks right").click(timeout=PATIENCE)
    tab.wait_for_url("**/overview", timeout=PATIENCE)
    settle(tab)


def go(tab: Page, key: str) -> None:
    """Open a page by its entry in the menu."""
    menu = tab.get_by_test_id("stSidebarNav")
    menu.get_by_role("link", name=page(key).title, exact=True).click()
    here = "/" if key == PAGES[0].key else f"/{key}"
    tab.wait_for_url(lambda url: url.split("?")[0].endswith(here))
    settle(tab)


def finding(tab: Page) -> str:
    """The heading of the page."""
    heading = tab.get_by_role("heading", level=1).first
    expect(heading).to_be_visible(timeout=20_000)
    return heading.inner_text().strip()


def filter_button(tab: Page) -> Locator:
    """The sentence of the selection, which opens the filters."""
    return tab.locator(".st-key-filters button").first


def sentence(tab: Page) -> str:
    """The selection in words, without the names of the icons beside it."""
    lines = [line.strip() for line in filter_button(tab).inner_text().splitlines()]
    return next(line for line in lines if "people" in line)


def choose(tab: Page, label: str, value: str) -> None:
    """Choose a value of a filter."""
    before = sentence(tab)
    filter_button(tab).click()
    settle(tab)
    tab.get_by_role("combobox", name=label).click()
    tab.get_by_role("option", name=value, exact=True).click()
    expect(filter_button(tab)).not_to_contain_text(before)
    tab.keyboard.press("Escape")
    tab.get_by_role("heading", level=1).first.click()
    settle(tab)


def download(tab: Page, key: str) -> bytes:
    """What the download button of that key hands out."""
    with tab.expect_download(timeout=PATIENCE) as coming:
        tab.locator(f".st-key-{key} button").click()
    content = Path(coming.value.path()).read_bytes()
    assert content
    return content


def workbook(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


def column(content: bytes, sheet: str, header: str) -> list[str]:
    """The values of a column of a downloaded workbook."""
    first, *rows = workbook(content)[sheet].iter_rows(values_only=True)
    at = first.index(header)
    return [str(row[at]) for row in rows]


def csv_column(content: bytes, header: str) -> list[str]:
    """The values of a column of a downloaded CSV file."""
    rows = csv.DictReader(io.StringIO(content.decode("utf-8-sig")))
    return [row[header] for row in rows]

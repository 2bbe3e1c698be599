"""Following up on a flag, and a person on one printed sheet."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.server import Server
from tests.journeys.steps import go, settle
from tests.journeys.watch import axe_faults, load_sample, visit

SHEETS = re.compile(rb"/Type\s*/Page\b")


def first_flagged(tab: Page, server: Server) -> str:
    """Open the page of the first person on the list; their name."""
    visit(tab, f"{server.address}/flight_risk")
    link = tab.locator("[class*='st-key-row_'] a").first
    name = link.inner_text().strip()
    link.click()
    settle(tab)
    expect(tab.get_by_role("heading", level=1)).to_have_text(name)
    return name


def test_a_flag_is_set_aside_with_a_reason_and_counted_apart(page: Page, fresh_server) -> None:
    own = fresh_server()
    load_sample(page, own.address)
    name = first_flagged(page, own)
    page.get_by_role("button", name="Record").click()
    settle(page)
    page.get_by_role("radio", name="No concern").click()
    settle(page)
    reason = page.get_by_label("Not a concern because …")
    reason.fill("Takes over the regional team in October")
    reason.press("Control+Enter")
    settle(page)
    assert axe_faults(page) == []
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_text("One follow-up on record")).to_be_visible(timeout=20_000)
    settle(page)
    go(page, "flight_risk")
    page.get_by_role("radio", name="No concern 1").click()
    settle(page)
    expect(page.get_by_text("Takes over the regional team in October")).to_be_visible()
    expect(page.get_by_role("link", name=name)).to_be_visible()


def test_a_person_is_printed_on_one_sheet(page: Page, loaded: Server) -> None:
    first_flagged(page, loaded)
    page.wait_for_timeout(1_500)
    assert len(SHEETS.findall(page.pdf(prefer_css_page_size=True))) == 1

"""What a deep link does not show: open filters, open tables, columns to confirm."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import steps
from tests.journeys.server import ROOT, Server
from tests.journeys.watch import axe_faults, visit

MESSY = sorted((ROOT / "sample_data" / "messy").iterdir())
modes = pytest.mark.parametrize("mode", ["light", "dark"])


@modes
def test_axe_finds_nothing_while_columns_and_questions_wait(
    loaded: Server, page: Page, mode: str
) -> None:
    page.emulate_media(color_scheme=mode)
    visit(page, loaded.address)
    steps.upload(page, *MESSY)
    expect(page.get_by_text("3 files read")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("button", name="Day first")).to_be_visible()
    steps.settle(page)
    assert axe_faults(page) == []


@modes
def test_axe_finds_nothing_in_open_filters_drawers_and_tables(
    loaded: Server, page: Page, mode: str
) -> None:
    page.emulate_media(color_scheme=mode)
    visit(page, f"{loaded.address}/flight_risk")
    page.get_by_text("As a table").first.click()
    steps.settle(page)
    page.get_by_role("button", name="Evidence").first.click()
    expect(page.get_by_text("Clears with").first).to_be_visible()
    steps.settle(page)
    assert axe_faults(page) == []
    page.keyboard.press("Escape")
    steps.filter_button(page).click()
    steps.settle(page)
    expect(page.get_by_role("combobox", name="Department")).to_be_visible()
    assert axe_faults(page) == []


def test_a_question_is_answered_with_one_click(loaded: Server, page: Page, tmp_path: Path) -> None:
    visit(page, loaded.address)
    steps.upload(page, *MESSY)
    question = page.get_by_text("can be read two ways")
    expect(question.first).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Day first").click()
    expect(question).to_have_count(0)
    expect(page.get_by_text("lies before the hire date").first).to_be_visible()
    page.get_by_role("button", name="Start over").click()
    expect(page.get_by_text("are loaded")).to_be_visible()

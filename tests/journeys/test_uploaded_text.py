"""Uploaded text in every place that reads Markdown: shown as it is, and nothing comes alive."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from components.ui.text import JOINER, plain
from tests.journeys.scripts.texts import TEXTS
from tests.journeys.server import Server
from tests.journeys.watch import Watch, wait_for_app

ALIVE = (
    "a[href]:not([href^='#']), img, code, em, strong strong, s, del, sup, .katex, ol, li, hr, h3"
)


@pytest.fixture(scope="module")
def texts(browser, tmp_path_factory) -> Iterator[tuple[Page, Watch]]:
    """The script with all texts, drawn."""
    server = Server(tmp_path_factory.mktemp("texts"), "tests/journeys/scripts/uploaded_text.py")
    tab = browser.new_page(viewport={"width": 1440, "height": 900})
    watch = Watch(tab)
    tab.goto(server.wait().address)
    wait_for_app(tab)
    tab.wait_for_selector(f".st-key-text_{len(TEXTS) - 1} table")
    yield tab, watch
    tab.close()
    server.stop()


@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_a_text_is_shown_as_it_is(number: int, texts) -> None:
    tab, _ = texts
    block = tab.locator(f".st-key-text_{number}")
    wanted = plain(TEXTS[number])
    seen = block.inner_text().replace(JOINER, "")
    pieces = [" ".join(line.split()) for line in seen.splitlines()]
    assert pieces.count(wanted) >= 14, seen
    assert f"Before {wanted} after" in pieces


@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_a_text_makes_no_element(number: int, texts) -> None:
    tab, _ = texts
    made = tab.locator(f".st-key-text_{number}").locator(ALIVE)
    assert made.evaluate_all("nodes => nodes.map(node => node.outerHTML)") == []


def test_no_text_asks_another_machine(texts) -> None:
    _, watch = texts
    assert watch.foreign == []

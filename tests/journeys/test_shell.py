"""The shell: menu, deep links, headers, look and silence towards the world."""

import urllib.request

import pytest
from playwright.sync_api import Page, expect

from components.ui.registry import HOME, PAGES, PageEntry
from tests.journeys.server import Server
from tests.journeys.watch import axe_faults, visit, wait_for_app

ROUTES = ("/", "/about", "/_stcore/health", "/_stcore/host-config", "/app/static/wordmark.svg")
ABOUT_ITSELF = {HOME.key, "about"}
SHOWN = [entry for entry in PAGES if not entry.hidden]


def address_of(server: Server, entry: PageEntry) -> str:
    """Where the page is found."""
    return f"{server.address}/{'' if entry is HOME else entry.key}"


def test_the_first_page_shows_the_menu_with_every_page(page: Page, server: Server) -> None:
    visit(page, server.address)
    links = page.get_by_test_id("stSidebarNav").get_by_role("link")
    expect(links).to_have_count(len(SHOWN))
    assert [link.strip() for link in links.all_inner_texts()]
    for entry in SHOWN:
        expect(page.get_by_role("link", name=entry.title, exact=True)).to_be_visible()


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.key)
def test_a_deep_link_in_a_fresh_process_runs_through_the_menu(entry, page, loaded) -> None:
    restarted = Server(loaded.folder).wait()
    try:
        visit(page, address_of(restarted, entry))
        expect(page.get_by_role("heading", level=1).first).to_be_visible(timeout=20_000)
        expect(page.get_by_test_id("stSidebarNav").get_by_role("link")).to_have_count(len(SHOWN))
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(page.get_by_text("This page opens from the menu")).to_have_count(0)
        expect(page.get_by_text("Nothing is loaded")).to_have_count(0)
    finally:
        page.close()  # before its server, which a font may still be asked for
        restarted.stop()


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.key)
def test_a_reload_shows_the_same_page_again(entry, page: Page, loaded: Server) -> None:
    visit(page, address_of(loaded, entry))
    title = page.get_by_role("heading", level=1).first
    before = title.inner_text(timeout=20_000)
    page.reload()
    wait_for_app(page)
    expect(title).to_have_text(before)
    assert before


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.key)
def test_a_page_without_data_says_how_to_get_some(entry, page: Page, server: Server) -> None:
    visit(page, address_of(server, entry))
    expect(page.get_by_text("This page stopped")).to_have_count(0)
    if entry.key not in ABOUT_ITSELF:
        expect(page.get_by_text("Nothing is loaded yet")).to_be_visible()
        expect(page.get_by_role("main").get_by_text("Load data")).to_be_visible()


@pytest.mark.parametrize("route", ROUTES)
def test_every_answer_carries_the_headers(route: str, server: Server) -> None:
    with urllib.request.urlopen(server.address + route) as answer:
        headers = answer.headers
    policy = headers["Content-Security-Policy"]
    assert "script-src 'self' 'sha256-" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-eval" not in policy
    assert "unsafe-inline" not in policy.split("style-src")[0]
    assert "http" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_what_the_app_hands_out_is_never_kept(page: Page, server: Server) -> None:
    handed: dict[str, str] = {}
    media = f"{server.address}/media/"
    page.on(
        "response",
        lambda answer: (
            answer.url.startswith(media)
            and handed.update({answer.url: answer.headers.get("cache-control", "")})
        ),
    )
    visit(page, server.address)
    assert set(handed.values()) == {"no-store"}


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.key)
def test_axe_finds_nothing_but_the_known_faults(entry, mode, page: Page, loaded: Server) -> None:
    page.emulate_media(color_scheme=mode)
    visit(page, address_of(loaded, entry))
    page.wait_for_timeout(500)
    assert axe_faults(page) == []


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_axe_finds_nothing_where_nothing_is_loaded(mode, page: Page, server: Server) -> None:
    page.emulate_media(color_scheme=mode)
    visit(page, f"{server.address}/flight_risk")
    assert axe_faults(page) == []


def test_the_type_is_inter_and_the_menu_232_pixels_wide(page: Page, server: Server) -> None:
    visit(page, server.address)
    assert page.evaluate("document.fonts.check('600 24px Inter')")
    loaded = "[...document.fonts].filter(f => f.family === 'Inter' && f.status === 'loaded').length"
    assert page.evaluate(loaded) > 0
    assert page.get_by_test_id("stSidebar").bounding_box()["width"] == 232

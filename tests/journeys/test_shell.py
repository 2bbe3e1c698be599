"""The shell: menu, deep links, headers, look and silence towards the world."""

import urllib.request

import pytest
from playwright.sync_api import Browser, Page, expect

from components.ui.registry import HOME, PAGES
from tests.journeys.server import Server
from tests.journeys.watch import axe_faults, visit

ROUTES = ("/", "/about", "/_stcore/health", "/_stcore/host-config", "/app/static/wordmark.svg")
SHOWN = [entry for entry in PAGES if not entry.hidden]


def test_the_first_page_shows_the_menu_with_every_page(page: Page, server: Server) -> None:
    visit(page, server.address)
    links = page.get_by_test_id("stSidebarNav").get_by_role("link")
    expect(links).to_have_count(len(SHOWN))
    assert [link.strip() for link in links.all_inner_texts()]
    for entry in SHOWN:
        expect(page.get_by_role("link", name=entry.title, exact=True)).to_be_visible()


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.key)
def test_a_deep_link_in_a_fresh_process_runs_through_the_menu(entry, page, fresh_server) -> None:
    server = fresh_server()
    visit(page, f"{server.address}/{'' if entry is HOME else entry.key}")
    expect(page.get_by_role("heading", level=1).first).to_be_visible()
    expect(page.get_by_test_id("stSidebarNav").get_by_role("link")).to_have_count(len(SHOWN))
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_text("This page opens from the menu")).to_have_count(0)


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
def test_axe_finds_nothing_but_the_known_faults(entry, mode, page: Page, server: Server) -> None:
    page.emulate_media(color_scheme=mode)
    visit(page, f"{server.address}/{'' if entry is HOME else entry.key}")
    assert axe_faults(page) == []


def test_the_type_is_inter_and_the_menu_232_pixels_wide(page: Page, server: Server) -> None:
    visit(page, server.address)
    assert page.evaluate("document.fonts.check('600 24px Inter')")
    loaded = "[...document.fonts].filter(f => f.family === 'Inter' && f.status === 'loaded').length"
    assert page.evaluate(loaded) > 0
    assert page.get_by_test_id("stSidebar").bounding_box()["width"] == 232


def test_a_server_of_ones_own_connects_to_nobody(browser: Browser, fresh_server) -> None:
    server = fresh_server()
    tab = browser.new_page()
    for entry in PAGES:
        visit(tab, f"{server.address}/{'' if entry is HOME else entry.key}")
    tab.close()
    assert server.spied.exists()
    assert server.foreign_connects() == []

"""The watchers themselves: each is shown a fault that it must see."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.chromium import NoChromium, named
from tests.journeys.server import SPY, Server
from tests.journeys.watch import Watch, axe_faults, visit

# 203.0.113.0/24 is set aside for documents: nobody answers there.
CONNECT = "import socket; s = socket.socket(); s.settimeout(0.1); s.connect_ex(('203.0.113.1', 9))"


def test_the_spy_notes_a_connection_to_another_machine(tmp_path: Path) -> None:
    log = tmp_path / "connects.txt"
    spied = {**os.environ, "PYTHONPATH": str(SPY), "SPY_LOG": str(log)}
    subprocess.run([sys.executable, "-c", CONNECT], env=spied, check=True)
    assert "203.0.113.1" in log.read_text("utf-8")


def test_the_watch_notes_a_foreign_picture(browser: Browser, server: Server) -> None:
    tab = browser.new_page()
    watch = Watch(tab)
    tab.route("**/*", lambda route: route.abort() if "203.0" in route.request.url else None)
    tab.set_content("<img src='http://203.0.113.1/beacon.png'>", wait_until="domcontentloaded")
    tab.wait_for_timeout(200)
    tab.close()
    assert watch.foreign == ["http://203.0.113.1/beacon.png"]


def test_the_policy_stops_a_foreign_picture(browser: Browser, server: Server) -> None:
    tab, stopped = browser.new_page(), []
    tab.on("requestfailed", lambda request: stopped.append((request.url, request.failure)))
    visit(tab, server.address)
    tab.evaluate("document.body.append(Object.assign(new Image(), {src: 'http://203.0.113.1/x'}))")
    tab.wait_for_timeout(200)
    tab.close()
    assert stopped == [("http://203.0.113.1/x", "csp")]


def test_axe_sees_a_button_without_a_name(page: Page, server: Server) -> None:
    visit(page, server.address)
    page.evaluate(
        "document.querySelector('main, section').append(document.createElement('button'))"
    )
    assert any(fault.startswith("button-name") for fault in axe_faults(page))


def test_a_wrong_chromium_is_an_error_not_a_skip(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    with pytest.raises(NoChromium, match="/nowhere/chromium"):
        named()

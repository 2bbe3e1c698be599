"""A server and a real Chromium for every journey; leaving the machine fails whatever was tested."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.journeys.chromium import FLAGS, NoChromium, find
from tests.journeys.server import Server
from tests.journeys.watch import Watch, load_sample

DESK = {"width": 1440, "height": 900}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all journeys."""
    try:
        program = str(find())
    except NoChromium as missing:
        pytest.fail(str(missing))
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture
def fresh_server(tmp_path: Path) -> Iterator[Callable[[], Server]]:
    """Start servers of one's own, as many as the journey needs."""
    started: list[Server] = []

    def start(name: str = "server") -> Server:
        started.append(Server(tmp_path / name))
        return started[-1].wait()

    yield start
    for server in started:
        server.stop()
    assert [line for server in started for line in server.foreign_connects()] == []


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server that journeys without a state of their own share."""
    shared = Server(tmp_path_factory.mktemp("shared"))
    yield shared.wait()
    shared.stop()
    assert shared.foreign_connects() == []


@pytest.fixture(scope="session")
def loaded(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server that holds the sample company, for journeys that only look."""
    holding = Server(tmp_path_factory.mktemp("loaded")).wait()
    tab = browser.new_page()
    load_sample(tab, holding.address)
    tab.close()
    yield holding
    holding.stop()
    assert holding.foreign_connects() == []


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty tab that may ask nobody but this machine and whose console stays clean."""
    context = browser.new_context(viewport=DESK, accept_downloads=True)
    tab = context.new_page()
    watch = Watch(tab)
    yield tab
    context.close()
    assert watch.foreign == []
    assert watch.complaints == []

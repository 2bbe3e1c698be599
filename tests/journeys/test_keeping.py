"""What was loaded: seen by a second tab, kept over a restart, gone when it is forgotten."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys import steps
from tests.journeys.conftest import DESK
from tests.journeys.server import Server
from tests.journeys.watch import load_sample, visit


@pytest.fixture
def tabs(browser: Browser) -> Iterator[tuple[Page, Page]]:
    """Two tabs of two people who share nothing but the server."""
    contexts = [browser.new_context(viewport=DESK) for _ in range(2)]
    first, second = (context.new_page() for context in contexts)
    yield first, second
    for context in contexts:
        context.close()


def test_data_is_shared_kept_over_a_restart_and_forgotten_on_request(
    fresh_server, tabs: tuple[Page, Page]
) -> None:
    first, second = tabs
    server = fresh_server("kept")
    data = server.folder / "versions"
    versions = data / "versions"
    load_sample(first, server.address)
    headline = steps.finding(first)
    visit(second, f"{server.address}/overview")
    assert steps.finding(second) == headline
    folders = [data, versions, *(path for path in versions.iterdir() if path.is_dir())]
    assert {folder.stat().st_mode & 0o777 for folder in folders} == {0o700}
    kept = sorted(path.relative_to(versions) for path in versions.rglob("*"))

    server.stop()
    restarted = fresh_server("kept")
    for tab in tabs:
        visit(tab, f"{restarted.address}/overview")
        assert steps.finding(tab) == headline
    assert sorted(path.relative_to(versions) for path in versions.rglob("*")) == kept

    steps.go(second, "load_data")
    second.get_by_role("button", name="Forget this data").click()
    second.get_by_role("button", name="Forget it now").click()
    expect(second.get_by_text("Two spreadsheets are enough to begin")).to_be_visible()
    assert [path for path in versions.rglob("*") if path.is_file()] == []
    left = [path for path in data.rglob("*") if path.is_file()]
    assert [path for path in left if b"role_history.xlsx" in path.read_bytes()] == []
    steps.go(first, "flight_risk")
    expect(first.get_by_text("Nothing is loaded yet")).to_be_visible()
    expect(first.get_by_text("This page stopped")).to_have_count(0)


def test_filters_of_one_tab_are_not_those_of_another(loaded: Server, tabs) -> None:
    first, second = tabs
    for tab in tabs:
        visit(tab, f"{loaded.address}/overview")
    steps.choose(first, "Region", "EU")
    steps.go(second, "flight_risk")
    assert steps.sentence(first).startswith("EU, as of")
    assert steps.sentence(second).startswith("Everyone, as of")

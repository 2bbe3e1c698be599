"""An error gives nothing away: not on the page, not in the log of the server."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.server import Server
from tests.journeys.watch import visit


@pytest.fixture
def failing(tmp_path) -> Iterator[Server]:
    """The launcher around a page that fails."""
    server = Server(tmp_path, "tests/journeys/scripts/failing_app.py")
    yield server.wait()
    server.stop()


def test_an_error_outside_the_frame_is_calm_and_keeps_its_values(
    browser: Browser, failing: Server
) -> None:
    tab = visit(browser.new_page(), failing.address)
    expect(tab.get_by_text("Nothing you loaded is lost")).to_be_visible()
    seen = failing.log.read_text("utf-8") + tab.content()
    tab.close()
    assert "type=ValueError" in seen
    assert "failing_page.py" in seen
    assert "Canary" not in seen
    assert "Traceback" not in seen

"""What every test may use: data from outside the repository, and the app without a browser."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[1]
JOURNEYS = ROOT / "tests" / "journeys"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything below tests/journeys."""
    for item in items:
        if item.path.is_relative_to(JOURNEYS):
            item.add_marker(pytest.mark.journey)


def outside(name: str) -> Path:
    """A folder beside the checkout; absent it skips here and fails where CI is set."""
    folder = ROOT.parent / "shared" / name
    if not folder.is_dir():
        reason = f"needs the folder ../shared/{name} beside the checkout"
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return folder


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Foreign HR data that is not part of the repository."""
    return outside("data")


@pytest.fixture(scope="session")
def shared_corpus() -> Path:
    """Foreign and hostile spreadsheets that are not part of the repository."""
    return outside("corpus")


@pytest.fixture
def visit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], AppTest]:
    """Open a page through the menu, with an empty folder of data versions."""
    monkeypatch.setenv("TRAJECTORY_DATA_FOLDER", str(tmp_path / "versions"))

    def open_through_menu(key: str) -> AppTest:
        menu = AppTest.from_file(ROOT / "components" / "ui" / "menu.py", default_timeout=60)
        menu.run()
        return menu.switch_page(str(ROOT / "pages" / f"{key}.py")).run()

    return open_through_menu

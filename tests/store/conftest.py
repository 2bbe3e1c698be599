"""A store on disk or in memory: what is true of one is true of the other."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from components.store import Store


@pytest.fixture(params=["disk", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path if request.param == "disk" else None)
    yield opened
    opened.close()


@pytest.fixture
def on_disk(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path)
    yield opened
    opened.close()

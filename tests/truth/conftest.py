"""The roads walked on the sample, each once: as it is, and with its tables at C5."""

import shutil
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pytest

from components.settings import Settings, load_settings
from tests.truth.road import EVERYTHING, MESSY, SAMPLE, TWO, Road, walk
from tests.truth.shifted import shifted

SETS = {"two workbooks": TWO, "one workbook": EVERYTHING, "messy": MESSY}
WIDE = """
[approaching]
from_months = 1
to_months = 240
[stalled_top_performer]
from_months = 6
to_months = 240
[past_window]
from_months = 7
"""


@pytest.fixture(scope="session")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Limits under which far more people are flagged, so that there is more to look up."""
    folder = tmp_path_factory.mktemp("wide")
    (folder / "signals.toml").write_text(WIDE, "utf-8")
    return load_settings(folder)


@pytest.fixture(scope="session")
def road() -> Callable[[str], Road]:
    """The road on a set of the sample, under the usual limits."""

    @cache
    def walked(name: str) -> Road:
        return walk([SAMPLE / file for file in SETS[name]], load_settings())

    return walked


@pytest.fixture(scope="session")
def wide_road(
    wide: Settings, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str, bool], Road]:
    """The road under wide limits, on a set as it is or with its tables at C5."""

    @cache
    def walked(name: str, lower: bool) -> Road:
        files = [SAMPLE / file for file in SETS[name]]
        folder = tmp_path_factory.mktemp("lower")
        return walk(_lower(files, folder) if lower else files, wide)

    return walked


def _lower(files: Sequence[Path], folder: Path) -> list[Path]:
    return [
        shifted(file, folder) if file.suffix == ".xlsx" else Path(shutil.copy(file, folder))
        for file in files
    ]

"""Foreign data sets read as they are, by the intake."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from components.intake import Answers, Upload, read_files
from components.settings import Settings
from components.tables.dataset import Dataset
from tests.analysis.build import SETTINGS


def read(
    files: Sequence[Path], answers: Answers | None = None, settings: Settings = SETTINGS
) -> Dataset:
    """The data set of some files, with what a person would have answered."""
    uploads = [Upload(path.name, path.read_bytes()) for path in files]
    day = date(2026, 6, 30)
    return read_files(uploads, settings, answers=answers or Answers(), today=day).dataset

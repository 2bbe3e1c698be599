"""The road without a screen, in this process: files in; reading, measures and flags out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from components.analysis import Measures, measure
from components.intake import Answers, Reading, Upload, read_files
from components.settings import Settings
from components.signals import Flags, judge
from components.tables.problems import Problem

SAMPLE = Path(__file__).resolve().parents[2] / "sample_data"
TWO = ("clean/reviews.xlsx", "clean/role_history.xlsx")
EVERYTHING = ("clean/everything.xlsx",)
MESSY = ("messy/people.csv", "messy/reviews_export.xlsx", "messy/role_history_export.xlsx")
DAY = date(2026, 6, 30)


@dataclass(frozen=True)
class Road:
    """Some files, and all that was made of them."""

    files: tuple[Path, ...]
    reading: Reading
    measures: Measures
    flags: Flags

    @property
    def problems(self) -> tuple[Problem, ...]:
        return (*self.reading.problems, *self.measures.problems)


def walk(files: Sequence[Path], settings: Settings, day: date = DAY) -> Road:
    """Read, measure and judge the files as of the day."""
    uploads = [Upload(file.name, file.read_bytes()) for file in files]
    reading = read_files(uploads, settings, answers=Answers(), today=day)
    measures = measure(reading.dataset, day, settings)
    return Road(tuple(files), reading, measures, judge(measures, settings))

"""The front door: files in; a dataset, how it was read, and what was wrong out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from components.intake.answers import Answers
from components.intake.arrive import Arrived, ArriveLimits, Upload, read_sheets
from components.intake.facts import build
from components.intake.plan import SheetPlan
from components.intake.recognise import Match, recognise
from components.settings import Settings
from components.tables.dataset import Dataset
from components.tables.problems import Problem, ordered

Progress = Callable[[str, float], None]
"""Called with a sentence and the share done, 0 to 1."""


@dataclass(frozen=True)
class Reading:
    """What was made of some files: the dataset, the plan of each sheet, and the problems."""

    dataset: Dataset
    plans: tuple[SheetPlan, ...]
    matches: tuple[Match, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Opened:
    """Files opened, but not understood yet; `key` is the same for the same contents."""

    arrived: Arrived
    key: str


def open_files(
    uploads: Sequence[Upload], settings: Settings, progress: Progress | None = None
) -> Opened:
    """Read the text of every sheet; the order of the files makes no difference."""
    in_order = sorted(uploads, key=lambda upload: (upload.name, sha256(upload.content).digest()))
    key = sha256()
    for upload in in_order:
        key.update(sha256(upload.name.encode()).digest() + sha256(upload.content).digest())
    limits = ArriveLimits.of(settings.app)
    return Opened(read_sheets(in_order, limits, progress), key.hexdigest())


def understand(opened: Opened, settings: Settings, *, answers: Answers, today: date) -> Reading:
    """Recognise the columns and turn rows into facts; facts after `today` are questioned."""
    sheets = opened.arrived.sheets
    recognition = recognise(sheets, settings, answers)
    built = build(sheets, recognition.plans, settings, content_key=opened.key, today=today)
    problems = (*opened.arrived.problems, *recognition.problems, *built.problems)
    return Reading(built.dataset, recognition.plans, recognition.matches, ordered(problems))


def read_files(
    uploads: Sequence[Upload], settings: Settings, *, answers: Answers, today: date
) -> Reading:
    """The whole way from bytes to a dataset, without stopping for questions."""
    return understand(open_files(uploads, settings), settings, answers=answers, today=today)

"""The front door: files in; a dataset, how it was read, and what was wrong out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256

from components.intake.answers import Answers, settings_with
from components.intake.arrive import (
    Arrived,
    ArriveLimits,
    Upload,
    Written,
    read_sheets,
    told_apart,
)
from components.intake.checks import checked
from components.intake.facts import build
from components.intake.merged import filled, merged_cells
from components.intake.our_sheet import without_our_sheet
from components.intake.plan import SheetPlan
from components.intake.profiles.fitting import fit
from components.intake.recognise import Match, recognise
from components.intake.record_types import by_record_type
from components.settings import Settings
from components.tables.dataset import Dataset
from components.tables.problems import Problem, ordered

Progress = Callable[[str, float], None]
"""Called with a sentence and the share done, 0 to 1."""

_NO_ANSWERS = Answers()


@dataclass(frozen=True)
class Reading:
    """What was made of some files: the dataset, the plan of each sheet, and the problems."""

    dataset: Dataset
    plans: tuple[SheetPlan, ...]
    matches: tuple[Match, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Opened:
    """Files opened, but not understood yet.

    `key` is the same for the same contents read in the same encodings and with the same
    separators; `uploads` are the files themselves, to be opened again with other answers.
    """

    arrived: Arrived
    key: str
    uploads: tuple[Upload, ...] = field(default=(), repr=False)


def open_files(
    uploads: Sequence[Upload],
    settings: Settings,
    progress: Progress | None = None,
    *,
    answers: Answers = _NO_ANSWERS,
) -> Opened:
    """Read the text of every sheet; the order of the files makes no difference.

    Of the answers, those about the encoding and the separator of text files are heeded here.
    """
    in_order = _in_order(uploads)
    said = _written(in_order, answers)
    limits = ArriveLimits.of(settings.app)
    read = read_sheets(in_order, limits, progress, written=said)
    arrived = by_record_type(without_our_sheet(read))
    return Opened(arrived, _key(in_order, said), tuple(in_order))


def reopen(
    opened: Opened, settings: Settings, answers: Answers, progress: Progress | None = None
) -> Opened:
    """The same files opened under these answers; the very same where they change nothing.

    What was put together of sheets without their files (`correct`) stays as it is.
    """
    if not opened.uploads or _key(opened.uploads, _written(opened.uploads, answers)) == opened.key:
        return opened
    return open_files(opened.uploads, settings, progress, answers=answers)


def understand(opened: Opened, settings: Settings, *, answers: Answers, today: date) -> Reading:
    """Recognise the columns and turn rows into facts; facts after `today` are questioned."""
    settings = settings_with(settings, answers)
    sheets = tuple(
        filled(sheet) if answers.about(sheet).fill_merged else sheet
        for sheet in opened.arrived.sheets
    )
    recognition = recognise(sheets, settings, answers, today=today)
    built = build(sheets, recognition.plans, settings, content_key=opened.key, today=today)
    problems = (
        *opened.arrived.problems,
        *recognition.problems,
        *merged_cells(sheets, recognition.plans, answers),
        *built.problems,
        *checked(built.facts),
    )
    return Reading(built.dataset, recognition.plans, recognition.matches, ordered(problems))


def read_files(
    uploads: Sequence[Upload], settings: Settings, *, answers: Answers, today: date
) -> Reading:
    """The whole way from bytes to a dataset, without stopping for questions.

    The answers may be an import profile: it is fitted to the sheets, and what changed is said.
    """
    opened = open_files(uploads, settings, answers=answers)
    fitted = fit(answers, opened.arrived.sheets)
    opened = reopen(opened, settings, fitted.answers)
    reading = understand(opened, settings, answers=fitted.answers, today=today)
    return replace(reading, problems=ordered((*fitted.problems, *reading.problems)))


def _in_order(uploads: Sequence[Upload]) -> list[Upload]:
    return sorted(uploads, key=lambda upload: (upload.name, sha256(upload.content).digest()))


def _written(in_order: Sequence[Upload], answers: Answers) -> dict[str, Written]:
    """What was said about each text file; nothing for files about which nothing was."""
    found = {}
    for upload in told_apart(in_order)[0]:
        about = [one for one in answers.sheet if one.speaks_of(upload.name, "")]
        encoding = next((one.encoding for one in about if one.encoding), "")
        separator = next((one.separator for one in about if one.separator), "")
        if encoding or separator:
            found[upload.name] = Written(encoding, separator)
    return found


def _key(in_order: Sequence[Upload], said: Mapping[str, Written]) -> str:
    key = sha256()
    for upload in in_order:
        key.update(sha256(upload.name.encode()).digest() + sha256(upload.content).digest())
    for name, one in sorted(said.items()):
        key.update(f"{name}\0{one.encoding}\0{one.separator}\0".encode())
    return key.hexdigest()

"""Files between their arrival and the confirmation: read once, understood anew per answer."""

import json
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

from components.errors import FileRefused
from components.intake import Answers, Match, Opened, Reading, Upload, open_files, understand
from components.settings import AppSettings
from components.store import Version
from components.ui import caching, session

SAMPLE = Path(__file__).resolve().parents[2] / "sample_data" / "clean"
SAMPLE_FILES = ("role_history.xlsx", "reviews.xlsx")
READ_LAST = "read_last"
ROUND = "uploader_round"
MB = 1024 * 1024
HELD = 8
"""Arrivals kept at once over all tabs; the oldest goes first."""


@dataclass(frozen=True)
class Arrival:
    """Files that were opened, what was said about them, and what was made of them."""

    opened: Opened
    answers: Answers
    reading: Reading


def arrive(uploads: Sequence[Upload], progress: Callable[[str, float], None]) -> Arrival:
    """Open and understand the files, and hold them for this tab.

    Raises:
        FileRefused: they are too many, or too big together.
    """
    settings = caching.settings()
    _refuse_too_many(uploads, settings.app)
    opened = open_files(uploads, settings, progress)
    progress("Understanding the columns", 0.9)
    answers = Answers()
    reading = understand(opened, settings, answers=answers, today=date.today())
    return _hold(Arrival(opened, answers, reading))


def waiting() -> Arrival | None:
    """What this tab has read and not confirmed yet."""
    return caching.arrivals().get(session.recall(session.PENDING, ""))


def answer(answers: Answers) -> None:
    """Understand the waiting files anew with these answers."""
    held = waiting()
    if held is None:
        return
    reading = understand(held.opened, caching.settings(), answers=answers, today=date.today())
    _hold(replace(held, answers=answers, reading=reading))


def accept(proposed: Mapping[int, Mapping[str, str]]) -> None:
    """Say yes to what was proposed: sheet number → header → place."""
    held = waiting()
    if held is None:
        return
    answers = held.answers
    for number, columns in proposed.items():
        for header, place in columns.items():
            answers = answers.with_column(held.opened.arrived.sheets[number], header, place)
    answer(answers)


def confirm(arrival: Arrival) -> None:
    """Make what was read the data that every page works with."""
    reading = arrival.reading
    matches = json.dumps([asdict(match) for match in reading.matches], ensure_ascii=False)
    version = Version(reading.dataset, reading.problems, matches, arrival.answers.to_toml())
    caching.forget_everything()
    caching.store().versions.save(version)
    start_over()
    session.choose({})
    session.set_as_of(None)


def load_sample(progress: Callable[[str, float], None]) -> None:
    """Read and confirm the invented company."""
    uploads = [Upload(name, (SAMPLE / name).read_bytes()) for name in SAMPLE_FILES]
    confirm(arrive(uploads, progress))


def put_away() -> None:
    """Let go of what this tab has read and not confirmed."""
    caching.arrivals().pop(session.recall(session.PENDING, ""), None)
    session.forget(session.PENDING)


def start_over() -> None:
    """Let go of what was read, and empty the uploader with it."""
    put_away()
    session.remember(ROUND, uploader_round() + 1)


def uploader_round() -> int:
    """How often this tab has started over; an uploader of a new round holds no files."""
    return int(session.recall(ROUND, 0))


def forget_data() -> None:
    """Delete every data version, on disk and in memory."""
    caching.store().versions.forget()
    caching.forget_everything()
    start_over()
    session.choose({})


def matches_of(version: Version) -> tuple[Match, ...]:
    """How the columns of a confirmed version were read."""
    return tuple(Match(**facts) for facts in json.loads(version.matches))


def _refuse_too_many(uploads: Sequence[Upload], app: AppSettings) -> None:
    total = sum(len(upload.content) for upload in uploads)
    if len(uploads) > app.uploads_at_once:
        raise FileRefused(
            "too-many-files",
            f"{len(uploads)} files are more than can be read at once.",
            now=f"Take {len(uploads) - app.uploads_at_once} of them out, or raise uploads_at_once "
            "in config/app.toml.",
        )
    if total > app.uploads_at_once_mb * MB:
        raise FileRefused(
            "uploads-too-big",
            f"The files hold {total / MB:,.0f} MB, more than can be read at once.",
            now="Take the largest out, or raise uploads_at_once_mb in config/app.toml.",
        )


def _hold(arrival: Arrival) -> Arrival:
    put_away()
    held = caching.arrivals()
    token = secrets.token_urlsafe(12)
    held[token] = arrival
    while len(held) > HELD:
        held.pop(next(iter(held)))
    session.remember(session.PENDING, token)
    return arrival


def is_new(file_ids: tuple[str, ...]) -> bool:
    """Whether these uploaded files differ from those this tab read last."""
    if session.recall(READ_LAST) == list(file_ids):
        return False
    session.remember(READ_LAST, list(file_ids))
    return True

"""Files between their arrival and the confirmation: read once, understood anew per answer."""

import json
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path

from components.intake import Answers, Match, Opened, Upload, open_files, reopen, understand
from components.store import Version
from components.ui import caching, session
from components.ui.arrival import Arrival, Base
from components.ui.corrected_copies import base_in_use, base_of, copies_in, corrected
from components.ui.profile_files import fitting, is_profile, keep_profile, take_profile
from components.ui.upload_limits import refuse_too_many

SAMPLE = Path(__file__).resolve().parents[2] / "sample_data" / "clean"
SAMPLE_FILES = ("role_history.xlsx", "reviews.xlsx")
READ_LAST = "read_last"
ROUND = "uploader_round"
NO_COPY = "no_corrected_copy"
HELD = 8
"""Arrivals kept at once over all tabs; the oldest goes first."""

Progress = Callable[[str, float], None]


def arrive(uploads: Sequence[Upload], progress: Progress) -> Arrival | None:
    """Open and understand the files, and hold them for this tab; profiles are kept at once.

    Files that we gave back with their problems marked are taken for corrections of the files
    that came with them, else of those that wait, else of those in use.

    Raises:
        FileRefused: they are too many, or too big together.
        ConfigError: a profile can't be read.
    """
    for upload in uploads:
        if is_profile(upload):
            take_profile(upload)
    files = [upload for upload in uploads if not is_profile(upload)]
    if not files:
        return None
    refuse_too_many(files, caching.settings().app)
    opened = open_files(files, caching.settings(), progress)
    progress("Understanding the columns", 0.9)
    return _hold(_as_corrections(opened) or _with_profile(opened))


def _as_corrections(opened: Opened) -> Arrival | None:
    """The files read as corrections, if some of them are copies that we gave back."""
    copies = copies_in(opened)
    if not copies:
        return None
    others = [one for one in opened.uploads if one.name not in copies]
    base, came = _base(others), opened
    if others and base is not None:
        back = [one for one in opened.uploads if one.name in copies]
        came = open_files(back, caching.settings())
    return None if base is None else _corrected(came, base, base.answers)


def _base(others: Sequence[Upload]) -> Base | None:
    """What the copies may correct: files beside them, files that wait, or those in use."""
    held, version = waiting(), caching.sound_version()
    if held is not None and {*others} <= {*held.uploads}:
        return base_of(held)
    if others:
        return base_of(_with_profile(open_files(others, caching.settings())))
    return base_in_use(version) if version else None


def _corrected(came: Opened, base: Base, answers: Answers) -> Arrival | None:
    came = reopen(came, caching.settings(), answers)
    made = corrected(came, base, answers)
    if made is None:
        return None
    reading = understand(made.opened, caching.settings(), answers=made.answers, today=_today())
    return Arrival(came, made.opened, made.answers, reading, base=base, found=made.found)


def _with_profile(opened: Opened) -> Arrival:
    """The files read with the profile that fits them best, if one does."""
    found = fitting(opened.arrived.sheets)
    if found is None:
        return _understood(opened, Answers())
    name, fitted = found
    read = _understood(opened, fitted.answers)
    return replace(read, profile=name, about_profile=fitted.problems)


def _understood(opened: Opened, answers: Answers) -> Arrival:
    """The files understood with these answers; opened again where these say how."""
    settings = caching.settings()
    opened = reopen(opened, settings, answers)
    reading = understand(opened, settings, answers=answers, today=_today())
    return Arrival(opened, opened, answers, reading)


def _today() -> date:
    return date.today()


def waiting() -> Arrival | None:
    """What this tab has read and not confirmed yet."""
    return caching.arrivals().get(session.recall(session.PENDING, ""))


def answer(answers: Answers) -> None:
    """Understand the waiting files anew with these answers."""
    held = waiting()
    if held is None:
        return
    read = _corrected(held.came, held.base, answers) if held.base else None
    read = read or _understood(held.came, answers)
    _hold(replace(read, profile=held.profile, about_profile=held.about_profile))


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


def read_afresh() -> None:
    """Understand the waiting files anew, without a profile, as files of their own."""
    held = waiting()
    if held is not None:
        _hold(_understood(held.came, Answers()))


def correct_what_is_in_use() -> None:
    """Take the waiting files for corrections of the version in use."""
    held, version = waiting(), caching.sound_version()
    if held is None or version is None:
        return
    base = base_in_use(version)
    read = _corrected(held.came, base, base.answers)
    session.remember(NO_COPY, read is None)
    if read is not None:
        _hold(read)


def confirm(arrival: Arrival, *, remember_as: str = "") -> None:
    """Make what was read the data that every page works with; keep its profile under a name."""
    reading = arrival.reading
    matches = json.dumps([asdict(match) for match in reading.matches], ensure_ascii=False)
    version = Version(reading.dataset, arrival.problems, matches, arrival.answers.to_toml())
    files = [(upload.name, upload.content) for upload in arrival.uploads]
    caching.forget_everything()
    caching.versions().save(version, files=files, profile=remember_as or None)
    if remember_as:
        keep_profile(arrival, remember_as)
    start_over()
    session.choose({})
    session.set_as_of(None)


def load_sample(progress: Progress) -> None:
    """Read and confirm the invented company."""
    uploads = [Upload(name, (SAMPLE / name).read_bytes()) for name in SAMPLE_FILES]
    opened = open_files(uploads, caching.settings(), progress)
    confirm(_understood(opened, Answers()))


def put_away() -> None:
    """Let go of what this tab has read and not confirmed."""
    caching.arrivals().pop(session.recall(session.PENDING, ""), None)
    session.forget(session.PENDING, NO_COPY)


def start_over() -> None:
    """Let go of what was read, and empty the uploader with it."""
    put_away()
    session.remember(ROUND, uploader_round() + 1)


def uploader_round() -> int:
    """How often this tab has started over; an uploader of a new round holds no files."""
    return int(session.recall(ROUND, 0))


def matches_of(version: Version) -> tuple[Match, ...]:
    """How the columns of a confirmed version were read."""
    return tuple(Match(**facts) for facts in json.loads(version.matches))


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

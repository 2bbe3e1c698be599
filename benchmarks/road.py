"""From uploaded bytes to flags in hand, beside the bare read, openpyxl and the batch."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from benchmarks.clock import Spent, middle, spent
from benchmarks.figures import Figure
from components.analysis import measure
from components.intake import Answers, Reading, Upload, read_files
from components.settings import Settings, load_settings
from components.signals import judge

ROOT = Path(__file__).resolve().parents[1]
BARE = Path(__file__).with_name("bare_read.py")
AS_OF = date(2026, 6, 30)
SMALL, MIDDLE, LARGE = 2_000, 20_000, 100_000
TIMES_SLOWER = 10
"""openpyxl must take at least this many times as long."""


@dataclass(frozen=True, slots=True)
class Rounds:
    """How often each part is measured, and whether openpyxl reads the largest workbook."""

    small: int = 9
    large: int = 5
    batch: int = 3
    openpyxl_at: int = MIDDLE


def figures(books: dict[int, Path], rounds: Rounds) -> Iterator[Figure]:
    """All figures of the road; the bare read and the road take turns."""
    settings = load_settings()
    for people in (SMALL, MIDDLE):
        took = middle(_to_flags(books[people], settings) for _ in range(rounds.small))
        yield _upload_to_flags(people, took, most=1.0 if people == SMALL else None)
    turns = [(_bare(books[LARGE]), _to_flags(books[LARGE], settings)) for _ in range(rounds.large)]
    bare, whole = middle(turn[0] for turn in turns), middle(turn[1] for turn in turns)
    yield _upload_to_flags(LARGE, whole)
    yield _plain("Bare read", bare)
    yield _beside_bare("Upload to flags / bare read", whole, bare, most=2.0)
    yield from _beside_openpyxl(books, rounds.openpyxl_at, whole)
    batch = middle(_batch(books[LARGE]) for _ in range(rounds.batch))
    yield _plain("Batch process", batch)
    yield _beside_bare("Batch process / bare read", batch, bare, most=3.0)


def read(book: Path, settings: Settings) -> Reading:
    """What intake makes of a workbook."""
    upload = Upload(book.name, book.read_bytes())
    return read_files([upload], settings, answers=Answers(), today=AS_OF)


def _to_flags(book: Path, settings: Settings) -> Spent:
    upload = Upload(book.name, book.read_bytes())

    def walk() -> int:
        reading = read_files([upload], settings, answers=Answers(), today=AS_OF)
        measures = measure(reading.dataset, AS_OF, settings)
        return len(judge(measures, settings).rows)

    flags, took = spent(walk)
    if not flags:
        raise RuntimeError(f"{book.name}: nobody was judged, so there is nothing to time.")
    return took


def _run(*words: str) -> Spent:
    command = [sys.executable, *words]
    return spent(lambda: subprocess.run(command, cwd=ROOT, check=True, capture_output=True))[1]


def _bare(book: Path) -> Spent:
    return _run(str(BARE), str(book))


def _batch(book: Path) -> Spent:
    out = book.parent / "batch"
    day = ("--as-of", AS_OF.isoformat(), "--out", str(out))
    return _run("-m", "components.batch", str(book), *day)


def _upload_to_flags(people: int, took: Spent, most: float | None = None) -> Figure:
    what = f"Upload to flags, {people:,} people"
    return Figure(what, took.wall, "s", most, f"CPU {took.cpu:.2f} s")


def _plain(what: str, took: Spent) -> Figure:
    return Figure(f"{what}, {LARGE:,} people", took.wall, "s", beside=f"CPU {took.cpu:.2f} s")


def _beside_bare(what: str, took: Spent, bare: Spent, most: float) -> Figure:
    return Figure(what, took.wall / bare.wall, "×", most, f"CPU {took.cpu / bare.cpu:.2f}×")


def _beside_openpyxl(books: dict[int, Path], people: int, whole: Spent) -> Iterator[Figure]:
    """One round: it takes longer than all others together."""
    _, took = spent(lambda: pd.read_excel(books[people], sheet_name=None, engine="openpyxl"))
    scale = LARGE / people
    how = took.words if scale == 1 else f"{took.words} at {people:,}, times {scale:.0f}"
    yield Figure(f"pandas with openpyxl, {LARGE:,} people", took.wall * scale, "s", beside=how)
    share = whole.wall / (took.wall * scale)
    what = "Upload to flags / openpyxl"
    yield Figure(what, share, "×", 1 / TIMES_SLOWER, f"CPU {whole.cpu / took.cpu / scale:.2f}×")

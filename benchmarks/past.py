"""Looking back: the rules compared with the past, and limits tried out."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.clock import middle, spent
from benchmarks.figures import Figure
from benchmarks.road import AS_OF, LARGE, MIDDLE, SMALL, read
from components.analysis import Measures, measure
from components.settings import Settings, load_settings
from components.signals import limits_of, rule
from components.signals.backtest import Past, TrackRecord, look_back, track_record, what_if
from components.tables.dataset import Dataset

MOST = {SMALL: None, MIDDLE: None, LARGE: 20.0}
MOVED = "past_window"
MOVES = range(13, 61, 3)
MOVE_MOST = 300
TURNS = 3


def figures(books: Mapping[int, Path]) -> Iterator[Figure]:
    """A line for each number of people, and the moves of a slider at the middle one."""
    settings = load_settings()
    for people, most in MOST.items():
        dataset = read(books[people], settings).dataset
        now = measure(dataset, AS_OF, settings)

        turns = [spent(partial(_looked_back, dataset, now, settings)) for _ in range(TURNS)]
        past, record = turns[0][0]
        took = middle(one for _, one in turns)
        if not record.tested:
            raise RuntimeError(f"{people:,} people: {record.why_not} There is nothing to time.")
        what = f"Look back at {len(past.moments)} days, {people:,} people"
        beside = f"CPU {took.cpu:.2f} s; {len(past.person_dates):,} person-dates"
        yield Figure(what, took.wall, "s", most, beside)
        if people == MIDDLE:
            yield _moves(past)


def _looked_back(dataset: Dataset, now: Measures, settings: Settings) -> tuple[Past, TrackRecord]:
    past = look_back(dataset, now, settings)
    return past, track_record(past, settings)


def _moves(past: Past) -> Figure:
    limits = limits_of(load_settings())[MOVED]
    times = []
    for months in MOVES:
        moved = limits.model_copy(update={"from_months": months})
        _, took = spent(partial(what_if, rule(MOVED), moved, past))
        times.append(took.wall * 1000)
    what = f"Limit moved, figures with Wilson intervals, {MIDDLE:,} people"
    return Figure(what, median(times), "ms", MOVE_MOST, f"highest {max(times):.0f} ms")

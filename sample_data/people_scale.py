"""Large workbooks for measuring speed: one file; role history, reviews and leavers on its sheets.

Never committed. Everybody reports to the person whose number is a tenth of their own, so the tree
is whole; spells follow without a gap; each rise of the level is a promotion; the reviewer is the
manager; a leaver has an end date, no later review and a row among the leavers.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from sample_data.company import COMPETENCIES, NOUNS, SEED
from sample_data.plain_workbook import Column, PlainWorkbook

Whole: TypeAlias = NDArray[np.int64]

_FIRST, _LAST = 40909, 46203
"""1 January 2012 and 30 June 2026 as the day numbers that workbooks hold."""
_CYCLES = np.array([44640, 45005, 45371, 45736, 46101])
"""20 March of 2022 to 2026."""
_FAMILIES = list(NOUNS)
_REGIONS = ("USA", "EU", "LatAm", "MENA")
_STEPS = ("Associate", "Specialist", "Senior", "Lead", "Staff", "Principal", "Fellow", "Head")
_EVENTS = ("hire", "promotion", "lateral", "other")
_NO_YES = ("no", "yes")
_EXITS = ("voluntary", "involuntary", "retirement")


@dataclass(frozen=True, slots=True)
class Crowd:
    """People by number: when they came and went (0: still there), where and under whom."""

    ids: list[str]
    hired: Whole
    left: Whole
    manager: Whole
    region: Whole
    family: Whole
    skill: NDArray[np.float64]

    @property
    def until(self) -> Whole:
        """Last known day."""
        return np.where(self.left > 0, self.left, _LAST)


def make_large(people: int, folder: Path) -> tuple[Path, ...]:
    """Write a workbook of that many people, about 2.5 roles and 2.5 reviews each.

    The same number gives the same bytes.
    """
    rng = np.random.default_rng([SEED, people])
    crowd = _crowd(people, rng)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"people_{people}.xlsx"
    book = PlainWorkbook(path)
    book.add("Role history", _roles(crowd, rng))
    book.add("Reviews", _reviews(crowd, rng))
    book.add("Leavers", _leavers(crowd, rng))
    book.close()
    return (path,)


def _crowd(people: int, rng: np.random.Generator) -> Crowd:
    """Lower numbers came earlier, so that managers are there before their people."""
    hired = np.sort(rng.integers(_FIRST, _LAST - 400, people))
    length = rng.integers(200, 5000, people)
    gone = (rng.random(people) < 0.16) & (hired + length < _LAST)
    number = np.arange(people)
    gone &= number * 10 >= people
    return Crowd(
        ids=[f"{one:07d}" for one in range(1, people + 1)],
        hired=hired,
        left=np.where(gone, hired + length, 0),
        manager=np.where(number == 0, -1, number // 10),
        region=rng.choice(4, people, p=[0.42, 0.36, 0.18, 0.04]),
        family=rng.integers(0, len(_FAMILIES), people),
        skill=rng.normal(size=people),
    )


def _within(group: Whole) -> Whole:
    """The place of each row among the rows of its group; groups stand together."""
    starts = np.flatnonzero(np.r_[True, group[1:] != group[:-1]])
    lengths = np.diff(np.r_[starts, len(group)])
    return np.arange(len(group)) - np.repeat(starts, lengths)


def _running(flags: NDArray[np.bool_], group: Whole) -> Whole:
    """How often a flag was set so far within each group."""
    total = np.cumsum(flags)
    first = np.searchsorted(group, group)
    return total - (total - flags)[first]


def _roles(crowd: Crowd, rng: np.random.Generator) -> list[Column]:
    """Role history: starts spread over the employment, ends the day before the next start."""
    who = np.repeat(
        np.arange(len(crowd.ids)),
        rng.choice([1, 2, 3, 4], len(crowd.ids), p=[0.18, 0.34, 0.28, 0.2]),
    )
    place = _within(who)
    share = np.where(place == 0, 0.0, rng.random(len(who)))
    share = share[np.lexsort((share, who))]
    span = crowd.until[who] - crowd.hired[who] - 5
    start = crowd.hired[who] + (share * span).astype(np.int64) + place
    last = np.r_[who[1:] != who[:-1], True]
    left = np.where(crowd.left[who] > 0, crowd.left[who], -1)
    end = np.where(last, left, np.r_[start[1:], 0] - 1)
    event = np.where(place == 0, 0, rng.choice([1, 2, 3], len(who), p=[0.55, 0.3, 0.15]))
    entry = rng.integers(1, 4, len(crowd.ids))
    level = entry[who] + _running(event == 1, who)
    family = (crowd.family[who] + _running(event == 2, who)) % len(_FAMILIES)
    titles = [f"{step} {noun}" for noun in NOUNS.values() for step in _STEPS]
    return [
        Column("Employee ID", who, crowd.ids),
        Column("Effective date", start, days=True),
        Column("End date", end, days=True),
        Column("Event", event, _EVENTS),
        Column("Job title", family * len(_STEPS) + level - 1, titles),
        Column("Job family", family, _FAMILIES),
        Column("Level", level),
        Column("Department", crowd.family[who] % 9, [f"Department {n}" for n in range(1, 10)]),
        Column("Manager ID", crowd.manager[who], crowd.ids),
        Column("Region", crowd.region[who], _REGIONS),
    ]


def _reviews(crowd: Crowd, rng: np.random.Generator) -> list[Column]:
    """Reviews of people who were there for three months, some of them left out."""
    day = _CYCLES[None, :] + (np.arange(len(crowd.ids)) % 11)[:, None]
    there = (crowd.hired[:, None] + 90 <= day) & (day <= crowd.until[:, None])
    there &= (crowd.manager >= 0)[:, None] & (rng.random(there.shape) < 0.6)
    who, cycle = np.nonzero(there)
    score = 0.75 * crowd.skill[who] + rng.normal(0, 0.6, len(who))
    rating = np.searchsorted([-1.75, -1.0, 0.34, 1.08], score) + 1
    goals = np.clip(np.rint(96 + 8 * score + rng.normal(0, 7, len(who))), 45, 140)
    recommended = rng.random(len(who)) < np.array([0, 0, 0, 0.04, 0.18, 0.32])[rating]
    noise = rng.normal(0, 0.6, (2, len(who)))
    scores = np.clip(np.rint(3 + 0.5 * (rating - 3) + noise), 1, 5).astype(np.int64)
    return [
        Column("Employee ID", who, crowd.ids),
        Column("Cycle", cycle, [str(year) for year in range(2022, 2027)]),
        Column("Review date", day[there], days=True),
        Column("Reviewer ID", crowd.manager[who], crowd.ids),
        Column("Relation", np.zeros(len(who), np.int64), ("manager",)),
        Column("Rating", rating),
        Column("Promotion recommended", recommended.astype(np.int64), _NO_YES),
        Column("Goal attainment", goals.astype(np.int64)),
        Column(f"Competency: {COMPETENCIES[1]}", scores[0]),
        Column(f"Competency: {COMPETENCIES[2]}", scores[1]),
    ]


def _leavers(crowd: Crowd, rng: np.random.Generator) -> list[Column]:
    """Last days, kinds of exit and the days of notice, one to three months before."""
    who = np.flatnonzero(crowd.left)
    last = crowd.left[who]
    return [
        Column("Employee ID", who, crowd.ids),
        Column("Exit date", last, days=True),
        Column("Exit type", rng.choice(3, len(who), p=[0.65, 0.25, 0.1]), _EXITS),
        Column("Notice date", last - rng.integers(30, 93, len(who)), days=True),
    ]

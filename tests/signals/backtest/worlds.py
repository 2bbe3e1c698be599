"""Companies drawn by chance in which it is known whether waiting makes people leave."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
import pyarrow as pa

from components.tables.dataset import Dataset

FIRST, MONTHS = date(2016, 1, 1), 126
LAST = date(2026, 6, 30)
WINDOW = (24, 36)


@dataclass(frozen=True, slots=True)
class World:
    """Monthly chances: of leaving by choice and otherwise, and of a change of scope.

    `window_factor` multiplies the first while a top-rated person has been in the same scope for
    24 to 36 months; 1 is a world in which waiting has no effect.
    """

    people: int
    window_factor: float = 1.0
    leaving: float = 0.011
    other_exit: float = 0.003
    change: float = 0.028
    top_share: float = 0.35


def company(world: World, seed: int) -> Dataset:
    """The world's people, role history and reviews as a data set; leavers' roles stay open."""
    chance = np.random.default_rng(seed)
    hired = chance.integers(0, MONTHS - 6, world.people)
    top = chance.random((world.people, MONTHS // 12 + 1)) < world.top_share
    lives = _lived(world, chance, hired, top)
    return Dataset(
        {
            "people": _people(hired, lives, chance),
            "roles": _roles(hired, lives),
            "reviews": _reviews(hired, lives, top),
        },
        _pandas({"person": _whole(np.arange(world.people)), "employee_id": _ids(world.people)}),
        (),
        {},
        LAST,
        f"world {seed}",
    )


@dataclass(frozen=True)
class _Lives:
    """By person and month: whether the scope changed; the month of the exit (or none), and why."""

    changed: np.ndarray
    exit_month: np.ndarray
    by_choice: np.ndarray


def _lived(world: World, chance: np.random.Generator, hired: np.ndarray, top: np.ndarray) -> _Lives:
    people = world.people
    changed = np.zeros((people, MONTHS), bool)
    exit_month = np.full(people, MONTHS)
    by_choice = np.zeros(people, bool)
    waited = np.zeros(people, int)
    for month in range(MONTHS):
        here = (hired < month) & (exit_month == MONTHS)
        moves = here & (chance.random(people) < world.change)
        waited = np.where(moves | ~here, 0, waited + 1)
        changed[:, month] = moves
        rated = top[:, max(month - 2, 0) // 12]
        inside = rated & (waited >= WINDOW[0]) & (waited <= WINDOW[1])
        leaves = here & (
            chance.random(people) < world.leaving * np.where(inside, world.window_factor, 1.0)
        )
        goes = here & ~leaves & (chance.random(people) < world.other_exit)
        exit_month[leaves | goes] = month
        by_choice[leaves] = True
    return _Lives(changed, exit_month, by_choice)


def _month(months: np.ndarray, day: int = 1) -> pa.Array:
    starts = (np.datetime64(FIRST, "M") + months.astype(int)).astype("datetime64[D]")
    return pa.array(starts + np.timedelta64(day - 1, "D"), pa.date32())


def _people(hired: np.ndarray, lives: _Lives, chance: np.random.Generator) -> pd.DataFrame:
    people = len(hired)
    stays = lives.exit_month == MONTHS
    kinds = np.where(lives.by_choice, "voluntary", "involuntary")
    last_days = _month(lives.exit_month, 28).to_numpy(zero_copy_only=False)
    return _pandas(
        {
            "employee_id": _ids(people),
            "hire_date": _month(hired),
            "exit_date": pa.array(last_days, pa.date32(), mask=stays),
            "exit_kind": pa.array(kinds, pa.string(), mask=stays),
            **_kept(np.arange(people), 0),
        }
    )


def _roles(hired: np.ndarray, lives: _Lives) -> pd.DataFrame:
    begins = lives.changed.copy()
    begins[np.arange(len(hired)), hired] = True
    person, month = np.nonzero(begins)
    nth = np.cumsum(begins, axis=1)[person, month]
    family = np.where(nth % 2, "A", "B")
    return _pandas(
        {
            "employee_id": pa.array([f"{n:05d}" for n in person]),
            "effective_date": _month(month),
            "job_title": pa.array([f"Role {n}" for n in nth]),
            "job_family": pa.array(family, pa.string()),
            **_kept(person, 1),
        }
    )


def _reviews(hired: np.ndarray, lives: _Lives, top: np.ndarray) -> pd.DataFrame:
    years = np.arange(top.shape[1])
    months = years * 12 + 2
    here = (hired[:, None] < months) & (lives.exit_month[:, None] > months)
    person, year = np.nonzero(here & (months < MONTHS))
    rating = np.where(top[person, year], 5.0, 3.0)
    return _pandas(
        {
            "employee_id": pa.array([f"{n:05d}" for n in person]),
            "cycle": pa.array([str(FIRST.year + y) for y in year]),
            "review_date": _month(months[year]),
            "rating": pa.array(rating),
            "rating_label": pa.array([f"{value:g}" for value in rating]),
            **_kept(person, 2),
        }
    )


def naive_lift(dataset: Dataset) -> float:
    """The lift found by who looks only at the last day, with leavers' clocks running on."""
    from components.analysis import measure
    from tests.analysis.build import SETTINGS

    people = dataset.tables["people"]
    left = (people["exit_kind"] == "voluntary").fillna(False).to_numpy(bool)
    without = people.drop(columns=["exit_date", "exit_kind"])
    blind = Dataset(
        {**dataset.tables, "people": without}, dataset.persons, (), {}, LAST, "without exits"
    )
    found = measure(blind, LAST, SETTINGS).people
    waited = found["months_in_scope"].fillna(0).to_numpy(float) >= WINDOW[0]
    return float(left[waited].mean() / left.mean())


def _kept(person: np.ndarray, sheet: int) -> dict[str, pa.Array]:
    rows = np.arange(2, len(person) + 2)
    return {
        "person": _whole(person),
        "sheet": pa.array(np.full(len(person), sheet), pa.int16()),
        "row": pa.array(rows, pa.int32()),
    }


def _ids(people: int) -> pa.Array:
    return pa.array([f"{n:05d}" for n in range(people)])


def _whole(values: np.ndarray) -> pa.Array:
    return pa.array(values, pa.int32())


def _pandas(columns: dict[str, pa.Array]) -> pd.DataFrame:
    return pa.table(columns).to_pandas(types_mapper=pd.ArrowDtype)

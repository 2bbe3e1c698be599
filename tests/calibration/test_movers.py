"""People who changed manager: whether their ratings follow them or the manager."""

import numpy as np
import pandas as pd
import pytest

from components.calibration.movers import movers

MANAGERS, PEOPLE = 20, 600


def ratings(seed: int, *, habit: float, quality: float, moving: float = 0.3) -> pd.DataFrame:
    """Two cycles; managers differ by habit, teams by quality, and some people change manager."""
    chance = np.random.default_rng(seed)
    lenient = chance.normal(0, habit, MANAGERS)
    good = chance.normal(0, quality, MANAGERS)
    first = np.arange(PEOPLE) % MANAGERS
    person = good[first] + chance.normal(0, 0.5, PEOPLE)
    moves = chance.random(PEOPLE) < moving
    second = np.where(moves, chance.integers(0, MANAGERS, PEOPLE), first)
    rows = []
    for order, manager in ((2025, first), (2026, second)):
        rating = 3 + person + lenient[manager] + chance.normal(0, 0.4, PEOPLE)
        rows += list(
            zip(
                range(PEOPLE), [order] * PEOPLE, rating, [f"m{one}" for one in manager], strict=True
            )
        )
    return pd.DataFrame(rows, columns=["person", "cycle_order", "rating", "rater_id"])


def test_where_managers_differ_by_habit_ratings_follow_the_manager() -> None:
    found = movers(ratings(1, habit=0.6, quality=0))
    assert found.told
    assert found.low < 1 < found.high
    assert found.low > 0.5


def test_where_teams_differ_ratings_follow_the_person() -> None:
    found = movers(ratings(1, habit=0, quality=0.6))
    assert found.told
    assert found.low < 0 < found.high
    assert found.high < 0.5


def test_the_interval_holds_the_truth_about_as_often_as_it_says() -> None:
    held = [movers(ratings(seed, habit=0.4, quality=0)) for seed in range(60)]
    assert np.mean([one.low <= 1 <= one.high for one in held]) >= 0.8


def test_people_are_counted_once_and_only_in_the_largest_set() -> None:
    rows = ratings(1, habit=0.4, quality=0.4, moving=0)
    apart = pd.DataFrame(
        [(9_000, 2025, 3.0, "a"), (9_000, 2026, 3.0, "b"), (9_000, 2027, 4.0, "a")],
        columns=rows.columns,
    )
    found = movers(pd.concat([rows, apart], ignore_index=True))
    assert (found.people, found.connected, found.managers) == (1, 1, 2)
    assert not found.told


@pytest.mark.parametrize(("moved", "told"), [(29, False), (30, True)])
def test_from_thirty_people_on_it_can_be_told(moved: int, told: bool) -> None:
    rows = ratings(1, habit=0.5, quality=0, moving=0)
    later = (rows["cycle_order"] == 2026) & (rows["person"] < moved)
    after = "m" + ((rows["person"] + 1) % MANAGERS).astype(str)
    rows.loc[later, "rater_id"] = after[later]
    found = movers(rows)
    assert found.connected == moved
    assert found.told == told


def test_nobody_rated_twice_shows_nothing() -> None:
    rows = ratings(1, habit=0.5, quality=0)
    found = movers(rows[rows["cycle_order"] == 2025])
    assert (found.people, found.told) == (0, False)


def test_a_rating_without_a_rater_is_left_out() -> None:
    rows = ratings(1, habit=0.5, quality=0)
    rows.loc[rows["cycle_order"] == 2025, "rater_id"] = None
    assert movers(rows).people == 0

"""Habits on the scale: marked where they are beyond chance, never in a team that is too small."""

import numpy as np
import pandas as pd
import pytest

from components.calibration.habits import discovered, profiles, spread
from tests.calibration.sessions import session

FIVE = "3/12/45/30/10"


def found_in(people: pd.DataFrame) -> pd.DataFrame:
    return spread(people, "rater_id", ratings=range(1, 6)).set_index("group")


def with_team(*ratings: float) -> pd.DataFrame:
    """Thirty managers who use the scale alike, and one with these ratings."""
    people = session(np.random.default_rng(5), FIVE)
    own = pd.DataFrame({"rater_id": "x", "rating": ratings, "level": "1", "job_family": "A"})
    return pd.concat([people, own], ignore_index=True)


def test_everybody_at_one_rating_is_narrow_in_a_large_team() -> None:
    row = found_in(with_team(*[3.0] * 15)).loc["x"]
    assert row["narrow"]
    assert (row["fullest"], row["used"]) == (1, 1)
    assert row["usual_used"] > 3
    assert 0 < row["sd"] < row["usual_sd"]


def test_the_same_in_a_team_of_eight_is_no_wonder_and_in_seven_is_not_looked_at() -> None:
    eight = found_in(with_team(*[3.0] * 4, *[4.0] * 4)).loc["x"]
    assert not eight["narrow"]
    assert eight["chance"] > 0.02
    assert "x" not in found_in(with_team(*[3.0] * 7)).index


def test_where_all_use_the_scale_alike_hardly_anybody_is_narrow() -> None:
    chance = np.random.default_rng(11)
    marked = [found_in(session(chance, FIVE))["narrow"].any() for _ in range(40)]
    assert np.mean(marked) <= 0.2


def test_the_same_draws_come_each_time() -> None:
    people = with_team(*[3.0] * 9)
    pd.testing.assert_frame_equal(found_in(people), found_in(people))


def test_nobody_rated_leaves_no_rows() -> None:
    assert found_in(session(np.random.default_rng(1), FIVE).head(0)).empty


def scores(alike: bool) -> tuple[pd.DataFrame, pd.Series]:
    """Twelve raters of eight people with five competencies; the first may give each one score."""
    chance = np.random.default_rng(3)
    rows = []
    for person in range(96):
        own = chance.integers(1, 6, 5).astype(float)
        if alike and person % 12 == 0:
            own[:] = own[0]
        rows += [(person, f"c{at}", score) for at, score in enumerate(own)]
    raters = pd.Series([f"m{person % 12:02d}" for person in range(96)])
    return pd.DataFrame(rows, columns=["person", "competency", "manager"]), raters


@pytest.mark.parametrize("alike", [True, False])
def test_who_gives_each_person_one_score_throughout_is_seen(alike: bool) -> None:
    rows = profiles(*scores(alike)).set_index("group")
    assert rows["alike"].any() == alike
    assert bool(rows.loc["m00", "alike"]) == alike
    assert rows["people"].unique().tolist() == [8]


def test_too_few_competencies_or_people_are_not_looked_at() -> None:
    given, raters = scores(alike=True)
    assert profiles(given[given["competency"].isin(["c0", "c1", "c2"])], raters).empty
    assert profiles(given[given["person"] < 48], raters).empty
    assert profiles(given.assign(manager=np.nan), raters).empty


def test_nothing_looked_at_is_nothing_discovered() -> None:
    assert discovered(np.zeros(0)).tolist() == []

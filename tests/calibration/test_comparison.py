"""Managers beside each other: who is marked, who never is, and how sure that is."""

from collections.abc import Callable
from typing import Any

import duckdb
import narwhals as nw
import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from components.analysis.dense import collected
from components.calibration.comparison import Comparison, compare
from components.calibration.counted import ratings_given
from tests.calibration.sessions import session


def compared(people: pd.DataFrame) -> Comparison:
    return compare(people, "rater_id", ratings=range(1, 6))


def team(rater: str, ratings: list[float], **more: str) -> pd.DataFrame:
    return pd.DataFrame(
        {"rater_id": rater, "rating": ratings, "level": "3", "job_family": "F", **more}
    )


def company(*teams: pd.DataFrame) -> pd.DataFrame:
    """Ten further managers of eight, who rate alike, and these teams."""
    usual = [team(f"m{at}", [2.0, 3, 3, 3, 3, 4, 4, 5]) for at in range(10)]
    return pd.concat([*usual, *teams], ignore_index=True)


def row(found: Comparison, group: str) -> pd.Series:
    return found.rows.set_index("group").loc[group]


def test_the_distance_is_to_what_others_give_like_people() -> None:
    seniors = [team(f"s{at}", [4.0, 4, 5, 5, 5], job_family="S") for at in range(4)]
    own = team("x", [4.0, 4, 5, 5, 5], job_family="S")
    found = compared(company(*seniors, own))
    assert row(found, "x")["deviation"] == pytest.approx(0)
    assert row(found, "x")["mean"] - row(found, "m0")["mean"] > 1
    assert row(found, "x")["by_cell"] == 1


def test_with_too_few_like_people_the_level_is_compared() -> None:
    own = team("x", [4.0, 4, 4, 4, 4], job_family="S")
    found = compared(company(own))
    usual = np.mean([2.0, 3, 3, 3, 3, 4, 4, 5])
    assert row(found, "x")["deviation"] == pytest.approx(4 - usual)
    assert row(found, "x")["by_cell"] == 0
    assert row(found, "x")["peers_3"] == pytest.approx(0.5)


def test_who_rates_far_higher_or_lower_is_marked_so() -> None:
    found = compared(company(team("high", [5.0] * 12), team("low", [1.0] * 12)))
    words = found.rows.set_index("group")["marked"]
    assert words["high"] == "higher"
    assert words["low"] == "lower"
    assert words.drop(["high", "low"]).isna().all()


def test_four_ratings_are_never_marked() -> None:
    found = compared(company(team("x", [1.0] * 4)))
    assert found.rows["marked"].isna().all()
    assert row(found, "x")["chance"] == 1
    assert found.tested == 10


def test_among_fewer_than_eight_managers_nobody_is_marked() -> None:
    few = [team(f"m{at}", [3.0, 3, 3, 3, 4, 4, 4, 4]) for at in range(6)]
    found = compared(pd.concat([*few, team("x", [1.0] * 12)], ignore_index=True))
    assert found.tested == 7
    assert not found.can_mark
    assert found.rows["marked"].isna().all()


def test_a_distance_shrinks_more_in_a_small_team() -> None:
    found = compared(company(team("few", [5.0] * 5), team("many", [5.0] * 30)))
    few, many = row(found, "few"), row(found, "many")
    assert 0 < few["drawn"] < few["raw"]
    assert few["drawn"] / few["raw"] < many["drawn"] / many["raw"]
    assert few["high95"] - few["low95"] > many["high95"] - many["low95"]
    assert few["low95"] < few["low80"] < few["drawn"] < few["high80"] < few["high95"]
    assert many["sure"] > few["sure"]


def test_everybody_at_one_rating_is_no_difference() -> None:
    found = compared(pd.concat([team(f"m{at}", [3.0] * 6) for at in range(9)]))
    assert found.rows["marked"].isna().all()
    assert found.rows["deviation"].abs().max() == 0
    assert found.share_between == 0


def test_a_single_manager_has_nobody_to_be_compared_with() -> None:
    found = compared(team("x", [3.0] * 9 + [5.0]))
    assert row(found, "x")["deviation"] != row(found, "x")["deviation"]
    assert found.rows["marked"].isna().all()


def test_nobody_rated_leaves_no_rows() -> None:
    found = compared(team("x", [3.0]).head(0))
    assert (len(found.rows), found.tested) == (0, 0)


def test_the_order_of_rows_does_not_matter() -> None:
    people = session(np.random.default_rng(1), "3/12/45/30/10")
    mixed = people.sample(frac=1, random_state=2)
    pd.testing.assert_frame_equal(compared(people).rows, compared(mixed).rows)


def test_shares_of_peers_add_up() -> None:
    rows = compared(session(np.random.default_rng(1), "3/12/45/30/10")).rows
    shares = rows[[f"peers_{rating}" for rating in range(1, 6)]].sum(axis=1)
    assert np.allclose(shares, 1)


def test_every_engine_counts_alike() -> None:
    people = session(np.random.default_rng(3), "3/12/45/30/10")
    people.loc[people.index[::7], "rating"] = None
    people.loc[people.index[::11], "job_family"] = None
    table = pa.Table.from_pandas(people, preserve_index=False)

    def counts(frame: Any) -> list[tuple[Any, ...]]:
        found = collected(ratings_given(frame, "rater_id"))
        return sorted(
            map(str, zip(*(found[name].to_pylist() for name in found.column_names), strict=True))
        )

    expected = counts(nw.from_native(table, eager_only=True))
    assert len(expected) > 100
    pandas: Callable[..., pd.DataFrame] = table.to_pandas
    assert counts(nw.from_native(pandas(types_mapper=pd.ArrowDtype))) == expected
    with duckdb.connect() as connection:
        assert counts(nw.from_native(connection.from_arrow(table))) == expected

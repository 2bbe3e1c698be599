"""Everybody is counted once, and no row stands for fewer people than the limit."""

import duckdb
import narwhals as nw
import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from components.analysis.distributions import distribution
from components.analysis.rating_counts import BY_MANAGER, counted

STEPS = range(1, 6)
NOBODY = {"rating": None, "rater_id": None}


def people(*rows: dict) -> pd.DataFrame:
    """People who differ from an active, rated person of Sales only where said."""
    usual = {"status": "active", "rating": 3.0, "rater_id": "M1", "manager_id": "M1"}
    usual |= {"department": "Sales", "level": "4", "region": "EU"}
    schema = pa.schema(
        [("employee_id", pa.string()), ("status", pa.string()), ("rating", pa.float64())]
        + [("rating_age_months", pa.int64())]
        + [(name, pa.string()) for name in ("rater_id", "manager_id", "department")]
        + [(name, pa.string()) for name in ("level", "region")]
    )
    filled = [{"employee_id": f"E{at}"} | usual | row for at, row in enumerate(rows)]
    return pa.Table.from_pylist(filled, schema).to_pandas(types_mapper=pd.ArrowDtype)


def shown(rows: pd.DataFrame) -> dict[str, tuple[int, int]]:
    once = rows.drop_duplicates("order")
    return {row.group: (row.rated, row.not_rated) for row in once.itertuples()}


def test_rated_and_not_rated_people_are_counted_apart():
    rows = distribution(people(*[{}] * 6, NOBODY), BY_MANAGER, steps=STEPS, limit=5)
    assert shown(rows) == {"Everyone rated": (6, 1), "M1": (6, 1)}


def test_a_rating_older_than_the_window_is_counted_apart():
    months = [{"rating_age_months": age} for age in (0, 15, 16, 40, None)]
    rows = distribution(
        people(*[{}] * 5, *months, NOBODY), "region", steps=STEPS, limit=5, months=15
    )
    once = rows.drop_duplicates("order").set_index("group")
    assert once.loc["EU", ["rated", "stale", "not_rated"]].tolist() == [8, 2, 1]
    assert rows[rows["group"].eq("EU")]["people"].sum() == 8
    assert once.loc["EU", "key"] == "EU"
    all_count = distribution(people(*[{}] * 5, *months), "region", steps=STEPS, limit=5)
    assert shown(all_count)["EU"] == (10, 0)


def test_a_team_whose_ratings_are_old_is_small():
    teams = [*[{}] * 9, *[{"rater_id": "M2", "rating_age_months": 20}] * 6]
    teams += [{"rater_id": "M3"}] * 5
    rows = distribution(people(*teams), BY_MANAGER, steps=STEPS, limit=5, months=15)
    assert shown(rows) == {
        "Everyone rated": (14, 0),
        "M1": (9, 0),
        "M3": (5, 0),
        "Small teams (1)": (0, 0),
    }
    assert rows.iloc[-1]["stale"] == 6


def test_people_who_left_are_not_counted():
    rows = distribution(people(*[{}] * 6, {"status": "left"}), "region", steps=STEPS, limit=5)
    assert shown(rows)["EU"] == (6, 0)


def test_a_manager_at_the_limit_has_a_row():
    rows = distribution(people(*[{}] * 5), BY_MANAGER, steps=STEPS, limit=5)
    assert "M1" in shown(rows)


def test_small_teams_of_a_unit_are_pooled():
    teams = [*[{}] * 9, *[{"rater_id": "M2"}] * 3, *[{"rater_id": "M3"}] * 4]
    rows = distribution(people(*teams), BY_MANAGER, steps=STEPS, limit=5)
    assert shown(rows) == {"Everyone rated": (16, 0), "M1": (9, 0), "Small teams (2)": (7, 0)}


def test_one_small_team_takes_the_next_smallest_with_it():
    teams = [*[{}] * 9, *[{"rater_id": "M2"}] * 6, *[{"rater_id": "M3"}] * 2]
    rows = distribution(people(*teams), BY_MANAGER, steps=STEPS, limit=5)
    assert shown(rows) == {"Everyone rated": (17, 0), "M1": (9, 0), "Small teams (2)": (8, 0)}


def test_units_that_are_small_as_a_whole_share_one_row():
    teams = [*[{}] * 9]
    teams += [{"rater_id": f"M{at}", "department": f"D{at}"} for at in (2, 2, 2, 3, 3, 3)]
    rows = distribution(people(*teams), BY_MANAGER, steps=STEPS, limit=5)
    last = rows.iloc[-1]
    assert (last["unit"], last["group"], last["rated"]) == ("Smaller units", "Small teams (2)", 6)


def test_a_manager_stands_in_the_unit_they_work_in():
    boss = {"employee_id": "M1", "department": "Board", "rater_id": "CEO"}
    rows = distribution(
        people(*[{}] * 6, boss, *[boss | {"employee_id": "X"}] * 5),
        BY_MANAGER,
        steps=STEPS,
        limit=5,
    )
    assert rows.loc[rows["group"].eq("M1"), "unit"].unique().tolist() == ["Board"]


def test_two_managers_of_one_name_keep_their_own_rows():
    teams = [*[{}] * 6, *[{"rater_id": "M2"}] * 7]
    names = {"M1": "Ana Ruiz", "M2": "Ana Ruiz"}
    rows = distribution(people(*teams), BY_MANAGER, steps=STEPS, limit=5, names=names)
    assert shown(rows)["Ana Ruiz (M1)"] == (6, 0)
    assert shown(rows)["Ana Ruiz (M2)"] == (7, 0)


def test_levels_stand_in_their_own_order_and_unknown_last():
    rows = distribution(
        people(*[{"level": one} for one in ("10", "9", None) for _ in range(5)]),
        "level",
        steps=STEPS,
        limit=5,
        in_order=["9", "10"],
    )
    assert list(shown(rows)) == ["Everyone rated", "Level 9", "Level 10", "Not known"]


def test_a_selection_below_the_limit_shows_no_number_of_rated_people():
    rows = distribution(people(*[{}] * 4), "region", steps=STEPS, limit=5)
    assert rows["hidden"].all()
    assert rows[["people", "rated", "mean"]].isna().all(axis=None)


def test_nobody_at_all_is_no_trouble():
    rows = distribution(people().head(0), BY_MANAGER, steps=STEPS, limit=5)
    assert rows.empty or rows["people"].sum() == 0


def test_a_mean_between_steps_is_kept():
    rows = distribution(people(*[{"rating": 3.5}] * 6), "region", steps=STEPS, limit=5)
    assert rows["mean"].iloc[0] == pytest.approx(3.5)
    assert rows.loc[rows["rating"].eq(4), "people"].tolist() == [6, 6]


def company(seed: int, size: int = 300) -> pd.DataFrame:
    chance = np.random.default_rng(seed)
    rated = chance.random(size) < 0.85
    managers = [f"E{one}" for one in chance.integers(0, 40, size)]
    return people(
        *(
            {
                "rating": float(step) if is_rated else None,
                "rater_id": boss if is_rated else None,
                "manager_id": boss,
                "department": unit,
            }
            for step, is_rated, boss, unit in zip(
                chance.integers(1, 6, size),
                rated,
                managers,
                chance.choice(["A", "B", "C", None], size, p=[0.6, 0.35, 0.02, 0.03]),
                strict=True,
            )
        )
    )


@pytest.mark.parametrize("by", [BY_MANAGER, "department"])
@pytest.mark.parametrize("seed", range(5))
def test_every_row_is_large_enough_and_all_rows_add_up(seed: int, by: str):
    rows = distribution(company(seed), by, steps=STEPS, limit=5).drop_duplicates("order")
    everyone, groups = rows.iloc[0], rows.iloc[1:]
    assert not groups["rated"].between(1, 4).any()
    assert groups["rated"].sum() == everyone["rated"]
    assert groups["not_rated"].sum() == everyone["not_rated"]


@pytest.mark.parametrize("by", [BY_MANAGER, "department", "level"])
def test_pandas_and_duckdb_count_alike(by: str):
    frame = company(1)
    columns = ["unit", "group", "step", "people", "rating_sum"]
    relation = duckdb.from_arrow(pa.Table.from_pandas(frame, preserve_index=False))
    answers = [
        counted(nw.from_native(native).lazy(), by).collect("pyarrow").to_native()
        for native in (frame, relation)
    ]
    first, second = (
        sorted(map(str, (tuple(row.values()) for row in answer.select(columns).to_pylist())))
        for answer in answers
    )
    assert first == second
    assert len(first) > len(set(frame[by].dropna()))

"""A cell stands on enough people or has no number, and unknown is never zero."""

from datetime import date

import duckdb
import narwhals as nw
import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from components.analysis import competency_grid as grids
from components.analysis.competency_grid import competency_grid
from components.settings.competencies import Competency, Framework

FRAMEWORK = Framework(
    lowest=1,
    highest=5,
    levels=("4", "5"),
    competencies={
        "delivery": Competency(name="Delivery", meaning="", targets={"ic": (3, 4)}),
        "coaching": Competency(name="Coaching", meaning="", targets={"ic": (0, 3)}),
    },
)
TEXT = pa.string()


def frame(rows: list[dict], schema: list[tuple]) -> pd.DataFrame:
    return pa.Table.from_pylist(rows, pa.schema(schema)).to_pandas(types_mapper=pd.ArrowDtype)


def people(*rows: dict) -> pd.DataFrame:
    usual = {"status": "active", "department": "Sales", "level": "4", "track": "ic", "region": "EU"}
    schema = [("person", pa.int32()), *((name, TEXT) for name in usual)]
    return frame([{"person": at} | usual | row for at, row in enumerate(rows)], schema)


def scores(*rows: dict) -> pd.DataFrame:
    usual = {
        "competency": "Delivery",
        "cycle": "2025",
        "review_date": None,
        "self": None,
        "manager": None,
    }
    schema = [("person", pa.int32()), ("competency", TEXT), ("cycle", TEXT)]
    schema += [("review_date", pa.date32())]
    schema += [("self", pa.float64()), ("manager", pa.float64())]
    return frame([usual | row for row in rows], schema)


def given(number: int, **score) -> pd.DataFrame:
    return scores(*({"person": person} | score for person in range(number)))


def cell(grid: grids.Grid, group: str, competency: str = "Delivery") -> tuple:
    at = grid.cells["group"].eq(group) & grid.cells["competency"].eq(competency)
    found = grid.cells[at].iloc[0]
    mean = None if pd.isna(found["mean"]) else round(float(found["mean"]), 3)
    return (None if pd.isna(found["n"]) else int(found["n"]), mean, found["state"])


def asked(who, what, *, by="department", question=grids.GAP_TO_ROLE, **more) -> grids.Grid:
    told = grids.latest_scores(nw.from_native(what)).to_native()
    return competency_grid(who, told, FRAMEWORK, by=by, question=question, limit=5, **more)


def test_the_gap_is_the_managers_score_minus_what_the_level_asks():
    who = people(*[{}] * 5, *[{"level": "5"}] * 5)
    assert cell(asked(who, given(10, manager=3.5)), "Sales") == (10, 0.0, "shown")


def test_own_score_is_compared_with_the_managers():
    grid = asked(
        people(*[{}] * 10), given(10, manager=3, self=4), question=grids.SELF_AGAINST_MANAGER
    )
    assert cell(grid, "Sales") == (10, 1.0, "shown")


def test_four_people_are_hidden_and_five_are_low():
    who = people(*[{}] * 5, *[{"department": "Lab"}] * 4)
    grid = asked(who, given(9, manager=3))
    assert cell(grid, "Sales") == (5, 0.0, "low n")
    assert cell(grid, "Lab") == (None, None, "hidden")


def test_the_row_of_all_groups_leaves_hidden_cells_out():
    who = people(*[{}] * 12, *[{"department": "Lab"}] * 4)
    assert cell(asked(who, given(16, manager=3)), "Departments shown")[0] == 12


def test_not_required_not_rated_and_no_target_are_three_things():
    who = people(
        *[{}] * 6,
        *[{"department": "Lab", "level": "5"}] * 6,
        *[{"department": "X", "track": None}] * 6,
    )
    grid = asked(who, given(18, manager=3))
    assert cell(grid, "Sales", "Coaching")[2] == "not required"
    assert cell(grid, "Lab", "Coaching")[2] == "not rated"
    assert cell(grid, "X")[2] == "no target"


def test_a_score_on_what_is_not_required_opens_no_gap():
    grid = asked(people(*[{}] * 6), given(6, manager=1, competency="Coaching"))
    assert cell(grid, "Sales", "Coaching") == (None, None, "not required")


def test_own_and_managers_score_in_two_rows_belong_together():
    both = pd.concat([given(6, manager=3), given(6, self=5)], ignore_index=True)
    grid = asked(people(*[{}] * 6), both, question=grids.SELF_AGAINST_MANAGER)
    assert cell(grid, "Sales") == (6, 2.0, "low n")


def test_the_latest_cycle_counts():
    both = pd.concat([given(6, manager=1, cycle="2024"), given(6, manager=4)], ignore_index=True)
    grid = asked(people(*[{}] * 6), both, question=grids.MANAGER_SCORE)
    assert cell(grid, "Sales") == (6, 4.0, "low n")


def test_the_day_of_the_review_says_which_cycle_is_latest():
    old = given(6, manager=1, cycle="Winter", review_date=date(2024, 1, 31))
    new = given(6, manager=4, cycle="Summer", review_date=date(2024, 7, 31))
    both = pd.concat([old, new], ignore_index=True)
    grid = asked(people(*[{}] * 6), both, question=grids.MANAGER_SCORE)
    assert cell(grid, "Sales") == (6, 4.0, "low n")


def test_rated_not_rated_and_hidden_are_all_active_people():
    who = people(*[{}] * 8, *[{"department": "Lab"}] * 3, {"status": "left"})
    grid = asked(who, scores(*({"person": at, "manager": 3.0} for at in (0, 1, 2, 3, 4, 8, 9))))
    assert (grid.rated, grid.not_rated, grid.hidden) == (5, 3, 3)


def test_people_who_left_are_not_counted():
    who = people(*[{}] * 6, *[{"status": "left"}] * 6)
    assert cell(asked(who, given(12, manager=3)), "Sales")[0] == 6


def test_groups_stand_in_their_order_and_unknown_last():
    who = people(*[{"level": one} for one in ("5", "10", None) for _ in range(5)])
    grid = asked(who, given(15, manager=3), by="level", in_order=("5", "10"))
    assert grid.cells["group"].unique().tolist() == ["Levels shown", "5", "10", "Not known"]


def test_without_scores_everybody_is_not_rated():
    grid = asked(people(*[{}] * 6), scores())
    assert (grid.rated, grid.not_rated, grid.hidden) == (0, 6, 0)
    assert set(grid.cells["state"]) == {"not rated", "not required"}


@pytest.mark.parametrize("question", [grids.GAP_TO_ROLE, grids.SELF_AGAINST_MANAGER])
def test_pandas_and_duckdb_answer_alike(question: str):
    chance = np.random.default_rng(4)
    who = people(
        *(
            {"department": unit, "level": level, "track": track}
            for unit, level, track in zip(
                chance.choice(["A", "B", None], 60),
                chance.choice(["4", "5", "9"], 60),
                chance.choice(["ic", "manager", None], 60),
                strict=True,
            )
        )
    )
    told = scores(
        *(
            {
                "person": int(chance.integers(0, 60)),
                "competency": str(chance.choice(["Delivery", "Coaching"])),
                "cycle": str(chance.choice(["2024", "2025"])),
                "manager": float(chance.integers(1, 6)),
                "self": float(chance.integers(1, 6)) if chance.random() < 0.8 else None,
            }
            for _ in range(200)
        )
    )
    answers = []
    for engine in (lambda one: one, lambda one: duckdb.from_arrow(pa.Table.from_pandas(one))):
        first, second = (nw.from_native(engine(one)).lazy() for one in (who, told))
        latest = grids.latest_scores(second)
        found = [
            latest,
            grids.summed(first, latest, by="department", question=question),
            grids.people_of(first, "department"),
            grids.people_rated(first, latest, by="department", question=question),
        ]
        answers.append([rounded(one.collect("pyarrow").to_native()) for one in found])
    assert answers[0] == answers[1]
    assert len(answers[0][1]) > 10


def rounded(table: pa.Table) -> list[str]:
    rows = table.select(sorted(table.column_names)).to_pylist()
    return sorted(
        str([one if one is None or isinstance(one, str) else round(float(one), 6) for one in row])
        for row in (row.values() for row in rows)
    )

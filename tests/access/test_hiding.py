"""Small groups stay unknown even to somebody who can subtract."""

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import linprog

from components.access import hide_small, hide_with_totals, limit_for
from components.access.hiding import Shown
from components.errors import ConfigError
from components.settings import load_settings

LIMIT = 5


def listed(*people: int) -> pd.DataFrame:
    return pd.DataFrame({"unit": [f"u{at}" for at in range(len(people))], "people": people})


def crossed(table: list[list[int]]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {"unit": f"u{row}", "rating": column, "people": people}
            for row, line in enumerate(table)
            for column, people in enumerate(line)
        ]
    )


def hidden_in(table: list[list[int]]) -> list[tuple[str, int]]:
    cells = hide_small(crossed(table), "unit", "rating", count="people", limit=LIMIT)
    return [(row.unit, row.rating) for row in cells[cells["hidden"]].itertuples()]


def test_a_group_at_the_limit_is_shown():
    cells = hide_small(listed(5, 6, 50), "unit", None, count="people", limit=LIMIT)
    assert not cells["hidden"].any()


def test_a_single_small_group_takes_the_next_smallest_with_it():
    cells = hide_small(listed(3, 30, 9, 50), "unit", None, count="people", limit=LIMIT)
    assert cells["hidden"].tolist() == [True, False, True, False]


def test_two_tiny_groups_that_sum_below_the_limit_take_a_third():
    cells = hide_small(listed(1, 2, 30, 9), "unit", None, count="people", limit=LIMIT)
    assert cells["hidden"].tolist() == [True, True, False, True]


def test_an_empty_group_is_shown_as_empty():
    cells = hide_small(listed(0, 8, 9), "unit", None, count="people", limit=LIMIT)
    assert not cells["hidden"].any()


def test_when_the_whole_is_small_even_the_total_goes():
    shown = hide_with_totals(listed(3), "unit", None, count="people", limit=LIMIT)
    assert shown.cells["hidden"].all()
    assert shown.total_hidden


def test_a_small_cell_is_covered_in_its_row_and_in_its_column():
    assert hidden_in([[2, 9, 20], [30, 9, 40], [50, 60, 70]]) == [
        ("u0", 0),
        ("u0", 1),
        ("u1", 0),
        ("u1", 1),
    ]


def test_a_group_without_a_name_counts_like_any_other():
    frame = pd.DataFrame({"unit": ["a", None, "b"], "people": [20, 2, 30]})
    assert hide_small(frame, "unit", None, count="people", limit=LIMIT)["hidden"].tolist() == [
        True,
        True,
        False,
    ]


def test_the_counts_given_are_not_changed():
    counts = listed(3, 30)
    before = counts.copy()
    hide_small(counts, "unit", None, count="people", limit=LIMIT)
    pd.testing.assert_frame_equal(counts, before)


def test_no_rows_is_no_trouble():
    assert hide_small(listed(), "unit", None, count="people", limit=LIMIT).empty


def test_a_limit_below_five_is_refused():
    with pytest.raises(ConfigError, match="min_group"):
        hide_small(listed(3, 4), "unit", None, count="people", limit=4)


@pytest.mark.parametrize("limit", [5, 10])
@pytest.mark.parametrize("block", range(10))
def test_no_hidden_count_can_be_narrowed_below_the_limit(block: int, limit: int):
    chance = np.random.default_rng([block, limit])
    for _ in range(50):
        shape = chance.integers(1, 6, size=2)
        people = chance.negative_binomial(1, 1 / chance.integers(2, 30), size=shape)
        shown = hide_with_totals(
            crossed(people.tolist()), "unit", "rating", count="people", limit=limit
        )
        assert narrowest(shown, shape) >= limit
        small = shown.cells["people"].between(1, limit - 1)
        assert shown.cells.loc[small, "hidden"].all()


def narrowest(shown: Shown, shape: np.ndarray) -> float:
    """The narrowest range a linear solver finds for a hidden cell or total."""
    high, wide = shape
    cells, marks = shown.cells["people"].to_numpy(), shown.cells["hidden"].to_numpy(bool)
    if not marks.any():
        return float("inf")
    grid = np.arange(high * wide).reshape(high, wide)
    lines = [
        *((grid[at], *pair) for at, pair in enumerate(_pairs(shown.row_totals))),
        *((grid[:, at], *pair) for at, pair in enumerate(_pairs(shown.column_totals))),
        (grid.ravel(), int(cells.sum()), shown.total_hidden),
    ]
    equal = np.array([[at in where for at in range(cells.size)] for where, _, _ in lines], float)
    known = [number for number, (_, _, gone) in enumerate(lines) if not gone]
    sums = np.array([total for _, total, _ in lines], float)
    bounds = [(1, None) if mark else (n, n) for n, mark in zip(cells, marks, strict=True)]
    asked = [np.eye(cells.size)[at] for at in np.flatnonzero(marks)]
    asked += [equal[number] for number, (_, _, gone) in enumerate(lines) if gone]
    return min(_range(goal, equal[known], sums[known], bounds) for goal in asked)


def _pairs(totals: pd.DataFrame) -> list[tuple[int, bool]]:
    return list(zip(totals["people"], totals["hidden"], strict=True))


def _range(goal, equal, sums, bounds) -> float:
    given = {"A_eq": equal, "b_eq": sums} if len(equal) else {}
    least = linprog(goal, bounds=bounds, **given)
    most = linprog(-goal, bounds=bounds, **given)
    if most.status == 3:
        return float("inf")
    return round(-most.fun - least.fun, 6)


def test_protected_attributes_have_the_larger_limit():
    app = load_settings().app
    assert limit_for(app, "region") == app.min_group == 5
    assert limit_for(app, "Gender") == app.min_group_protected == 10

"""Means drawn together: nearer to the truth than they are, and as sure as they say."""

import numpy as np
import pytest

from components.calibration.shrinkage import Sums, shrunk

SD = 0.8


def sums(values: list[list[float]]) -> Sums:
    return Sums(*(np.array([sum(v**p for v in one) for one in values], float) for p in (0, 1, 2)))


def drawn_by_chance(seed: int, true_sd: float, groups: int = 20) -> tuple[Sums, np.ndarray]:
    """Groups of 3 to 8, and their true means."""
    chance = np.random.default_rng(seed)
    true = chance.normal(0, true_sd, groups)
    at = np.repeat(np.arange(groups), chance.integers(3, 9, groups))
    values = true[at] + chance.normal(0, SD, len(at))
    return Sums(*(np.bincount(at, values**power) for power in (0, 1, 2))), true


def test_shrunk_means_are_nearer_to_the_truth() -> None:
    raw, drawn = [], []
    for seed in range(300):
        groups, true = drawn_by_chance(seed, 0.2)
        raw.append((groups.mean - true) ** 2)
        drawn.append((shrunk(groups).mean - true) ** 2)
    assert np.sqrt(np.mean(drawn) / np.mean(raw)) <= 0.60


@pytest.mark.parametrize("true_sd", [0.1, 0.2, 0.4])
def test_intervals_of_80_percent_hold_the_truth_about_as_often(true_sd: float) -> None:
    inside = []
    for seed in range(300):
        groups, true = drawn_by_chance(seed, true_sd)
        found = shrunk(groups)
        inside.append(np.abs(found.mean - true) <= 1.2816 * found.sd)
    assert 0.74 <= np.mean(inside) <= 0.95


def test_the_larger_the_group_the_less_it_is_drawn() -> None:
    found = shrunk(sums([[1.0, 2.0] * 2, [4.0, 5.0] * 2, [4.0, 5.0] * 20]))
    assert found.common < found.mean[1] < found.mean[2] < 4.5


def test_groups_alike_are_drawn_together_and_still_not_certain() -> None:
    found = shrunk(sums([[1.0, 2.0, 3.0]] * 10))
    assert np.ptp(found.mean) == pytest.approx(0)
    assert (found.sd > 0.05).all()


@pytest.mark.parametrize("values", [[[3.0], [5.0]], [[3.0, 3.0], [5.0, 5.0]]])
def test_where_nothing_differs_inside_groups_means_stay(values: list[list[float]]) -> None:
    groups = sums(values)
    found = shrunk(groups)
    assert found.mean.tolist() == [3.0, 5.0]
    assert found.sd.tolist() == [0.0, 0.0]


def test_the_share_between_groups_is_that_of_one_way_moments() -> None:
    # means 1.5 and 3.5, within 0.5, among 4.0, of two each: between (4 - 0.5) / 2 = 1.75
    assert sums([[1.0, 2.0], [3.0, 4.0]]).share_between == pytest.approx(1.75 / 2.25)
    assert sums([[1.0, 4.0], [1.0, 4.0]]).share_between == 0.0
    assert sums([[3.0], [5.0]]).share_between == 0.0

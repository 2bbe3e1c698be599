"""The benchmark's table: what was measured, its goal, and whether it is met."""

import pytest

from benchmarks.clock import Spent, middle, spent
from benchmarks.figures import Figure, table
from benchmarks.pages import around


@pytest.mark.parametrize(("value", "verdict"), [(0.99, "met"), (1.0, "met"), (1.01, "missed")])
def test_a_goal_is_met_up_to_and_exactly_at_it(value: float, verdict: str) -> None:
    assert Figure("Upload to flags", value, "s", most=1.0).verdict == verdict


def test_a_figure_without_a_goal_is_neither_met_nor_missed() -> None:
    assert Figure("Bare read", 2.4, "s").verdict == ""


def test_the_table_prints_each_figure_with_goal_and_verdict_on_one_line() -> None:
    lines = table([Figure("Filter on team", 212.4, "ms", 100, "CPU 80 ms")]).splitlines()
    assert len(lines) == 2
    assert lines[1].split() == [
        *("Filter", "on", "team", "212", "ms", "≤", "100", "ms", "missed", "CPU", "80", "ms")
    ]


def test_a_round_that_was_disturbed_does_not_move_the_median() -> None:
    rounds = [Spent(1.0, 1.0), Spent(9.0, 1.2), Spent(1.1, 1.1)]
    assert middle(rounds) == Spent(1.1, 1.1)


def test_what_is_timed_gives_its_result_too() -> None:
    found, took = spent(lambda: sum(range(1000)))
    assert found == 499500
    assert took.wall >= 0 <= took.cpu


def test_filters_around_a_person_keep_the_person() -> None:
    chosen = [{"region": ["EU"]}, {"region": ["USA"]}]
    assert around({"region": "EU"}, chosen) == [{"region": ["EU"]}, {"region": ["EU", "USA"]}]

"""The table of proofs: figures beside goals, and a missed goal can't be overlooked."""

import pytest

from tests.proofs.table import Bound, Figure, ProofTable


@pytest.mark.parametrize(
    ("bound", "value", "met"),
    [
        ("at least", 98.8, True),
        ("at least", 98.79, False),
        ("at most", 30, True),
        ("at most", 30.1, False),
        ("exactly", 0, True),
        ("exactly", 1, False),
    ],
)
def test_a_goal_is_met_up_to_and_exactly_at_it(bound: Bound, value: float, met: bool) -> None:
    goal = {"at least": 98.8, "at most": 30, "exactly": 0}[bound]
    assert Figure("Corpus", "x", value, goal=(bound, goal)).met is met


def test_a_figure_without_a_goal_is_never_missed() -> None:
    assert Figure("Corpus", "x", 3).verdict == ""


def test_each_figure_is_a_line_with_its_goal_and_verdict() -> None:
    table = ProofTable()
    assert table.add("Corpus", "Files read", 96.5, unit="%", goal=("at least", 97)) is False
    table.add_table("Differences", ("class", "cells"), [("error", 3)])
    line = str(table).splitlines()[2]
    assert [cell.strip() for cell in line.strip("|").split("|")] == [
        *("Corpus", "Files read", "96.50 %", "≥ 97 %", "**missed**")
    ]
    assert "| error | 3     |" in str(table)

"""Findings about competencies, from grids built in a line."""

import pandas as pd

from components.analysis import competency_grid as grids
from components.analysis.competency_grid import Grid
from components.ui.competency_words import answerable, finding, missing


def grid(*cells: tuple[str, str, float | None, str]) -> Grid:
    """Cells of (group, competency, mean, state); the group "all" is the row of all groups."""
    rows = [
        (0 if group == "all" else 1, group, competency, mean, state)
        for group, competency, mean, state in cells
    ]
    columns = ["order", "group", "competency", "mean", "state"]
    return Grid(pd.DataFrame(rows, columns=columns), 0, 0, 0)


def gaps(*means: tuple[str, float]) -> Grid:
    return grid(*[(group, "Delivery", mean, grids.SHOWN) for group, mean in means])


def test_exactly_a_quarter_below_counts_as_below() -> None:
    said = finding(gaps(("Ops", -0.25), ("Sales", -0.24)), grids.GAP_TO_ROLE, "departments")
    assert said == "Delivery is below what the role needs in 1 of 2 departments"


def test_the_two_furthest_are_named_where_several_are_below() -> None:
    low = gaps(("Ops", -0.5), ("Sales", -1.0), ("Legal", -0.3), ("Data", 0.2))
    said = finding(low, grids.GAP_TO_ROLE, "departments")
    assert said.endswith("in 3 of 4 departments; Sales and Ops are furthest")


def test_nothing_below_is_said_as_such() -> None:
    assert finding(gaps(("Ops", 0.1)), grids.GAP_TO_ROLE, "departments").startswith("No competency")


def test_hidden_cells_never_enter_a_finding() -> None:
    low = grid(("Ops", "Delivery", None, grids.HIDDEN))
    assert finding(low, grids.GAP_TO_ROLE, "departments").startswith("Too few")


def test_without_a_target_nothing_is_called_too_few() -> None:
    low = grid(("Ops", "Delivery", None, grids.NO_TARGET))
    assert finding(low, grids.GAP_TO_ROLE, "departments").startswith("No target is set")


def test_both_sides_agreeing_is_said_as_such() -> None:
    alike = grid(("all", "Delivery", 0.0, grids.SHOWN), ("Ops", "Delivery", 0.0, grids.SHOWN))
    assert "agree on average" in finding(alike, grids.SELF_AGAINST_MANAGER, "departments")


def test_only_what_was_given_can_be_asked() -> None:
    managers = {("competencies", "manager")}
    assert [one.key for one in answerable(managers)] == [grids.GAP_TO_ROLE, grids.MANAGER_SCORE]
    assert "Only managers’ ratings were given" in missing(managers)
    assert answerable({("competencies", "self")}) == ()
    assert missing(managers | {("competencies", "self")}) == ""

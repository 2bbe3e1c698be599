"""What a grid of competencies says in words: its finding, its base, and what is switched off."""

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from components.analysis import competency_grid as grids
from components.analysis.competency_grid import Grid
from components.charts.competency_tiles import CLEAR
from components.tables import columns as col

SCORES = "competencies"
NEAR = 0.05
"""A mean nearer to zero than this is shown as 0.0: neither below nor above."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question to the scores: its words, and the scores it needs."""

    key: str
    label: str
    asked: str
    needs: tuple[str, ...]
    unrated: str


QUESTIONS = (
    Question(
        grids.GAP_TO_ROLE,
        "Gap to role",
        "Manager rating minus what the role needs",
        (col.MANAGER,),
        "not rated",
    ),
    Question(
        grids.SELF_AGAINST_MANAGER,
        "Self against manager",
        "Own rating minus the manager’s",
        (col.SELF, col.MANAGER),
        "without both ratings",
    ),
    Question(grids.MANAGER_SCORE, "Manager rating", "Manager rating", (col.MANAGER,), "not rated"),
)


def answerable(given: Collection[tuple[str, str]]) -> tuple[Question, ...]:
    """The questions for which scores were given."""
    return tuple(one for one in QUESTIONS if all((SCORES, name) in given for name in one.needs))


def missing(given: Collection[tuple[str, str]]) -> str:
    """What cannot be asked because only one side gave scores, in words."""
    if (SCORES, col.MANAGER) in given and (SCORES, col.SELF) not in given:
        return "Only managers’ ratings were given: self against manager is switched off, not clear."
    return ""


def finding(grid: Grid, question: str, many: str) -> str:
    """The sentence at the head of the page; `many` is the word for the groups."""
    cells = grid.cells[grid.cells["state"].isin(grids.VISIBLE)]
    groups, whole = cells[cells["order"].gt(0)], cells[cells["order"].eq(0)]
    if groups.empty and grid.cells["state"].eq(grids.NO_TARGET).any():
        return "No target is set for the levels and tracks of these people"
    if groups.empty:
        return "Too few ratings of competencies to show"
    if question == grids.GAP_TO_ROLE:
        return _gaps(groups, many)
    if question == grids.SELF_AGAINST_MANAGER:
        return _two_sides(whole)
    return _scores(whole)


def _gaps(groups: pd.DataFrame, many: str) -> str:
    below = groups[groups["mean"].le(-CLEAR)]
    if below.empty:
        return "No competency is clearly below what the role needs in any group shown"
    per = below.groupby("competency", sort=False)["mean"].agg(["size", "sum"])
    most = per.sort_values(["size", "sum"], ascending=[False, True], kind="stable").index[0]
    rated = groups[groups["competency"].eq(most)]
    held = below[below["competency"].eq(most)].sort_values("mean", kind="stable")
    share = f"{len(held)} of {len(rated)} {many}"
    if len(held) < 3:
        return f"{most} is below what the role needs in {share}"
    first, second = (_in_a_sentence(name, many) for name in held["group"].head(2))
    return f"{most} is below what the role needs in {share}; {first} and {second} are furthest"


def _in_a_sentence(group: str, many: str) -> str:
    """A group by its name; a bare number with the word before it.

    >>> _in_a_sentence("4", "levels"), _in_a_sentence("Sales", "departments")
    ('level 4', 'Sales')
    """
    return f"{many.removesuffix('s')} {group}" if group.isdigit() else group


def _two_sides(whole: pd.DataFrame) -> str:
    above, below = whole[whole["mean"].gt(NEAR)], whole[whole["mean"].lt(-NEAR)]
    side, word = (above, "above") if len(above) >= len(below) else (below, "below")
    if side.empty:
        return "Own and managers’ ratings agree on average on every competency"
    share = f"{len(side)} of {len(whole)}" if len(side) < len(whole) else f"all {len(whole)}"
    said = f"Own ratings sit {word} the managers’ on {share} competencies"
    size = side["mean"].abs().round(1)
    widest = side[size.eq(size.max())]["competency"]
    return f"{said}, most on {widest.iloc[0]}" if len(widest) == 1 else said


def _scores(whole: pd.DataFrame) -> str:
    ordered = whole.sort_values("mean", kind="stable")
    low, high = ordered.iloc[0], ordered.iloc[-1]
    if len(ordered) < 2:
        return f"Managers rate {low['competency']} {low['mean']:.1f} on average"
    return (
        f"Managers’ ratings run from {low['mean']:.1f} for {low['competency']} "
        f"to {high['mean']:.1f} for {high['competency']}"
    )


def divided(grid: Grid, question: Question) -> dict[str, int]:
    """The parts of the sum under the finding, each counted from its own rows."""
    return {
        "rated at least once": grid.rated,
        question.unrated: grid.not_rated,
        "in groups too small to show": grid.hidden,
    }

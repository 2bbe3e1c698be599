"""Ratings beside the evidence for them: competencies, goals, and whether anything was written.

Percentiles are mid-ranks among people of the same level, where ten of them are known, else among
all: scales that differ need no common unit.
"""

from enum import StrEnum

import pandas as pd

from components.analysis.rating_columns import COMMENTED
from components.tables import columns as col

PEERS_FROM = 10
HIGH, LOW, MIDDLE = 0.75, 0.25, 0.5
"""A case: one end of the rating's percentile against the other of the evidence, whose best (or
worst) still lies on that side of the middle. Source: our own limits, quarters of like people."""

COMMENTS_USUAL = 0.5
"""Silence beside a rating says something where at least so many ratings have a comment."""

COMPETENCIES, GOALS = "competencies", "goals"


class Case(StrEnum):
    """Why a rating may be worth the room's time."""

    HIGHER = "rating higher than its evidence"
    LOWER = "rating lower than its evidence"
    UNSAID = "highest or lowest rating without a comment"


def evidence(
    people: pd.DataFrame, ratings: pd.DataFrame, scores: pd.DataFrame, *, ends: tuple[float, float]
) -> pd.DataFrame:
    """One row for each person: rating, what stands beside it, and whether that is a case.

    people: person, rating, level, of people whose rating counts. ratings: person, cycle_order,
    goal_attainment and commented, by person and cycle; the newest counts. scores: person,
    competency, manager: the newest score of each. ends: the lowest and highest rating of the scale.
    Columns: person, level, rating, competencies (mean score), goals (percent), commented (missing
    where nobody comments), and case, `Case` or missing.
    """
    newest = ratings.sort_values([col.PERSON, "cycle_order"]).groupby(col.PERSON).tail(1)
    newest = newest.set_index(col.PERSON)
    held = people[[col.PERSON, col.LEVEL, col.RATING]].set_index(col.PERSON)
    means = scores.dropna(subset=col.MANAGER).groupby(col.PERSON)[col.MANAGER].mean()
    commented = newest[COMMENTED].reindex(held.index).astype("boolean")
    rows = held.assign(rating=held[col.RATING].astype(float))
    rows[COMPETENCIES] = means.astype(float).reindex(held.index)
    rows[GOALS] = newest[col.GOAL_ATTAINMENT].astype(float).reindex(held.index)
    rows[COMMENTED] = commented if commented.fillna(value=False).any() else pd.NA
    return rows.assign(case=_cases(rows, ends)).reset_index()


def _cases(rows: pd.DataFrame, ends: tuple[float, float]) -> pd.Series:
    rating = _percentile(rows, col.RATING)
    beside = pd.DataFrame({name: _percentile(rows, name) for name in (COMPETENCIES, GOALS)})
    weakest, best = beside.min(axis=1), beside.max(axis=1)
    at_end = rows[col.RATING].isin(ends)
    said = rows[COMMENTED].astype("boolean")
    usual = bool((said.mean() >= COMMENTS_USUAL) if said.notna().any() else False)
    unsaid = at_end & ~said.fillna(value=True).astype(bool) & usual
    case = pd.Series(None, index=rows.index, dtype="str").mask(unsaid, Case.UNSAID.value)
    higher = (rating >= HIGH) & (weakest <= LOW) & (best < MIDDLE)
    lower = (rating <= LOW) & (best >= HIGH) & (weakest > MIDDLE)
    return case.mask(higher, Case.HIGHER.value).mask(lower, Case.LOWER.value)


def _percentile(rows: pd.DataFrame, name: str) -> pd.Series:
    """The share of like people below, and half of those equal; missing stays missing."""
    level = rows.groupby(col.LEVEL, dropna=False)[name]
    peers = level.transform("count")
    overall = (rows[name].rank() - 0.5) / rows[name].count()
    return ((level.rank() - 0.5) / peers).where(peers >= PEERS_FROM, overall)

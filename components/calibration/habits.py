"""How managers use the scale: how far they spread, how much of it they use, how alike scores are.

Source: methods, "Estimators", table of effects. Each is set beside what as many ratings drawn from
all would show; small spread in a small team is mostly chance.
"""

from collections.abc import Sequence

import narwhals as nw
import numpy as np
import pandas as pd
from scipy import stats

from components.calibration.counted import given_by
from components.calibration.deviations import Codes, Given, Marks, Numbers, deviations
from components.calibration.shrinkage import Sums, shrunk
from components.tables import columns as col

SPREAD_FROM, PROFILES_FROM, DIMENSIONS_FROM = 8, 5, 4
"""So many ratings for spread and range, so many people with so many competencies for profiles.

Source: methods, "Estimators".
"""
FALSE_SHARE = 0.10
"""Of those marked, so many may be marked by chance (Benjamini–Hochberg)."""
_PRIOR, _DRAWS, _SEED = 8, 5_000, 20_260_630


def spread(people: pd.DataFrame, by: str, *, ratings: Sequence[float]) -> pd.DataFrame:
    """One row per group with enough ratings: how far its ratings spread.

    people: as for `compare`. Columns: group, rated, sd (drawn to everyone's, in points), usual_sd
    (everyone's), fullest (the share at its most frequent rating), used (how many of the ratings),
    usual_used (how many so many ratings drawn from all would use), chance (of so narrow a spread
    in such a draw) and narrow (beyond chance, allowing for how many were looked at).
    """
    given, names = given_by(nw.from_native(people, eager_only=True), by)
    everyone = _counts(given, ratings)
    enough = everyone.sum(axis=1) >= SPREAD_FROM
    counts, values = everyone[enough], np.asarray(ratings, np.float64)
    rated, share = counts.sum(axis=1), everyone.sum(axis=0) / max(everyone.sum(), 1)
    usual = _variance(share, values)
    own = _variance(counts / rated[:, None], values) * rated / (rated - 1)
    chance, used = _drawn_by_chance(rated, own, share, values)
    return pd.DataFrame(
        {
            "group": np.asarray(names, object)[enough],
            "rated": rated,
            "sd": np.sqrt((_PRIOR * usual + (rated - 1) * own) / (_PRIOR + rated - 1)),
            "usual_sd": float(np.sqrt(usual)),
            "fullest": counts.max(axis=1, initial=0) / rated,
            "used": (counts > 0).sum(axis=1),
            "usual_used": used,
            "chance": chance,
            "narrow": discovered(chance),
        }
    )


def profiles(scores: pd.DataFrame, raters: pd.Series) -> pd.DataFrame:
    """One row per rater with enough people: how far one person's competencies lie apart.

    scores: person, competency, manager (a score), one row for each person and competency.
    raters: who scored, by person. Columns: group, people, sd (inside a person, drawn to the
    usual), usual_sd, chance and alike (beyond chance): where every person has much the same score
    throughout, the whole person may have been judged.
    """
    rated = scores.dropna(subset=col.MANAGER)
    each = rated.groupby(col.PERSON)[col.MANAGER].agg(["std", "count"])
    each = each[each["count"] >= DIMENSIONS_FROM]
    each = each.assign(group=raters.reindex(each.index)).dropna(subset="group")
    if each.empty:
        return pd.DataFrame(columns=["group", "people", "sd", "usual_sd", "chance", "alike"])
    at, names = pd.factorize(each["group"], sort=True)
    apart, nothing = each["std"].to_numpy(np.float64), np.zeros_like(at)
    given = Given(at.astype(np.int64), nothing, nothing, apart, np.ones(len(at)))
    found, beside = shrunk(Sums.of(at, apart)), deviations(given)
    chance = np.where(beside.size < 0, beside.chance / 2, 1 - beside.chance / 2)
    rows = pd.DataFrame(
        {
            "group": names,
            "people": given.rated.astype(np.int64),
            "sd": found.mean,
            "usual_sd": float(apart.mean()),
            "chance": chance,
        }
    )
    rows = rows[rows["people"] >= PROFILES_FROM]
    return rows.reset_index(drop=True).assign(alike=discovered(rows["chance"].to_numpy()))


def discovered(chances: Numbers) -> Marks:
    """Which are beyond chance, allowing for how many were looked at (Benjamini–Hochberg).

    >>> discovered(np.array([0.001, 0.5, 0.04, 0.03])).tolist()
    [True, False, True, True]
    """
    if not len(chances):
        return np.zeros(0, np.bool_)
    adjusted: Marks = stats.false_discovery_control(chances) <= FALSE_SHARE
    return adjusted


def _counts(given: Given, ratings: Sequence[float]) -> Codes:
    """People by group and rating; a rating between two counts at the nearer."""
    steps = np.asarray(ratings, np.float64)
    at = np.abs(given.value[:, None] - steps[None, :]).argmin(axis=1)
    places = given.rater * len(steps) + at
    counted = np.bincount(places, given.people, given.raters * len(steps))
    return counted.reshape(given.raters, len(steps)).astype(np.int64)


def _variance(share: Numbers, values: Numbers) -> Numbers:
    """The variance of each distribution over the values."""
    mean = (share * values).sum(axis=-1, keepdims=True)
    found: Numbers = (share * (values - mean) ** 2).sum(axis=-1)
    return found


def _drawn_by_chance(
    rated: Codes, own: Numbers, share: Numbers, values: Numbers
) -> tuple[Numbers, Numbers]:
    """For each group the chance of so small a variance, and how many ratings are usually used.

    As many ratings are drawn from everyone's, once for each size.
    """
    chance, used = np.ones(len(rated)), np.zeros(len(rated))
    random = np.random.default_rng(_SEED)
    for size in np.unique(rated).tolist():
        drawn = random.multinomial(size, share, size=_DRAWS)
        variances = np.sort(_variance(drawn / size, values) * size / (size - 1))
        here = rated == size
        as_narrow = np.searchsorted(variances, own[here] + 1e-9, side="right")
        chance[here] = (as_narrow + 1) / (_DRAWS + 1)
        used[here] = (drawn > 0).sum(axis=1).mean()
    return chance, used

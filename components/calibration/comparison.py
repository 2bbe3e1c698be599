"""Groups compared in how they rate: managers, departments, levels, regions or tracks."""

from collections.abc import Sequence
from dataclasses import dataclass

import narwhals as nw
import numpy as np
import pandas as pd
from scipy import stats

from components.calibration.counted import given_by
from components.calibration.deviations import (
    PEERS_FROM,
    Deviations,
    Given,
    Marks,
    Numbers,
    Peers,
    deviations,
    given_mean,
    holm,
)
from components.calibration.shrinkage import Sums, shrunk

TESTED_FROM, GROUPS_FROM, ALARMS = 5, 8, 0.10
"""So many ratings for a group to be compared, so many groups to compare at all; and the share of
screens on which any group is marked although all rate alike.

Source: methods, "Estimators" and "Minimum-n table".
"""
NOTABLE = 0.25
"""A distance worth speaking of, in points of a scale of 1 to 5."""
HIGHER, LOWER = "higher", "lower"
Z80, Z95 = 1.2815515655446004, 1.959963984540054


@dataclass(frozen=True)
class Comparison:
    """How groups rate beside all others, on comparable people.

    rows: one row per group: group, rated, mean, raw (its distance from the common mean of like
    people), drawn (what remains of it after allowing for size), low80, high80, low95, high95,
    deviation (from what others give comparable people), chance (of both tests, corrected), marked
    (higher, lower or missing), sure (how likely it is at least `NOTABLE`), by_cell (share compared
    within their own level and family), and peers_<rating>, the share others give each rating.
    tested: how many groups were compared; none are marked where they are fewer than `GROUPS_FROM`.
    share_between: the share of rating variance that lies between groups. step: one point of a
    scale of 1 to 5 on this one.
    """

    rows: pd.DataFrame
    tested: int
    share_between: float
    step: float

    @property
    def can_mark(self) -> bool:
        """Whether there are enough groups to say that one stands out."""
        return self.tested >= GROUPS_FROM


def compare(people: pd.DataFrame, by: str, *, ratings: Sequence[float]) -> Comparison:
    """Compare groups on the ratings of these people; `ratings` are those of the scale.

    people: one row per person with rating, level, job_family and the column `by`, each with a
    rating that still counts.
    """
    step = (max(ratings) - min(ratings)) / 4
    given, names = given_by(nw.from_native(people, eager_only=True), by)
    if not names:
        return Comparison(pd.DataFrame(columns=list(_COLUMNS)), 0, 0.0, step)
    found, rank = deviations(given), deviations(given.ridits)
    left = _left(given)
    chance = _corrected(found, rank, given.rated >= TESTED_FROM)
    tested = int((given.rated >= TESTED_FROM).sum())
    marked = (chance <= ALARMS) & (np.sign(found.size) == np.sign(rank.size))
    columns = {
        "group": names,
        "rated": given.rated.astype(np.int64),
        "mean": given_mean(given),
        **_intervals(left, step),
        "deviation": found.size,
        "chance": chance,
        "marked": _words(found.size, marked & (tested >= GROUPS_FROM)),
        "by_cell": found.by_cell,
        **_peers(given, ratings),
    }
    return Comparison(pd.DataFrame(columns), tested, left.share_between, step)


_COLUMNS = (
    *("group", "rated", "mean", "raw", "drawn", "low80", "high80", "low95", "high95", "sure"),
    *("deviation", "chance", "marked", "by_cell"),
)


def _corrected(found: Deviations, rank: Deviations, tested: Marks) -> Numbers:
    """The larger chance of the two tests, each corrected; 1 where there are too few ratings."""
    chance = np.ones(len(found.size))
    if tested.any():
        both = [holm(one.chance[tested]) for one in (found, rank)]
        chance[tested] = np.maximum(*both)
    return chance


def _words(size: Numbers, marked: Marks) -> pd.api.extensions.ExtensionArray:
    words = np.where(size > 0, HIGHER, LOWER).astype(object)
    words[~marked] = None
    return pd.array(words, dtype="str")


def _left(given: Given) -> Sums:
    """What is left of each rating beside people of the same level and family."""
    left = given.value - _usual(given)
    count, total, squares = (
        np.bincount(given.rater, given.people * left**power, given.raters) for power in (0, 1, 2)
    )
    return Sums(count.astype(float), total.astype(float), squares.astype(float))


def _usual(given: Given) -> Numbers:
    """The mean of all in the cell of each place, where 10 are rated there; else of the level."""
    means = []
    for pool in (given.cell, given.level, np.zeros_like(given.cell)):
        people = np.bincount(pool, given.people)[pool]
        mean = np.bincount(pool, given.people * given.value)[pool] / people
        means.append((people, mean))
    (cell, in_cell), (level, in_level), (_, overall) = means
    return np.select([cell >= PEERS_FROM, level >= PEERS_FROM], [in_cell, in_level], overall)


def _intervals(left: Sums, step: float) -> dict[str, Numbers]:
    found, edge = shrunk(left), NOTABLE * step
    drawn = found.mean - found.common
    with np.errstate(divide="ignore", invalid="ignore"):
        beyond = stats.norm.sf((edge - drawn) / found.sd)
        below = stats.norm.cdf((-edge - drawn) / found.sd)
    ends = {
        f"{side}{name}": drawn + sign * z * found.sd
        for name, z in (("80", Z80), ("95", Z95))
        for side, sign in (("low", -1), ("high", 1))
    }
    sure = np.where(found.sd > 0, beyond + below, (np.abs(drawn) >= edge).astype(float))
    return {"raw": left.mean - found.common, "drawn": drawn, **ends, "sure": sure}


def _peers(given: Given, ratings: Sequence[float]) -> dict[str, Numbers]:
    """The share that others give each rating, for each group's mix of people."""
    peers = Peers(given)
    nearest = np.floor(given.value + 0.5)
    return {
        f"peers_{rating:g}": peers.expected((nearest == rating).astype(float)) for rating in ratings
    }

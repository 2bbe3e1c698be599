"""What people who changed manager show: whether ratings follow the person or the manager.

Between two cycles the rating of somebody who changed manager moves by so much of the difference
between the two managers' ratings of others. Nothing of it: ratings follow the person, and teams
differ. All of it: they follow the manager's habit. Source: methods, "Separating leniency from
quality"; the slope as in Finkelstein, Gentzkow and Williams 2016.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import stats
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from components.calibration.shrinkage import Numbers, Sums, shrunk
from components.tables import columns as col

MOVERS_FROM = 30
"""So many people who changed manager in one connected set. Source: methods, "Estimators"."""


@dataclass(frozen=True)
class Movers:
    """People who changed manager between two cycles, and how much of the difference followed.

    people: who changed manager and were rated by both; connected: of these, in the largest set of
    managers that they connect; managers: how many managers that are. share: of the difference
    between managers, so much moved with the manager; low, high: its interval of 95 %. They are
    missing where fewer than `MOVERS_FROM` are connected or managers don't differ.
    """

    people: int
    connected: int
    managers: int
    share: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def told(self) -> bool:
        """Whether anything can be said."""
        return self.share is not None


def movers(ratings: pd.DataFrame) -> Movers:
    """What changes of manager show.

    ratings: one row per person and cycle rated: person, cycle, cycle_order, rating, rater_id.
    """
    pairs = _pairs(_apart(ratings))
    moved = pairs[pairs["rater"] != pairs["rater_before"]]
    if moved.empty:
        return Movers(0, 0, 0)
    linked, managers = _largest_set(moved)
    people = int(moved[col.PERSON].nunique())
    connected = int(linked[col.PERSON].nunique())
    if connected < MOVERS_FROM:
        return Movers(people, connected, managers)
    usual = _usual(ratings, linked[col.PERSON].unique())
    return Movers(people, connected, managers, *_slope(linked, usual))


def _apart(ratings: pd.DataFrame) -> pd.DataFrame:
    """Each rating beside the mean of its cycle: person, cycle, apart, rater, in that order."""
    known = ratings.dropna(subset=[col.RATING, col.RATER_ID])
    rating = known[col.RATING].astype(float)
    rows = pd.DataFrame(
        {
            col.PERSON: known[col.PERSON].astype("int64"),
            "cycle": known["cycle_order"].astype("int64"),
            "apart": rating - rating.groupby(known["cycle_order"]).transform("mean"),
            "rater": known[col.RATER_ID].astype("object"),
        }
    )
    return rows.sort_values([col.PERSON, "cycle"], ignore_index=True)


def _pairs(rows: pd.DataFrame) -> pd.DataFrame:
    """Ratings of one person in two cycles that follow each other: who rated, and the change."""
    before = rows.shift(1)
    follows = before[col.PERSON] == rows[col.PERSON]
    both = rows.assign(rater_before=before["rater"], change=rows["apart"] - before["apart"])
    found: pd.DataFrame = both[follows].reset_index(drop=True)
    return found


def _largest_set(moved: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """The moves within the managers that most moves connect, and how many managers these are."""
    ends = pd.concat([moved["rater_before"], moved["rater"]])
    codes, names = pd.factorize(ends)
    before, after = codes[: len(moved)], codes[len(moved) :]
    links = coo_array((np.ones(len(moved)), (before, after)), shape=(len(names), len(names)))
    _, component = connected_components(links, directed=False)
    largest = np.bincount(component[before]).argmax()
    return moved[component[before] == largest], int((component == largest).sum())


def _usual(ratings: pd.DataFrame, without: np.ndarray) -> pd.Series:
    """Each manager's usual distance from the cycle's mean, on people who did not change manager.

    Drawn together, so that chance in small teams does not pass for a difference.
    """
    rows = _apart(ratings)
    stayed = rows[~rows[col.PERSON].isin(without)]
    each = stayed.groupby([col.PERSON, "rater"], sort=False)["apart"].mean().reset_index()
    if each.empty:
        return pd.Series(dtype=float)
    at, names = pd.factorize(each["rater"], sort=True)
    found = shrunk(Sums.of(at.astype(np.int64), each["apart"].to_numpy(np.float64)))
    return pd.Series(found.mean, index=names)


def _slope(
    moved: pd.DataFrame, usual: pd.Series
) -> tuple[float | None, float | None, float | None]:
    """The share of the managers' difference that the rating moved by, with its interval."""
    apart = moved["rater"].map(usual) - moved["rater_before"].map(usual)
    known = apart.notna()
    x, y = apart[known].to_numpy(np.float64), moved.loc[known, "change"].to_numpy(np.float64)
    if len(x) < MOVERS_FROM or np.ptp(x) < 1e-9:
        return None, None, None
    away = x - x.mean()
    slope = float((away * y).sum() / (away**2).sum())
    left = y - y.mean() - slope * away
    error = np.sqrt(_by_manager(away * left, moved[known])) / (away**2).sum()
    managers = len(pd.unique(moved.loc[known, ["rater_before", "rater"]].to_numpy().ravel()))
    wide = float(stats.t.ppf(0.975, managers - 1) * error)
    return slope, slope - wide, slope + wide


def _by_manager(score: Numbers, moved: pd.DataFrame) -> float:
    """The variance of a sum over moves, those that share a manager depending on each other.

    Robust to dyads: Aronow, Samii and Assenova 2015.
    """
    codes, names = pd.factorize(pd.concat([moved["rater_before"], moved["rater"]]))
    both = np.bincount(codes, np.tile(score, 2), len(names))
    return float(max((both**2).sum() - (score**2).sum(), (score**2).sum()))

"""Whether people come on from a manager's team: three signs, each beside what is usual.

Source: methods, "Super-performer trap". A sign is low where even the better end of its interval of
80 % lies below the usual; a manager is named only where two of three are low. Nothing says why.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pyarrow as pa
from scipy import stats

from components.analysis import Measures
from components.analysis.arrow import Columns
from components.analysis.day_numbers import day_numbers
from components.analysis.incidence import Ending, scope_stays
from components.analysis.raters import managers_on
from components.analysis.role_rows import role_rows
from components.calibration.comparison import Z80
from components.calibration.shrinkage import Sums, shrunk
from components.settings import Settings
from components.tables import columns as col
from components.tables.dataset import Dataset

PEOPLE_FROM, LOW_FROM, YEARS = 8, 2, 3
"""So many people of a team, pooled over so many years; so many of three signs that are low.

Source: methods, "Super-performer trap".
"""
SIGNS = ("potential", "moves", "applications")
_QUARTER, _USUAL_SPREAD, _BETTER_END = 91, 2.0, 0.9
_CELL = [col.LEVEL, col.JOB_FAMILY]


@dataclass(frozen=True)
class Release:
    """Managers with enough people, and the signs that could be looked at.

    rows: manager, people (whom the team held in the years), for each sign the figure in its own
    name (potential: points beside people rated alike; moves, applications: times as many as usual)
    and `<sign>_low` (missing where it can't be told), `<sign>_seen` and `<sign>_usual` (counts),
    and `low`, how many signs are low.
    """

    rows: pd.DataFrame
    signs: tuple[str, ...]

    @property
    def below(self) -> pd.DataFrame:
        """Managers with two low signs or more, by name."""
        return self.rows[self.rows["low"] >= LOW_FROM].sort_values("manager")


def talent_release(dataset: Dataset, measures: Measures, settings: Settings) -> Release:
    """The signs of every manager on the day of the measures."""
    teams = _Teams(dataset, measures.as_of, settings)
    held = teams.quarters
    people = held.groupby("manager")[col.PERSON].nunique()
    rows = pd.DataFrame({"people": people[people >= PEOPLE_FROM]})
    found = {
        "potential": _potential(measures, teams),
        "moves": _counted(teams.moves, held),
        "applications": _counted(teams.applications(measures.opportunities), held),
    }
    signs = tuple(name for name in SIGNS if len(found[name]))
    for name in signs:
        rows = rows.join(found[name].add_prefix(f"{name}_").rename(columns={f"{name}_size": name}))
    low = [rows[f"{name}_low"].astype("boolean").fillna(value=False) for name in signs]
    rows["low"] = sum((one.astype(int) for one in low), start=pd.Series(0, index=rows.index))
    return Release(rows.rename_axis("manager").reset_index(), signs)


class _Teams:
    """Who was in whose team, at which level and in which job family, quarter by quarter."""

    def __init__(self, dataset: Dataset, as_of: date, settings: Settings) -> None:
        self.as_of = as_of
        self.roles = Columns(dataset.tables.get("roles"))
        self.role_rows = role_rows(dataset, as_of, settings.levels)
        self.stays = scope_stays(dataset, as_of, settings).rows
        quarters = range(YEARS * 365 // _QUARTER)
        self.days = [as_of - timedelta(days=_QUARTER * back) for back in quarters]
        self.since = self.days[-1]
        self.quarters = pd.concat([self._on(day) for day in self.days], ignore_index=True)

    def _on(self, day: date) -> pd.DataFrame:
        lasted = self.stays["ending"] == int(Ending.STILL_HERE)
        here = (self.stays["start"] <= day) & (lasted | (self.stays["end"] > day))
        return self._with_managers(self.stays.loc[here, [col.PERSON, *_CELL]].assign(day=day))

    def _with_managers(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Rows of person and day with the manager that day; without one they are left out."""
        managers = self.managers(rows[col.PERSON], rows["day"])
        return rows.assign(manager=managers).dropna(subset="manager")

    def managers(self, person: pd.Series, day: pd.Series) -> np.ndarray:
        """The manager of each person on each day; missing where none is known."""
        at = {
            col.PERSON: pa.chunked_array([pa.array(person, pa.int64())]),
            "day": day_numbers(pa.chunked_array([pa.array(day, pa.date32())])),
        }
        found = managers_on(at, self.roles, self.role_rows)
        return np.asarray(found.to_pylist(), dtype=object)

    @property
    def moves(self) -> pd.DataFrame:
        """Changes of scope inside the company that led to another manager."""
        stays = self.stays
        moved = (stays["ending"] == int(Ending.MOVED)) & (stays["end"] > self.since)
        left: pd.DataFrame = stays.loc[moved, [col.PERSON, *_CELL, "end"]]
        before = left["end"].map(lambda day: day - timedelta(days=1))
        then = self.managers(left[col.PERSON], before)
        after = self.managers(left[col.PERSON], left["end"])
        elsewhere: pd.DataFrame = left.assign(manager=then)[pd.notna(then) & (then != after)]
        return elsewhere

    def applications(self, opportunities: pd.DataFrame) -> pd.DataFrame:
        """Applications for other roles inside; nothing where none were given."""
        if not {col.KIND, col.DATE} <= set(opportunities.columns):
            return pd.DataFrame(columns=["manager", *_CELL])
        rows = opportunities[opportunities[col.KIND] == "internal application"]
        seen = rows.loc[rows[col.DATE] > self.since, [col.PERSON, col.DATE]]
        placed = self.placed(seen.rename(columns={col.DATE: "day"}))
        return self._with_managers(placed) if len(placed) else placed.assign(manager=None)

    def placed(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Rows of person and day with level and job family then."""
        stays = self.stays[[col.PERSON, "start", *_CELL]]
        keyed = [
            frame.assign(at=pd.to_datetime(frame[day]), person=frame[col.PERSON].astype("int64"))
            for frame, day in ((rows, "day"), (stays, "start"))
        ]
        left, right = (frame.sort_values("at") for frame in keyed)
        found: pd.DataFrame = pd.merge_asof(
            left, right.drop(columns="start"), on="at", by=col.PERSON
        )
        return found


def _counted(events: pd.DataFrame, quarters: pd.DataFrame) -> pd.DataFrame:
    """How often it happened in each team, beside how often among people of like level and family.

    Gamma–Poisson: (seen + a) / (usual + a), with a by moments.
    """
    if events.empty:
        return pd.DataFrame()
    happened = events.groupby(_CELL, dropna=False).size().rename("happened")
    held = quarters.groupby(_CELL, dropna=False).size().rename("held")
    rate = (happened / held).fillna(0.0).rename("rate").reset_index()
    spent = quarters.merge(rate, on=_CELL, how="left")
    usual = spent.groupby("manager")["rate"].sum()
    seen = events.groupby("manager").size().reindex(usual.index, fill_value=0)
    spread = _spread(seen.to_numpy(float), usual.to_numpy(float))
    better = stats.gamma.ppf(_BETTER_END, seen + spread, scale=1.0 / (usual + spread))
    return pd.DataFrame(
        {
            "size": (seen + spread) / (usual + spread),
            "low": better < 1.0,
            "seen": seen,
            "usual": usual,
        }
    )


def _spread(seen: np.ndarray, usual: np.ndarray) -> float:
    """How alike teams are: the larger, the more each is drawn to the usual."""
    excess = float(((seen - usual) ** 2 - usual).sum())
    return float((usual**2).sum()) / excess if excess > 0 else _USUAL_SPREAD


def _potential(measures: Measures, teams: _Teams) -> pd.DataFrame:
    """What a manager says of potential beside what performance would make likely."""
    rows = measures.ratings
    both = rows[col.POTENTIAL].notna() & rows[col.RATER_ID].notna() & rows[col.REVIEW_DATE].notna()
    rows = rows[both & (rows[col.REVIEW_DATE] > teams.since)]
    if rows.empty:
        return pd.DataFrame()
    names = [col.PERSON, col.CYCLE, col.RATING, col.POTENTIAL, col.RATER_ID]
    placed = teams.placed(rows[names].assign(day=rows[col.REVIEW_DATE]))
    cells = placed.groupby([col.CYCLE, col.LEVEL], dropna=False)
    apart = {
        name: placed[name].astype(float) - cells[name].transform("mean").astype(float)
        for name in (col.RATING, col.POTENTIAL)
    }
    left = apart[col.POTENTIAL] - _slope(**apart) * apart[col.RATING]
    return _shrunk_by_rater(placed.assign(left=left))


def _slope(rating: pd.Series, potential: pd.Series) -> float:
    squares = float((rating**2).sum())
    return float((rating * potential).sum()) / squares if squares else 0.0


def _shrunk_by_rater(rows: pd.DataFrame) -> pd.DataFrame:
    by = rows.groupby(col.RATER_ID)["left"]
    squares = rows["left"].pow(2).groupby(rows[col.RATER_ID])
    count, total, second = (one.astype(float) for one in (by.count(), by.sum(), squares.sum()))
    found = shrunk(Sums(*(np.asarray(one, np.float64) for one in (count, total, second))))
    size = found.mean - found.common
    people = rows.groupby(col.RATER_ID)[col.PERSON].nunique().to_numpy()
    low = pd.array(size + Z80 * found.sd < 0, dtype="boolean")
    low[people < PEOPLE_FROM] = pd.NA
    return pd.DataFrame({"size": size, "low": low, "seen": count.to_numpy()}, index=count.index)

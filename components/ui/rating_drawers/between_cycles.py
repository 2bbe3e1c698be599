"""How ratings moved from one cycle to the next, and what people who changed manager show."""

import pandas as pd
import streamlit as st

from components.analysis.rating_counts import BY_MANAGER
from components.calibration import MOVERS_FROM, Movers
from components.tables import columns as col
from components.ui import comparing
from components.ui.figures import show_table
from components.ui.rating_views import Ratings
from components.ui.text import safe
from components.ui.view import View

UP, SAME, DOWN = "Rose", "Same", "Fell"
TOGETHER = "Others, pooled"
_HALF = 0.5


def show_movement(view: View, found: Ratings) -> None:
    """Up, same and down by group; then the people who changed manager."""
    moves = moved(view)
    st.markdown(f"**{safe(movement_finding(moves))}**")
    limit = view.settings.app.min_group
    st.caption(
        f"People rated in their latest cycle and in one before, of those shown. Groups of {limit} "
        "or more; ratings move by chance too, so a few of many changes mean little."
    )
    table = movement_table(moves, found, limit)
    if len(table):
        show_table(table, key="movement_rows", alt="Ratings that rose, stayed and fell by group")
    where = (view.version.name, view.settings.fingerprint, view.as_of)
    people = comparing.movers_of(*where)
    st.markdown(f"**{safe(movers_finding(people))}**")
    st.caption(safe(movers_base(people)))


def moved(view: View) -> pd.DataFrame:
    """One row for each person shown with two ratings: the latest and the one before."""
    counts = comparing.counts_still(view.people, view.settings.ratings.latest_review_months)
    people = view.people[counts]
    ratings = view.measures.ratings.sort_values([col.PERSON, "cycle_order"])
    ratings = ratings[ratings[col.PERSON].isin(people[col.PERSON])]
    value = ratings[col.RATING].astype(float)
    before = value.groupby(ratings[col.PERSON]).shift(1)
    rows = pd.DataFrame({col.PERSON: ratings[col.PERSON], "change": value - before})
    latest = rows.groupby(col.PERSON).tail(1).dropna(subset="change")
    names = [col.PERSON, col.DEPARTMENT, col.LEVEL, col.REGION, col.TRACK, BY_MANAGER]
    return latest.merge(people[names], on=col.PERSON)


def movement_finding(moves: pd.DataFrame) -> str:
    """How many kept their rating, rose and fell."""
    if moves.empty:
        return "Nobody shown was rated in two cycles"
    up, down = int((moves["change"] > 0).sum()), int((moves["change"] < 0).sum())
    people = len(moves)
    same = people - up - down
    who = "1 person" if people == 1 else f"{people:,} people"
    return f"Of {who} rated twice, {same:,} kept their rating, {up:,} rose and {down:,} fell"


def movement_table(moves: pd.DataFrame, found: Ratings, limit: int) -> pd.DataFrame:
    """Counts by the groups that the figure shows; all others are one row, if it is large enough."""
    column = found.grouping.column
    shown = found.compared.set_index("key")
    key = moves[column].astype("object")
    counts = moves.assign(key=key)["key"].value_counts()
    named = [one for one in shown.index if counts.get(one, 0) >= limit]
    rest = key.where(key.isin(named))
    if 0 < rest.isna().sum() < limit and named:
        named = [one for one in named if one != min(named, key=lambda one: counts[one])]
    groups = key.where(key.isin(named), TOGETHER)
    if (groups == TOGETHER).sum() < limit:
        groups = groups[groups != TOGETHER]
    change = moves["change"].reindex(groups.index)
    rows = pd.DataFrame(
        {
            "People": change.groupby(groups).size(),
            UP: (change > 0).groupby(groups).sum(),
            SAME: (change == 0).groupby(groups).sum(),
            DOWN: (change < 0).groupby(groups).sum(),
        }
    )
    order = [one for one in (*named, TOGETHER) if one in rows.index]
    rows = rows.loc[order].astype(int)
    words = shown["group"].to_dict()
    rows.insert(0, "Group", [words.get(one, one) for one in rows.index])
    return rows.reset_index(drop=True)


def movers_finding(found: Movers) -> str:
    """Whether habit and team can be told apart: half of the difference is the border."""
    if found.low is None or found.high is None:
        return "Habits of rating and differences between teams cannot be separated here"
    if found.low > _HALF:
        return "Ratings of people who changed manager mostly follow the manager"
    if found.high < _HALF:
        return "Ratings of people who changed manager mostly stay with the person"
    return "People who changed manager do not tell yet whether ratings follow the manager"


def movers_base(found: Movers) -> str:
    """On whom it stands, and how to read it."""
    people = f"{found.connected:,} {'person' if found.connected == 1 else 'people'}"
    if found.share is None or found.low is None or found.high is None:
        if found.connected < MOVERS_FROM:
            return (
                f"{people} changed manager between two cycles in one connected set; "
                f"{MOVERS_FROM} are needed."
            )
        return f"{people} changed manager, and their managers rate too much alike to tell."
    return (
        f"{people} changed manager between two cycles, among {found.managers:,} managers whom "
        f"they connect. Their ratings moved by {found.share:.0%} of the difference between the two "
        f"(95 %: {found.low:.0%} to {found.high:.0%}); 100 % is the manager’s habit alone, 0 % the "
        "person alone."
    )

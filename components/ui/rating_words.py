"""What a table of ratings says in words: its finding, its sum, and what it cannot tell.

Nothing here compares one manager with another: the sentences speak of all groups together.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from components.analysis.distributions import EVERYONE, GROUP, POOL
from components.analysis.rating_counts import BY_MANAGER, NOT_KNOWN
from components.settings.rating_scale import RatingScale
from components.tables import columns as col
from components.ui.lists_in_words import listed

ENOUGH_FOR_PERCENT = 20
"""Below so many people counts are said, not percentages."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """One way to divide people: a column, and the words for a group."""

    column: str
    label: str
    one: str
    many: str


GROUPINGS = (
    Grouping(BY_MANAGER, "Manager", "team", "teams"),
    Grouping(col.DEPARTMENT, "Department", "department", "departments"),
    Grouping(col.LEVEL, "Level", "level", "levels"),
    Grouping(col.REGION, "Region", "region", "regions"),
    Grouping(col.TRACK, "Track", "track", "tracks"),
)


def name_of_rating(scale: RatingScale, rating: int) -> str:
    """A rating as it is said in a sentence: its number, or its label in quotation marks."""
    label = scale.label_for(rating)
    return label if label.isdigit() else f"“{label}”"


def finding(rows: pd.DataFrame, grouping: Grouping, scale: RatingScale) -> str:
    """What the ratings of the people shown have in common; no group is named."""
    everyone = rows[rows["kind"].eq(EVERYONE)]
    if everyone["hidden"].any():
        return "Too few of these people are rated to show how"
    if not everyone["people"].sum():
        return "None of these people has a rating"
    counts = everyone.set_index("rating")["people"].astype(int)
    most = [int(rating) for rating in counts.index[counts.eq(counts.max())]]
    named = listed([name_of_rating(scale, rating) for rating in most], most=len(most))
    said = f"{named} {'is the most common rating' if len(most) == 1 else 'are equally common'}"
    return said + _across(_by_group(rows), most, grouping, scale)


def _known(rows: pd.DataFrame) -> pd.Series:
    """Rows of groups that are known and large enough."""
    known: pd.Series = rows["kind"].eq(GROUP) & rows["group"].ne(NOT_KNOWN)
    return known


def _by_group(rows: pd.DataFrame) -> pd.DataFrame:
    """People at each rating (columns) in each group shown that has rated people (rows)."""
    groups = rows[_known(rows) & rows["rated"].gt(0)]
    return groups.pivot_table("people", "order", "rating", "first").astype(int)


def _across(
    groups: pd.DataFrame, most: Sequence[int], grouping: Grouping, scale: RatingScale
) -> str:
    if len(groups) < 2:
        return ""
    if grouping.column == BY_MANAGER:
        without = int(groups[scale.highest].eq(0).sum())
        top = name_of_rating(scale, scale.highest)
        if not without:
            return f"; in each of {len(groups)} teams somebody is at {top}"
        return f"; in {without} of {len(groups)} teams nobody is at {top}"
    if len(most) > 1:
        return ""
    alike = int(groups[most[0]].eq(groups.max(axis=1)).sum())
    where = f"each of {len(groups)}" if alike == len(groups) else f"{alike} of {len(groups)}"
    return f", in {where} {grouping.many} too"


def everyone_in_words(rows: pd.DataFrame) -> str:
    """How many people stand at each rating, all groups together: nothing need be pointed at."""
    everyone = rows[rows["kind"].eq(EVERYONE)]
    told = zip(everyone["people"], everyone["rating"], strict=True)
    return ", ".join(f"{people:,} at {rating}" for people, rating in told)


def divided(rows: pd.DataFrame, rated: int, grouping: Grouping, months: int) -> dict[str, int]:
    """The parts of the sum under the finding, each counted from its own rows.

    rated: how many of the people have a rating that counts; months: how old it may be.
    """
    once = rows.drop_duplicates("order")
    held = once["rated"].fillna(0)
    known, pool = _known(once), once["kind"].eq(POOL)
    nobody_knows = once["kind"].eq(GROUP) & ~known
    groups = int((known & held.gt(0)).sum())
    by_manager = grouping.column == BY_MANAGER
    whom, of = ("by", "manager") if by_manager else ("in", grouping.one)
    hidden, groups_only = bool(once["hidden"].any()), once["kind"].ne(EVERYONE)
    return {
        f"rated {whom} {groups:,} {of}{'' if groups == 1 else 's'}": int(held[known].sum()),
        f"rated, {of} not known": int(held[nobody_knows].sum()),
        f"rated in small {'teams' if by_manager else 'groups'}, pooled": int(held[pool].sum()),
        "not rated": int(once.loc[groups_only, "not_rated"].sum()),
        f"rated more than {months} months ago": int(once.loc[groups_only, "stale"].sum()),
        "rated and hidden": rated if hidden else 0,
    }


def chance(rows: pd.DataFrame, scale: RatingScale) -> str:
    """How often a team of usual size has nobody at the top by chance alone."""
    everyone = rows[rows["kind"].eq(EVERYONE) & ~rows["hidden"]]
    sizes = rows[_known(rows)].drop_duplicates("order")["rated"]
    rated = int(everyone["people"].sum())
    at_top = int(everyone.loc[everyone["rating"].eq(scale.highest), "people"].sum())
    if rated < ENOUGH_FOR_PERCENT or not at_top or sizes.empty:
        return ""
    size = int(sizes.median())
    share = (1 - at_top / rated) ** size
    return (
        f"{at_top:,} of {rated:,} are at {name_of_rating(scale, scale.highest)}: by chance alone "
        f"about {round(100 * share)} of 100 teams of {size} would have nobody there."
    )

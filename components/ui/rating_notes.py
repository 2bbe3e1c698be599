"""The small print about ratings: which are counted, how bars are read, who is the rater."""

import pandas as pd

from components.analysis.raters import RaterSource
from components.analysis.rating_counts import BY_MANAGER
from components.settings.rating_scale import RatingScale
from components.tables import columns as col
from components.ui.rating_words import Grouping

OF_GROUPS = (
    "Groups differ in their work and in who rates. A difference between them is a question to "
    "ask, not an answer."
)
OF_HABITS = (
    "Habits of rating and differences between teams cannot be told apart from these numbers."
)
DOTS = (
    "Right: distance from comparable people. Ring: own mean; dot: after allowing for size (lines "
    "80 and 95 %)."
)


def base(people: pd.DataFrame, by: Grouping, scale: RatingScale, limit: int) -> str:
    """What the bars count and how they are read."""
    middle = (scale.lowest + scale.highest) / 2
    small = "Teams" if by.column == BY_MANAGER else by.many.capitalize()
    return (
        f"People at each rating; bars show shares, centred on {middle:g}. {small} with fewer than "
        f"{limit} rated are pooled. {_which_ratings(people)}"
    )


def _which_ratings(people: pd.DataFrame) -> str:
    cycles = sorted(str(cycle) for cycle in people[col.CYCLE].dropna().unique())
    if not cycles:
        return "Latest rating of each person."
    first, last = cycles[0], cycles[-1]
    spoken = f"cycle {first}" if first == last else f"cycles {first} to {last}"
    return f"Latest ratings, {spoken}."


def by_whom(people: pd.DataFrame) -> str:
    """Who is taken for the rater where the review does not say."""
    sources = people[col.RATER_SOURCE].value_counts()
    told = {str(source): int(count) for source, count in sources.items()}
    then, now = told.get(RaterSource.ROLE, 0), told.get(RaterSource.CURRENT, 0)
    if not then + now:
        return ""
    stands_in = [
        f"the manager on the review day ({then:,})" if then else "",
        f"the current manager ({now:,})" if now else "",
    ]
    said = "1 rating names" if then + now == 1 else f"{then + now:,} ratings name"
    return f"{said} no reviewer; counted for {' or '.join(filter(None, stands_in))}."

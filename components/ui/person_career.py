"""One person's way as a timeline: roles, ratings, applications and promotion cases."""

from datetime import date
from typing import Any

import pandas as pd

from components.charts import Career, Figure, career
from components.signals import limits_of
from components.tables import columns as col
from components.ui.counted_words import counted_words
from components.ui.durations import months_words
from components.ui.facts import Facts, missing
from components.ui.rating_views import spoken_in
from components.ui.view import View

NEAR = 12
"""Months ahead from which on the window is drawn; earlier it would only squeeze the past."""

CASES = ("internal application", "promotion")


def career_figure(view: View, who: Facts) -> Figure | None:
    """The timeline, or nothing where no role is known."""
    person = who[col.PERSON]
    spells = of_person(view.measures.spells, person)
    if spells.empty:
        return None
    ratings = of_person(view.measures.ratings, person)
    scale = spoken_in(ratings, view)
    material = Career(
        spells=spells,
        ratings=ratings,
        events=events_of(view, who),
        as_of=view.as_of,
        levels=_levels(view, spells),
        window=_window(view, who),
        waited=months_words(who[col.MONTHS_IN_ROLE], at_least=who[col.CLOCK_AT_LEAST]),
        scale=(scale.lowest, scale.highest),
    )
    return career(material, title=finding(who, ratings))


def of_person(rows: pd.DataFrame, person: int) -> pd.DataFrame:
    """The rows about one person; a table that was not given has none."""
    return rows[rows[col.PERSON] == person] if col.PERSON in rows.columns else rows.iloc[:0]


def events_of(view: View, who: Facts) -> pd.DataFrame:
    """Applications and promotion cases: date, words, attention (behind a flag of today)."""
    rows = of_person(view.measures.opportunities, who[col.PERSON])
    if rows.empty:
        return pd.DataFrame({"date": [], "words": [], "attention": []})
    rows = rows[rows[col.KIND].isin(CASES)]
    days = rows[col.DECIDED_ON].where(rows[col.DECIDED_ON].notna(), rows[col.DATE])
    return pd.DataFrame(
        {
            "date": days,
            "words": [event_words(*one) for one in _cases(rows)],
            "attention": (days == who[col.REJECTED_ON]).fillna(value=False).astype(bool)
            if not missing(who[col.REJECTED_ON])
            else False,
        }
    )


def _cases(rows: pd.DataFrame) -> list[tuple[Any, ...]]:
    named = (rows[name] for name in (col.KIND, col.OUTCOME, col.STAGE_REACHED))
    return list(zip(*named, strict=True))


def event_words(kind: str, outcome: Any, stage: Any) -> str:
    """What happened, in a few words.

    >>> event_words("internal application", "rejected", "final interview")
    'Internal application: rejected after final interview'
    """
    ended = "outcome not known" if missing(outcome) else str(outcome)
    after = "" if missing(stage) or outcome != "rejected" else f" after {stage}"
    return f"{kind.capitalize()}: {ended}{after}"


def finding(who: Facts, ratings: pd.DataFrame) -> str:
    """How the person was rated since the scope last changed, and when that was."""
    months, start = who[col.MONTHS_IN_SCOPE], who[col.SCOPE_START]
    if missing(months) or missing(start):
        return f"{len(ratings)} ratings on record; the scope’s beginning is not known"
    words = months_words(months, at_least=who[col.CLOCK_AT_LEAST])
    since = ratings[(ratings[col.REVIEW_DATE] >= start).fillna(value=False)]
    top = int((since["top"] == True).fillna(value=False).sum())  # noqa: E712 - three answers
    if not top:
        return f"The scope last changed {words} ago"
    return f"{counted_words(top, 'top rating')} since the scope last changed, {words} ago"


def _levels(view: View, spells: pd.DataFrame) -> list[str]:
    """The levels held, from low to high; those without an order are left to the chart."""
    held = [str(level) for level in spells[col.LEVEL].dropna().unique()]
    ranks = view.settings.levels.rank(held)
    return sorted((one for one in held if ranks[one] is not None), key=lambda one: ranks[one] or 0)


def _window(view: View, who: Facts) -> tuple[date, date, str] | None:
    """The months after the last change of scope worth a conversation, once they are near."""
    start = who[col.SCOPE_START]
    if missing(start) or who[col.CLOCK_AT_LEAST] is True:
        return None
    limits: Any = limits_of(view.settings)["stalled_top_performer"]
    later = 0 if missing(who[col.FAMILY_LATER]) else int(who[col.FAMILY_LATER])
    opens, closes = limits.from_months + later, limits.to_months + later
    first = _later(start, opens)
    if first > _later(view.as_of, NEAR):
        return None
    return first, _later(start, closes + 1), f"{opens}–{closes} months"


def _later(day: date, months: int) -> date:
    return (pd.Timestamp(day) + pd.DateOffset(months=months)).date()

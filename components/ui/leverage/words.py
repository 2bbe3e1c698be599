"""What is said about a wish and about readiness: always with its age and its base."""

from datetime import date
from typing import Any

import pandas as pd

from components.growth import Readiness, Willingness
from components.ui.durations import ago, day_words
from components.ui.facts import Facts, missing
from components.ui.leverage.rows import Wishes
from components.ui.view import View

WISHES = {
    Willingness.NOW: "Wants it now",
    Willingness.LATER: "Wants it later",
    Willingness.TIMING: "Not at this time",
    Willingness.CONTENT: "Content, or another way",
    Willingness.NOT: "Does not want it",
    Willingness.CONFLICTING: "Word and deed differ",
    Willingness.UNKNOWN: "Not known",
}
STEPS = {
    Readiness.NOW: "Ready now",
    Readiness.SOON: "In 1–2 years",
    Readiness.DEVELOPING: "Developing",
    Readiness.UNKNOWN: "Not known",
}


def finding(found: Wishes) -> str:
    """What the page says first."""
    people = len(found.rows)
    if not people:
        return "Nobody is in this selection"
    unknown = int(found.rows["willingness"].eq(Willingness.UNKNOWN.value).sum())
    if unknown == people:
        return f"What these {people:,} people want is not known: nobody has asked"
    blocked = len(found.by_meeting.get("blocked", ()))
    if blocked:
        if blocked == 1:
            return "1 person is ready, wants the next step now and has not moved for a year"
        return f"{blocked:,} people are ready, want the next step now, have not moved for a year"
    known = people - unknown
    return f"Of {people:,} people, the wish of {known:,} is known; {found.first:,} to ask first"


def parts(found: Wishes) -> dict[str, int]:
    """The sum under the finding: known and unknown wishes."""
    unknown = int(found.rows["willingness"].eq(Willingness.UNKNOWN.value).sum())
    return {"with a wish on record": len(found.rows) - unknown, "wish not known": unknown}


def wish_words(row: Facts, as_of: date) -> str:
    """What the wish stands on: the statement with its age, then the deeds."""
    said = _statement(row, as_of)
    deeds = _deeds(row)
    return f"{said} {deeds}".strip()


def _statement(row: Facts, as_of: date) -> str:
    if missing(row["said"]):
        return "Never asked, as far as the data say."
    on = row["asked_on"]
    age = f"{day_words(on)}, {ago(on, as_of)}"
    said = WISHES[Willingness(row["said"])].lower()
    if row["said"] == Willingness.UNKNOWN.value:
        said = "is not sure"
    if row["said"] == Willingness.CONFLICTING.value:
        said = "two different answers on one day"
    stale = {"ageing": "; ageing, ask again", "too old": "; too old to count"}
    return f"Said on {age}: {said}{stale.get(str(row['stands']), '')}."


def _deeds(row: Facts) -> str:
    told = []
    if not missing(row["applications"]) and row["applications"]:
        count = int(row["applications"])
        told.append(f"{count} application{'s' if count > 1 else ''} inside within 18 months")
    if not missing(row["timing_on"]):
        told.append(f"declined for reasons of timing on {day_words(row['timing_on'])}")
    if not told:
        return ""
    words = "; ".join(told)
    return f"{words[0].upper()}{words[1:]}."


def ready_words(row: Facts) -> str:
    """What readiness stands on."""
    if missing(row["required"]):
        return "What the next level asks for is not known."
    asked, rated, reached = (_count(row[name]) for name in ("required", "rated", "reached"))
    level = row["next_level"]
    words = f"{reached} of {rated} rated competencies reach level {level} ({asked} asked for)"
    steady = {True: "two steady cycles", False: "not two steady cycles"}.get(row["steady"])
    tried = {True: "work beyond the role", False: "no work beyond the role on record"}
    told = [steady or "the last two cycles not known"]
    told.append(tried.get(row["tried"]) or "work beyond the role not known")
    return f"{words}; {', '.join(told)}."


def _count(value: Any) -> int:
    return 0 if pd.isna(value) else int(value)


def base(view: View) -> str:
    """How the matrix is read."""
    return (
        "Own statements of the last 18 months, and answers to offers in that time; silence is not "
        "known, never a no. Readiness: competencies of the next level, steady cycles, work beyond "
        f"the role; not current performance. As of {day_words(view.as_of)}. Amber: ask first."
    )

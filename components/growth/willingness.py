"""What people said they want, and what their answers to offers show: a category, never a score.

Source: methods, "Aspiration mismatch". Silence is unknown, never disinterest; a no for reasons of
timing, place, family or pay is a matter of timing; word and deed that disagree are conflicting.
"""

from datetime import date
from enum import StrEnum

import narwhals as nw
import pandas as pd
from narwhals.typing import FrameT

from components.tables import columns as col

VALID_MONTHS, AGEING_MONTHS, DEEDS_MONTHS = 12, 18, 18
"""A statement is valid for so long, ageing until then, and unknown after; deeds count so long."""
DEEDS_FROM = 2
"""So many answers and applications show something where nothing valid was said."""
_APPLIED, _MOST_APPLICATIONS = 1.5, 3
_OFFERS_FROM, _GLAD, _RELUCTANT = 3, 0.6, 0.4


class Willingness(StrEnum):
    """What a person wants of the next step up."""

    NOW = "wants it now"
    LATER = "wants it later"
    TIMING = "not at this time"
    CONTENT = "content, or another way"
    NOT = "does not want it"
    CONFLICTING = "word and deed differ"
    UNKNOWN = "not known"


STRETCH = ("stretch assignment", "rotation", "acting role")
_YES, _NO = ("accepted", "completed"), ("declined",)
_TIMING = ("timing", "location", "family", "pay")
CODE_OF = {name: code for code, name in enumerate(Willingness)}


def statements(rows: FrameT, as_of: date) -> FrameT:
    """One row per person who said anything of their own: the newest statement on or before the day.

    rows: person, asked_on, intent, horizon, said_by. Columns: person, `said` (a code of
    `Willingness`; conflicting where the newest day holds two different answers), `asked_on`, and
    `stands`: valid, ageing or too old. What only a manager said is not the person's own.
    """
    own = (nw.col(col.SAID_BY) == "self") | nw.col(col.SAID_BY).is_null()
    seen = rows.filter(own, nw.col(col.ASKED_ON) <= as_of)
    coded = seen.select(col.PERSON, col.ASKED_ON, said=_said()).filter(~nw.col("said").is_null())
    newest = coded.group_by(col.PERSON).agg(newest=nw.col(col.ASKED_ON).max())
    latest = coded.join(newest, on=col.PERSON).filter(nw.col(col.ASKED_ON) == nw.col("newest"))
    both = latest.group_by(col.PERSON).agg(
        nw.col(col.ASKED_ON).max(), low=nw.col("said").min(), high=nw.col("said").max()
    )
    agreed = nw.when(nw.col("low") == nw.col("high")).then(nw.col("low"))
    return both.select(
        col.PERSON,
        col.ASKED_ON,
        said=agreed.otherwise(CODE_OF[Willingness.CONFLICTING]).cast(nw.Int64),
        stands=nw.when(nw.col(col.ASKED_ON) > _before(as_of, VALID_MONTHS))
        .then(nw.lit("valid"))
        .otherwise(
            nw.when(nw.col(col.ASKED_ON) > _before(as_of, AGEING_MONTHS))
            .then(nw.lit("ageing"))
            .otherwise(nw.lit("too old"))
        ),
    )


def _said() -> nw.Expr:
    """The code of an intent; "unsure" is an answer, and what it says is that nobody knows."""
    intent, horizon = nw.col(col.INTENT), nw.col(col.HORIZON)
    up = intent == "up"
    code = nw.lit(CODE_OF[Willingness.UNKNOWN])
    for when, which in (
        (intent.is_in(["expert", "stay", "lateral"]), Willingness.CONTENT),
        (intent == "leave people leadership", Willingness.NOT),
        (up, Willingness.LATER),
        (up & (horizon == "now").fill_null(value=False), Willingness.NOW),
    ):
        code = nw.when(when.fill_null(value=False)).then(nw.lit(CODE_OF[which])).otherwise(code)
    return nw.when(~intent.is_null()).then(code)


def deeds(rows: FrameT, as_of: date) -> FrameT:
    """One row per person with answers to offers or applications within `DEEDS_MONTHS`.

    rows: person, kind, outcome, decline_reason, day (of the decision, else of the event). Columns:
    person, `deeds` (how many), `leaning` (above 0: towards more, below: away), `timing_on` (the
    last no for reasons of timing), `applications`.
    """
    within = (nw.col("day") > _before(as_of, DEEDS_MONTHS)) & (nw.col("day") <= as_of)
    kinds = {name: when.cast(nw.Int64) for name, when in _kinds_of_deed().items()}
    marked = rows.filter(within.fill_null(value=False)).with_columns(**kinds)
    marked = marked.with_columns(timing_on=nw.when(nw.col("late") == 1).then(nw.col("day")))
    people = marked.group_by(col.PERSON).agg(
        *(nw.col(name).sum() for name in kinds), nw.col("timing_on").max()
    )
    return people.select(
        col.PERSON,
        "timing_on",
        deeds=nw.col("applied") + nw.col("answered"),
        applications=nw.col("applied"),
        leaning=_leaning(),
    )


def _kinds_of_deed() -> dict[str, nw.Expr]:
    """What an offer or application was: one answer may be several of these.

    Courses and mentoring are no step up, whatever was answered.
    """
    kind, outcome, reason = nw.col(col.KIND), nw.col(col.OUTCOME), nw.col(col.DECLINE_REASON)
    applied = (kind == "internal application").fill_null(value=False)
    step = kind.is_in([*STRETCH, "promotion"]).fill_null(value=False)
    answered = outcome.is_in([*_YES, *_NO]).fill_null(value=False) & step
    no = outcome.is_in([*_NO]).fill_null(value=False) & step
    stretch = kind.is_in([*STRETCH]).fill_null(value=False) & answered
    late = no & reason.is_in([*_TIMING]).fill_null(value=False)
    return {
        "applied": applied,
        "answered": answered,
        "taken": stretch & ~no,
        "refused": stretch & no & ~late,
        "away": no & (reason == "content").fill_null(value=False),
        "late": late,
    }


def _leaning() -> nw.Expr:
    """Above 0 towards more, below 0 away from it."""
    offers = nw.col("taken") + nw.col("refused")
    share = (nw.col("taken") + 1) / (offers + 2)
    reluctant = nw.when((offers >= _OFFERS_FROM) & (share <= _RELUCTANT)).then(nw.lit(-1.0))
    gladly = nw.when((nw.col("taken") > 0) & (share >= _GLAD)).then(nw.lit(1.0))
    glad = gladly.otherwise(reluctant.otherwise(nw.lit(0.0)))
    counted = nw.when(nw.col("applied") > _MOST_APPLICATIONS).then(nw.lit(_MOST_APPLICATIONS))
    return _APPLIED * counted.otherwise(nw.col("applied")) + glad - nw.col("away")


def willing(people: FrameT) -> FrameT:
    """People with `willingness`, the code of a `Willingness`.

    people: the columns of `statements` and `deeds`, missing where a person has none.
    """
    code = {name: nw.lit(CODE_OF[name]) for name in Willingness}
    stands = nw.col("stands").is_in(["valid", "ageing"]).fill_null(value=False)
    held = nw.when(stands).then(nw.col("said").fill_null(CODE_OF[Willingness.UNKNOWN]))
    said = held.otherwise(code[Willingness.UNKNOWN])
    leaning = nw.col("leaning").fill_null(0.0)
    enough = (nw.col("deeds") >= DEEDS_FROM).fill_null(value=False)
    up = said.is_in([CODE_OF[Willingness.NOW], CODE_OF[Willingness.LATER]])
    away = said.is_in([CODE_OF[Willingness.CONTENT], CODE_OF[Willingness.NOT]])
    silent = said == CODE_OF[Willingness.UNKNOWN]
    late = ~nw.col("timing_on").is_null()
    after = (nw.col("timing_on") >= nw.col(col.ASKED_ON)).fill_null(value=False)
    now = said == CODE_OF[Willingness.NOW]
    found = said
    for when, which in (
        (silent & enough & (leaning >= _APPLIED), Willingness.NOW),
        (silent & enough & (leaning <= -1), Willingness.NOT),
        (silent & late, Willingness.TIMING),
        (now & late & after, Willingness.TIMING),
        (up & (leaning <= -1), Willingness.CONFLICTING),
        (away & (leaning >= _APPLIED), Willingness.CONFLICTING),
    ):
        found = nw.when(when).then(code[which]).otherwise(found)
    return people.with_columns(willingness=found)


def _before(day: date, months: int) -> date:
    return (pd.Timestamp(day) - pd.DateOffset(months=months)).date()

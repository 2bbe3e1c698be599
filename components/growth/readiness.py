"""How far people reach what the next level asks for; not how well they do in their own role.

Source: methods, "Aspiration mismatch" and "Competency heatmaps": performance in the current role is
not readiness.
"""

from enum import StrEnum

import narwhals as nw
from narwhals.typing import FrameT

from components.tables import columns as col

COVERAGE, NOW_FROM, SOON_FROM, CYCLES = 0.70, 0.80, 0.60, 2
"""Shares of required competencies that are rated, and that reach the target; cycles in a row."""


class Readiness(StrEnum):
    """How near a person is to the next level."""

    NOW = "ready now"
    SOON = "in one or two years"
    DEVELOPING = "developing"
    UNKNOWN = "not known"


CODE_OF = {name: code for code, name in enumerate(Readiness)}


def reached(scores: FrameT, asked: FrameT) -> FrameT:
    """One row per person: competencies that the next level asks for, rated and reached.

    scores: person, competency, manager; the newest score of each. asked: person, competency,
    target: what the next level asks for. Columns: person, required, rated, reached.
    """
    rated = scores.filter(~nw.col(col.MANAGER).is_null()).select(
        col.PERSON, col.COMPETENCY, col.MANAGER
    )
    both = asked.join(rated, on=[col.PERSON, col.COMPETENCY], how="left")
    known = ~nw.col(col.MANAGER).is_null()
    there = (nw.col(col.MANAGER) >= nw.col("target")).fill_null(value=False)
    marked = both.with_columns(known=known.cast(nw.Int64), there=there.cast(nw.Int64))
    return marked.group_by(col.PERSON).agg(
        required=nw.len(), rated=nw.col("known").sum(), reached=nw.col("there").sum()
    )


def ready(people: FrameT) -> FrameT:
    """People with `readiness`, the code of a `Readiness`.

    people: required, rated, reached (missing where the next level is not known), steady (at or
    above expectation in the last two cycles; missing where not known) and tried (any work of the
    next level; missing where nothing of the kind is recorded).
    """
    covered = (nw.col("rated") / nw.col("required")) >= COVERAGE
    share = nw.col("reached") / nw.col("rated")
    code = {name: nw.lit(CODE_OF[name]) for name in Readiness}
    proven = nw.col("steady") & nw.col("tried")
    shown = nw.when(proven).then(code[Readiness.NOW]).otherwise(code[Readiness.SOON])
    open_end = nw.when(proven.is_null()).then(code[Readiness.UNKNOWN])
    high = open_end.otherwise(shown)
    low = nw.when(share >= SOON_FROM).then(code[Readiness.SOON])
    known = (
        nw.when(share >= NOW_FROM).then(high).otherwise(low.otherwise(code[Readiness.DEVELOPING]))
    )
    told = covered.fill_null(value=False)
    return people.with_columns(
        readiness=nw.when(told).then(known).otherwise(code[Readiness.UNKNOWN])
    )

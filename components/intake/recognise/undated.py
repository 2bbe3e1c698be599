"""Ratings that no column, header or answer puts in a review cycle."""

from collections.abc import Sequence
from dataclasses import replace

from components.intake.plan import ColumnPlan
from components.intake.recognise.named_cycles import cycle_named
from components.intake.recognise.needs import RATED
from components.intake.recognise.spot import ANSWER, Spot
from components.intake.recognise.survey import Survey
from components.tables import columns as col
from components.tables.problems import Problem

_DATES_A_REVIEW = frozenset({col.CYCLE, col.REVIEW_DATE})


def cycle_asked(survey: Survey, plans: Sequence[ColumnPlan]) -> list[Problem]:
    """Ratings that neither a header, nor a column, nor an answer puts in a cycle; none or one."""
    held = {one.field for one in plans if one.field}
    rated = [one for one in plans if one.used and one.table == "reviews" and one.field in RATED]
    undated = [one for one in rated if "cycle" not in one.detail]
    dated = held & (_DATES_A_REVIEW | {col.KNOWN_ON}) or survey.answer.cycle
    if not undated or dated or not survey.body.rows:
        return []
    asked = Spot(survey.sheet).ask(
        "cycle_missing",
        f"Nothing says of which review cycle the ratings in {undated[0].header} are.",
        f"They are read, but they stand in no order with other ratings. Say {ANSWER} which cycle "
        "the sheet is of (cycle).",
    )
    return [replace(asked, value=cycle_named(survey.sheet))]

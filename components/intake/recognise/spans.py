"""Bare start and end dates of people who stand there several times: of what, is asked."""

from dataclasses import replace

from components.intake.plan import ColumnPlan, Confidence
from components.intake.recognise.survey import Survey
from components.settings import header_words
from components.tables import columns as col

_BARE = frozenset(
    {"start date", "end date", "start", "end", "from", "to", "begin", "begin date"}
    | {"von", "bis", "beginn", "ende", "début", "fin", "date de début", "date de fin"}
    | {"inicio", "fecha inicio", "fecha de inicio", "fecha fin", "fecha de fin"}
    | {"início", "data início", "data inicio", "data de início", "fim", "data fim", "data de fim"}
)
_ASKED = {
    col.HIRE_DATE: "Is this the hire date, not the start of a role?",
    col.EXIT_DATE: "Is this the exit date, not the end of a role?",
}


def with_doubted_spans(survey: Survey, plans: tuple[ColumnPlan, ...]) -> tuple[ColumnPlan, ...]:
    """The plans; a bare start or end is no hire or exit where a person has several of them."""
    by_field = {plan.field: plan for plan in plans if plan.used}
    number, snapshot = by_field.get(col.EMPLOYEE_ID), by_field.get(col.KNOWN_ON)
    if number is None or snapshot is not None or not {*_ASKED} & {*by_field}:
        return plans
    column = next(one for one in survey.body.columns if one.index == number.column)
    if not survey.repeats(column):
        return plans
    return tuple(_doubted(plan, survey) for plan in plans)


def _doubted(plan: ColumnPlan, survey: Survey) -> ColumnPlan:
    is_bare = header_words(plan.header) in _BARE
    free = any(one.index == plan.column for one in survey.free)
    if not plan.used or plan.field not in _ASKED or not is_bare or not free:
        return plan
    why = f"{plan.why}; people stand here several times"
    asked = _ASKED[plan.field]
    return replace(plan, confidence=Confidence.ASKED, why=why, asked=asked)

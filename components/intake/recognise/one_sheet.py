"""One sheet taken: its plan and its problems, from the survey of it or from its lack of one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from components.intake.plan import ColumnPlan, Confidence, SheetPlan
from components.intake.recognise import questions, sheet_questions
from components.intake.recognise.body import Column
from components.intake.recognise.by_values import proposed
from components.intake.recognise.crowd import Crowd
from components.intake.recognise.date_columns import ordered_dates
from components.intake.recognise.footer import footer_rows
from components.intake.recognise.formats import with_formats
from components.intake.recognise.id_column import names_people
from components.intake.recognise.look import Look
from components.intake.recognise.settle import KEPT_OUT, settle
from components.intake.recognise.spans import with_doubted_spans
from components.intake.recognise.survey import Survey, unmatched
from components.intake.recognise.undated import cycle_asked
from components.intake.recognise.units import with_units
from components.intake.recognise.untaken import Taken, not_recognised, not_used
from components.intake.recognise.which_table import main_table
from components.intake.recognise.without_ids import names_persons, table_without_ids
from components.settings import Settings
from components.tables import columns as col
from components.tables.problems import Problem
from components.tables.schema import TABLES

_NAME_PERSONS = frozenset({col.EMPLOYEE_ID, col.EMAIL})
_THIN = 0.05
_OURS = 0.8


def take(survey: Survey, settings: Settings, crowd: Crowd) -> Taken:
    """The plan of a sheet with a header: its table, and a field for each column it can use."""
    other = table_without_ids(survey, crowd)
    table = survey.answer.table or _by_ids(survey) or other
    if table == "pay" and not settings.app.pay_allowed:
        return not_used(survey, sheet_questions.pay_not_read(survey.sheet))
    if not table or survey.answer.lookup:
        return not_recognised(survey, settings, crowd)
    plans = _settled(survey, table, settings)
    problems = _about_columns(survey, plans)
    if not names_persons(plans, by_other_keys=bool(other)):
        return not_recognised(survey, settings, crowd, problems)
    thin = _only_fact(survey, plans)
    if thin is not None and table == "people" and not survey.answer.table:
        return _thin(survey, plans, thin)
    found = proposed(Look(survey, table, {one.column: one for one in plans}, crowd, settings))
    problems += _about_proposals(survey, found)
    problems += _about_strangers(survey, plans, found)
    plans = tuple(found.get(one.column, one) for one in plans)
    plan = _plan(survey, table, plans)
    return Taken(plan, (*problems, *cycle_asked(survey, plans), *_about_rows(survey)))


def _plan(survey: Survey, table: str, plans: tuple[ColumnPlan, ...]) -> SheetPlan:
    body, answer = survey.body, survey.answer
    return SheetPlan(
        body.number,
        table,
        body.header_row,
        body.last_row,
        plans,
        _why(survey, plans),
        cycle=answer.cycle or "",
        known_on=answer.known_on,
        ids=answer.ids or "",
    )


def _settled(survey: Survey, table: str, settings: Settings) -> tuple[ColumnPlan, ...]:
    settled = with_formats(settle(survey, table, settings), survey.answer)
    if table == "people":
        settled = with_doubted_spans(survey, settled)
    settled = with_units(survey.body, settled)
    return ordered_dates(survey.body, settled, survey.answer.date_order)


def _only_fact(survey: Survey, plans: Sequence[ColumnPlan]) -> ColumnPlan | None:
    """The one known column beside the id, where it is one among very many, or no name is sure."""
    taken = [plan for plan in plans if plan.used]
    facts = [plan for plan in taken if plan.field != col.EMPLOYEE_ID]
    is_unsure = all(plan.confidence == Confidence.LIKELY for plan in taken)
    is_thin = len(facts) == 1 and not survey.said and (len(plans) * _THIN > 1 or is_unsure)
    return facts[0] if is_thin else None


def _thin(survey: Survey, plans: Sequence[ColumnPlan], fact: ColumnPlan) -> Taken:
    """A sheet left out until somebody says that it is about people, its columns shown."""
    taken = not_used(survey, _about_thin(survey, fact))
    asked = "Used once the sheet is said to be about people."
    known = {
        plan.column: replace(plan, confidence=Confidence.ASKED, asked=asked)
        for plan in plans
        if plan.used
    }
    columns = tuple(known.get(one.column, one) for one in taken.plan.columns)
    return replace(taken, plan=replace(taken.plan, columns=columns))


def _about_thin(survey: Survey, fact: ColumnPlan) -> Problem:
    column = next(one for one in survey.body.columns if one.index == fact.column)
    return sheet_questions.thin_sheet(survey.body, column, _label(fact))


def _about_proposals(survey: Survey, found: Mapping[int, ColumnPlan]) -> list[Problem]:
    columns = {column.index: column for column in survey.body.columns}
    return [
        questions.proposed(survey.body, columns[index], plan.why, _label(plan))
        for index, plan in found.items()
    ]


def _about_strangers(
    survey: Survey, plans: Sequence[ColumnPlan], found: Mapping[int, ColumnPlan]
) -> list[Problem]:
    """Columns that nothing was made of, in a sheet that is headed by the names of our templates."""
    readings = survey.readings
    ours = sum(any(one.own for one in readings[plan.column]) for plan in plans)
    if ours < _OURS * len(plans):
        return []
    columns = {column.index: column for column in survey.free}
    strange = (
        plan.column
        for plan in plans
        if plan.confidence == Confidence.UNUSED
        and plan.column not in found
        and not plan.why.startswith(KEPT_OUT)
    )
    return [
        questions.not_used(survey.body, columns[at])
        for at in strange
        if at in columns and not columns[at].values.empty
    ]


def _label(plan: ColumnPlan) -> str:
    return TABLES[plan.table].field(plan.field).label.lower()


def _by_ids(survey: Survey) -> str:
    return main_table(survey.found(), lambda: _ids_repeat(survey))


def _ids_repeat(survey: Survey) -> bool:
    said = [column for column in survey.body.columns if _is_said_id(survey, column)]
    named = [column for column in survey.free if names_people(survey.readings[column.index])]
    first = next(iter([*said, *named]), None)
    return first is not None and survey.repeats(first)


def _is_said_id(survey: Survey, column: Column) -> bool:
    return survey.said.get(column.index, "").rpartition(".")[2] == col.EMPLOYEE_ID


def _about_columns(survey: Survey, plans: Sequence[ColumnPlan]) -> list[Problem]:
    body = survey.body
    columns = {column.index: column for column in body.columns}
    named = any(plan.used and plan.field in _NAME_PERSONS for plan in plans)
    problems = [
        questions.contradicts(
            body,
            columns[plan.column],
            plan.why,
            alone_says=_alone_says(plan, named=named),
        )
        for plan in plans
        if plan.confidence == Confidence.ASKED and plan.column not in survey.doubled
    ]
    groups: dict[str, list[Column]] = {}
    for index in sorted(survey.doubled):
        groups.setdefault(columns[index].header.casefold(), []).append(columns[index])
    problems += [questions.duplicated_header(body, group) for group in groups.values()]
    problems += [questions.no_header(body, column) for column in body.nameless]
    return problems + [
        questions.answer_unmatched(survey.sheet, header) for header in unmatched(survey)
    ]


def _alone_says(plan: ColumnPlan, *, named: bool) -> str:
    """What only this column says of every row; empty where the rows are of use without it."""
    if plan.field == col.EMPLOYEE_ID and not named:
        return "whom its rows are about"
    if (plan.table, plan.field) == ("competencies", col.COMPETENCY):
        return "which competency its scores are of"
    return ""


def _about_rows(survey: Survey) -> list[Problem]:
    body = survey.body
    if not body.rows:
        return [sheet_questions.no_rows(body)]
    rows = footer_rows(survey.sheet, body.last)
    return [questions.footer_rows(body, rows)] if rows else []


def _why(survey: Survey, plans: tuple[ColumnPlan, ...]) -> str:
    if survey.answer.table:
        return "as answered"
    used = sum(plan.used for plan in plans)
    said = f"{used} of {len(plans)} columns are known"
    return f"{said}; {survey.body.head.why}" if survey.body.head.why else said

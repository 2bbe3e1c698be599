"""One sheet taken: its plan and its problems, from the survey of it or from its lack of one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from components.intake.answers import SheetAnswer
from components.intake.plan import ColumnPlan, Confidence, SheetPlan
from components.intake.recognise import questions
from components.intake.recognise.body import Column
from components.intake.recognise.date_columns import ordered_dates
from components.intake.recognise.footer import footer_rows
from components.intake.recognise.formats import with_formats
from components.intake.recognise.head import looks_like_rows
from components.intake.recognise.id_column import is_bare, likely_id, names_people
from components.intake.recognise.needs import PERSON_MARKS
from components.intake.recognise.settle import settle, unused
from components.intake.recognise.survey import Survey, unmatched
from components.intake.recognise.units import with_units
from components.intake.recognise.which_table import main_table, nearest_table
from components.settings import Settings
from components.tables import columns as col
from components.tables.problems import Problem
from components.tables.schema import TABLES
from components.tables.sheets import Sheet

_KEYS = (col.EMPLOYEE_ID, col.CANDIDATE_ID)


@dataclass(frozen=True, slots=True)
class Taken:
    """The plan of a sheet and the problems it has."""

    plan: SheetPlan
    problems: tuple[Problem, ...] = ()


def is_wanted(sheet: Sheet, said: SheetAnswer) -> bool:
    """Whether a sheet is looked at: it holds something, is not left out, is shown or asked for."""
    if not sheet.rows or said.table == "":
        return False
    return not sheet.hidden or bool(said.table or said.lookup or said.columns)


def take_without_header(number: int, sheet: Sheet, said: SheetAnswer) -> Taken:
    """The plan of a sheet that is not looked at, or where no header row was found."""
    why, problem = _why_without(sheet, said)
    last = sheet.first_row + max(sheet.rows, 1) - 1
    return Taken(SheetPlan(number, "", 0, last, (), why), (problem,))


def _why_without(sheet: Sheet, said: SheetAnswer) -> tuple[str, Problem]:
    if said.table == "":
        return "left out, as answered", questions.left_out(sheet)
    if not sheet.rows:
        return "empty", questions.empty_sheet(sheet)
    if not is_wanted(sheet, said):
        return "hidden", questions.hidden_sheet(sheet)
    if said.header_row is not None:
        return "no such header row", questions.header_not_there(sheet, said.header_row)
    if looks_like_rows(sheet):
        return "no header row", questions.no_header_row(sheet)
    return "no table", questions.unknown_sheet(sheet, ())


def take(survey: Survey, settings: Settings) -> Taken:
    """The plan of a sheet with a header: its table, and a field for each column it can use."""
    table = survey.answer.table or main_table(survey.found(), lambda: _ids_repeat(survey))
    if table == "pay" and not settings.app.pay_allowed:
        return _not_used(survey, questions.pay_not_read(survey.sheet))
    if not table or survey.answer.lookup:
        return _unknown(survey)
    settled = with_formats(settle(survey, table, settings), survey.answer)
    settled = with_units(survey.body, settled)
    plans = ordered_dates(survey.body, settled, survey.answer.date_order)
    problems = _about_columns(survey, plans)
    if not any(plan.used and plan.field in _KEYS for plan in plans):
        return _unknown(survey, *problems)
    body = survey.body
    plan = SheetPlan(
        body.number,
        table,
        body.header_row,
        body.last_row,
        plans,
        _why(survey, plans),
        ids=survey.answer.ids or "",
    )
    return Taken(plan, (*problems, *_about_rows(survey)))


def _ids_repeat(survey: Survey) -> bool:
    said = [column for column in survey.body.columns if _is_said_id(survey, column)]
    named = [column for column in survey.free if names_people(survey.readings[column.index])]
    first = next(iter([*said, *named]), None)
    return first is not None and survey.repeats(first)


def _is_said_id(survey: Survey, column: Column) -> bool:
    return survey.said.get(column.index, "").rpartition(".")[2] == col.EMPLOYEE_ID


def _unknown(survey: Survey, *problems: Problem) -> Taken:
    """A sheet without employee ID: a question where a column may be it, else a warning."""
    found = survey.found()
    nearest = nearest_table(found)
    body, readings = survey.body, survey.readings
    column = likely_id(body, readings)
    people = found.fields.get("people", {})
    if column is None and any(people.get(mark) for mark in PERSON_MARKS):
        column = next((one for one in survey.free if is_bare(one)), None)
    has_id = any(col.EMPLOYEE_ID in names for names in found.fields.values())
    if column is None or not nearest or has_id:
        problem = questions.unknown_sheet(survey.sheet, _known(survey))
        return _not_used(survey, *problems, problem)
    taken = _not_used(survey, *problems, questions.no_employee_id(body, column, nearest))
    asked = ColumnPlan(
        column.index,
        column.header,
        nearest,
        col.EMPLOYEE_ID,
        Confidence.ASKED,
        "not a known name, but its values look like numbers of people",
        asked="Is this the employee ID?",
    )
    columns = tuple(asked if one.column == column.index else one for one in taken.plan.columns)
    return replace(taken, plan=replace(taken.plan, columns=columns))


def _known(survey: Survey) -> list[str]:
    """What is known of a sheet's columns, in words."""
    readings = [survey.readings[column.index] for column in survey.free]
    labels = (TABLES[one[0].table].field(one[0].field).label.lower() for one in readings if one)
    return list(dict.fromkeys(labels))


def _not_used(survey: Survey, *problems: Problem) -> Taken:
    body = survey.body
    why = "the sheet is not used"
    columns = unused(survey, why)
    plan = SheetPlan(body.number, "", body.header_row, body.last_row, columns, why)
    return Taken(plan, problems)


def _about_columns(survey: Survey, plans: Sequence[ColumnPlan]) -> list[Problem]:
    body = survey.body
    columns = {column.index: column for column in body.columns}
    problems = [
        questions.contradicts(body, columns[plan.column], plan.why)
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


def _about_rows(survey: Survey) -> list[Problem]:
    body = survey.body
    if not body.rows:
        return [questions.no_rows(body)]
    rows = footer_rows(survey.sheet, body.last)
    return [questions.footer_rows(body, rows)] if rows else []


def _why(survey: Survey, plans: tuple[ColumnPlan, ...]) -> str:
    if survey.answer.table:
        return "as answered"
    used = sum(plan.used for plan in plans)
    said = f"{used} of {len(plans)} columns are known"
    return f"{said}; {survey.body.head.why}" if survey.body.head.why else said

"""Sheets of which nothing is taken: why, what is known of them, and what is proposed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from components.intake.answers import SheetAnswer
from components.intake.plan import ColumnPlan, Confidence, SheetPlan
from components.intake.recognise import questions, sheet_questions
from components.intake.recognise.body import Column
from components.intake.recognise.by_values import proposed
from components.intake.recognise.crowd import Crowd
from components.intake.recognise.head import looks_like_rows
from components.intake.recognise.look import Look
from components.intake.recognise.needs import NEEDS
from components.intake.recognise.people_key import PeopleKey, lists_people, people_key
from components.intake.recognise.settle import settle, unused
from components.intake.recognise.survey import Survey
from components.intake.recognise.which_table import fullest_table, nearest_table
from components.settings import Settings
from components.tables import columns as col
from components.tables.problems import Problem
from components.tables.schema import TABLES
from components.tables.sheets import Sheet

_OF_A_REVIEW = frozenset({col.CYCLE, col.REVIEW_DATE, col.REVIEWER_ID})


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
        return "left out, as answered", sheet_questions.left_out(sheet)
    if not sheet.rows:
        return "empty", sheet_questions.empty_sheet(sheet)
    if not is_wanted(sheet, said):
        return "hidden", sheet_questions.hidden_sheet(sheet)
    if said.header_row is not None:
        return "no such header row", sheet_questions.header_not_there(sheet, said.header_row)
    if looks_like_rows(sheet):
        return "no header row", sheet_questions.no_header_row(sheet)
    return "no table", sheet_questions.unknown_sheet(sheet, ())


def not_used(survey: Survey, *problems: Problem) -> Taken:
    """A sheet that is left out with these problems."""
    body = survey.body
    why = "the sheet is not used"
    columns = unused(survey, why)
    plan = SheetPlan(body.number, "", body.header_row, body.last_row, columns, why)
    return Taken(plan, problems)


def not_recognised(
    survey: Survey, settings: Settings, crowd: Crowd, problems: Sequence[Problem] = ()
) -> Taken:
    """A sheet without a table: a question where a column may help, else a warning."""
    taken = not_used(survey, *problems)
    found = survey.found()
    has_id = any(col.EMPLOYEE_ID in names for names in found.fields.values())
    key = None if has_id else people_key(survey, crowd)
    table = survey.answer.table or _nearest(survey, key)
    asked = [] if key is None else list(_key_asked(survey, key, table))
    if asked or (not has_id and table and lists_people(survey)):
        taken = _with_what_follows(survey, taken, table or "people", settings)
    elif has_id and not problems:
        taken = _with_what_is_sure(survey, taken, settings)
    plans = {plan.column: plan for plan in (*taken.plan.columns, *asked)}
    if not asked and not (has_id and not problems):
        look = Look(survey, table, plans, crowd, settings)
        return _warned(survey, taken if has_id or not table else _with_proposals(look, taken))
    tables = [table] if table else ["reviews"] if _is_review(survey) else []
    wanted = tables or ["people"]
    more = (
        proposed(Look(survey, wanted[0], plans, crowd, settings))
        if has_id or asked or survey.body.head.names < 0
        else {}
    )
    if not asked and not more:
        return _warned(survey, taken)
    return _with_asked(survey, taken, {one.column: one for one in asked}, more)


def _nearest(survey: Survey, key: PeopleKey | None) -> str:
    """The table the sheet would be of, its people told apart by this column."""
    return nearest_table(survey.found(), lambda: key is None or survey.repeats(key.column))


def _key_asked(survey: Survey, key: PeopleKey, table: str) -> Iterator[ColumnPlan]:
    """The question whether the column tells the people apart; none where that was said."""
    headed = survey.body.head.names >= 0
    if key.column.index not in survey.said and (table or not headed):
        yield key.plan(table or "people", headed=headed)


def _with_what_follows(survey: Survey, taken: Taken, table: str, settings: Settings) -> Taken:
    """The columns as they would be used once the employee ID is known: proposed with it."""
    found = {one.column: one for one in settle(survey, table, settings) if one.used}
    columns = tuple(
        _following(found[one.column]) if one.column in found else one for one in taken.plan.columns
    )
    return replace(taken, plan=replace(taken.plan, columns=columns))


def _with_what_is_sure(survey: Survey, taken: Taken, settings: Settings) -> Taken:
    """The ID and what surely named columns hold: shown, and used once the sheet has the rest."""
    table = fullest_table(survey.found())
    asked = f"Used once the sheet has {NEEDS[table].words}."
    kept = {
        one.column: _following(one, asked)
        for one in settle(survey, table, settings)
        if one.used and (one.confidence == Confidence.SURE or one.field == col.EMPLOYEE_ID)
    }
    columns = tuple(kept.get(one.column, one) for one in taken.plan.columns)
    return replace(taken, plan=replace(taken.plan, columns=columns))


def _with_proposals(look: Look, taken: Taken) -> Taken:
    """The columns of a sheet that names nobody by number, with what its values give away."""
    more = {at: _following(one) for at, one in proposed(look).items()}
    columns = tuple(more.get(one.column, one) for one in taken.plan.columns)
    return replace(taken, plan=replace(taken.plan, columns=columns))


def _following(
    plan: ColumnPlan, asked: str = "Used once the employee ID is confirmed."
) -> ColumnPlan:
    return replace(plan, confidence=Confidence.ASKED, asked=asked)


def _is_review(survey: Survey) -> bool:
    return bool(survey.found().names("reviews") & _OF_A_REVIEW)


def _warned(survey: Survey, taken: Taken) -> Taken:
    problem = sheet_questions.unknown_sheet(survey.sheet, _known(survey))
    return replace(taken, problems=(*taken.problems, problem))


def _with_asked(
    survey: Survey, taken: Taken, keys: dict[int, ColumnPlan], more: dict[int, ColumnPlan]
) -> Taken:
    columns = {column.index: column for column in survey.body.columns}
    problems = [
        *(
            questions.no_employee_id(survey.body, columns[at], one.table)
            for at, one in keys.items()
        ),
        *(_proposal(survey, columns[at], one) for at, one in more.items() if at not in keys),
    ]
    plans = tuple((more | keys).get(one.column, one) for one in taken.plan.columns)
    plan = replace(taken.plan, columns=plans)
    return Taken(plan, (*taken.problems, *problems))


def _proposal(survey: Survey, column: Column, plan: ColumnPlan) -> Problem:
    label = TABLES[plan.table].field(plan.field).label.lower()
    return questions.proposed(survey.body, column, plan.why, label)


def _known(survey: Survey) -> list[str]:
    """What is known of a sheet's columns, in words."""
    readings = [survey.readings[column.index] for column in survey.free]
    labels = (TABLES[one[0].table].field(one[0].field).label.lower() for one in readings if one)
    return list(dict.fromkeys(labels))

"""Every sheet recognised: what each was taken for, how surely, why, and what stays open."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from components.intake.answers import Answers
from components.intake.plan import SheetPlan
from components.intake.recognise import questions, sheet_questions
from components.intake.recognise.crowd import Crowd
from components.intake.recognise.lookups import Lookup, find_lookup, lookup_plan, referring
from components.intake.recognise.matches import Match, matches
from components.intake.recognise.numbering import numbered
from components.intake.recognise.one_sheet import take
from components.intake.recognise.people_key import keyed
from components.intake.recognise.survey import Survey, survey
from components.intake.recognise.undated_lists import undated_lists
from components.intake.recognise.untaken import Taken, is_wanted, take_without_header
from components.settings import Settings
from components.tables.problems import Problem
from components.tables.sheets import Sheet

_ANSWERED_BY_LOOKUP = ("unknown_sheet", "no_employee_id")


@dataclass(frozen=True, slots=True)
class Recognition:
    """One plan per sheet, one match per column, and the problems met on the way."""

    plans: tuple[SheetPlan, ...]
    matches: tuple[Match, ...]
    problems: tuple[Problem, ...]


def recognise(
    sheets: Sequence[Sheet], settings: Settings, answers: Answers, *, today: date = date.max
) -> Recognition:
    """Recognise every sheet by its headers and values; answers win over both.

    A day after `today` is never proposed.
    """
    surveys = numbered(dict(_surveys(sheets, settings, answers)))
    surveys = keyed(surveys, Crowd(tuple(surveys.values())))
    crowd = Crowd(tuple(surveys.values()))
    taken: dict[int, Taken] = {}
    for number, sheet in enumerate(sheets):
        said, mine = answers.about(sheet), surveys.get(number)
        taken[number] = (
            take(mine, settings, crowd) if mine else take_without_header(number, sheet, said)
        )
    lookups = _lookups(taken, surveys, settings)
    for found in lookups.values():
        taken = _with_lookup(found, taken, surveys)
    undated = undated_lists(surveys, {number: one.plan for number, one in taken.items()}, today)
    plans = tuple(replace(one.plan, awaits_day=number in undated) for number, one in taken.items())
    problems = [problem for one in taken.values() for problem in one.problems]
    problems += undated.values()
    problems += [
        sheet_questions.lookup_not_used(sheets[number])
        for number, one in surveys.items()
        if one.answer.lookup and number not in lookups
    ]
    problems += _about_nothing(sheets, answers)
    return Recognition(plans, matches(sheets, plans), tuple(problems))


def _about_nothing(sheets: Sequence[Sheet], answers: Answers) -> list[Problem]:
    return [
        sheet_questions.answer_about_nothing(one.file, one.sheet)
        for one in answers.sheet
        if not any(one.speaks_of(sheet.file, sheet.name) for sheet in sheets)
    ]


def _surveys(
    sheets: Sequence[Sheet], settings: Settings, answers: Answers
) -> Iterator[tuple[int, Survey]]:
    for number, sheet in enumerate(sheets):
        said = answers.about(sheet)
        found = survey(number, sheet, said, settings) if is_wanted(sheet, said) else None
        if found is not None:
            yield number, found


def _lookups(
    taken: Mapping[int, Taken], surveys: Mapping[int, Survey], settings: Settings
) -> dict[int, Lookup]:
    plans = {number: one.plan for number, one in taken.items()}
    bodies = {number: one.body for number, one in surveys.items()}
    able = (
        number
        for number, one in surveys.items()
        if not plans[number].table and one.answer.lookup is not False
    )
    found = {number: find_lookup(bodies[number], plans, bodies, settings) for number in able}
    return {number: one for number, one in found.items() if one is not None}


def _with_lookup(
    found: Lookup, taken: Mapping[int, Taken], surveys: Mapping[int, Survey]
) -> dict[int, Taken]:
    """Use a lookup that was confirmed; offer it where nothing was said."""
    number = found.body.number
    kept = tuple(
        problem for problem in taken[number].problems if problem.code not in _ANSWERED_BY_LOOKUP
    )
    if not surveys[number].answer.lookup:
        users = sorted({surveys[user].sheet.file for user, _ in found.used_by})
        offer = questions.lookup_offered(found.body, found.key, found.names, " and ".join(users))
        return {**taken, number: Taken(taken[number].plan, (*kept, offer))}
    used = {other: Taken(referring(found, one.plan), one.problems) for other, one in taken.items()}
    return used | {number: Taken(lookup_plan(found), kept)}

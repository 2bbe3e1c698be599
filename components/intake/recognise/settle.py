"""From a survey to the plan of each column: answers first, then names and values."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from components.intake.answers import LEAVE_OUT
from components.intake.plan import ColumnPlan, Confidence
from components.intake.recognise.assign import FEEDS, Option, assign, options_of
from components.intake.recognise.body import Column
from components.intake.recognise.candidate import Candidate
from components.intake.recognise.candidates import candidates_of, trap_words
from components.intake.recognise.competency_names import competency_in
from components.intake.recognise.needs import RATED
from components.intake.recognise.survey import Survey
from components.settings import Settings
from components.tables import columns as col
from components.tables.schema import GROUP_ATTRIBUTES, TABLES

_PROTECTED = f"a protected attribute; read only where an answer says {GROUP_ATTRIBUTES}.<name>"
_PAY = "pay is not read (pay_allowed in config/app.toml)"
KEPT_OUT = (_PROTECTED, _PAY)
"""Reasons of columns that are known and deliberately not read."""
_SOME_RATING = RATED - {col.COMMENT}


def settle(survey: Survey, table: str, settings: Settings) -> tuple[ColumnPlan, ...]:
    """A plan for every column of a sheet about `table`, in the order they stand."""
    said = dict(_as_said(survey, table, settings))
    options = _options(survey, table, settings)
    taken = {(plan.table, plan.field) for plan in said.values() if plan.field}
    open_options = {index: _without(ranked, taken) for index, ranked in options.items()}
    given = assign({index: ranked for index, ranked in open_options.items() if ranked})
    plans = []
    for column in survey.body.columns:
        plan = said.get(column.index) or given.get(column.index)
        if plan is None:
            rival = _rival(options.get(column.index, ()), said)
            plan = _unused(survey, column, rival, settings)
        plans.append(plan)
    return tuple(plans)


def unused(survey: Survey, why: str) -> tuple[ColumnPlan, ...]:
    """Plans of a sheet that is not used: no column is; what is known of each stays said."""
    plans = []
    for column in survey.body.columns:
        readings = survey.readings[column.index]
        known = f"{readings[0].why.rstrip('.')}: {_label(readings[0])}; {why}" if readings else why
        plans.append(ColumnPlan(column.index, column.header, why=known))
    return tuple(plans)


def _options(survey: Survey, table: str, settings: Settings) -> dict[int, list[Option]]:
    feeds_reviews = table != "people" or bool(survey.found().names("reviews") & _SOME_RATING)
    found = {}
    for column in survey.free:
        readings = [
            one
            for one in survey.readings[column.index]
            if (one.table != "reviews" or feeds_reviews)
        ]
        options = options_of(column, readings, table, settings)
        if options:
            found[column.index] = options
    return found


def _without(ranked: list[Option], taken: set[tuple[str, str]]) -> list[Option]:
    """The options whose field no answer has given to another column."""
    repeated = ("competency", "cycle")
    return [
        option
        for option in ranked
        if (option.reading.table, option.reading.field) not in taken
        or any(key in option.reading.detail for key in repeated)
    ]


def _as_said(survey: Survey, table: str, settings: Settings) -> Iterator[tuple[int, ColumnPlan]]:
    for column in survey.body.columns:
        if column.index in survey.said:
            yield column.index, _plan_as_said(survey, column, table, settings)


def _plan_as_said(survey: Survey, column: Column, table: str, settings: Settings) -> ColumnPlan:
    place = survey.said[column.index]
    blank = ColumnPlan(column.index, column.header, why="left out, as answered")
    if place == LEAVE_OUT:
        return blank
    of, name = place_of(place, table)
    readings = survey.readings[column.index]
    same = [one.detail for one in readings if (one.table, one.field) == (of, name)]
    detail: Mapping[str, str] = same[0] if same else _detail(of, name, column, settings)
    return replace(
        blank,
        table=of,
        field=name,
        confidence=Confidence.SURE,
        why="as answered",
        detail=detail,
    )


def _detail(table: str, name: str, column: Column, settings: Settings) -> dict[str, str]:
    scores = (col.SELF, col.MANAGER, col.PEER)
    if table != "competencies" or name not in scores:
        return {}
    return {"competency": competency_in(column.header, settings)}


def place_of(place: str, table: str) -> tuple[str, str]:
    """Table and field of an answer; a bare field is of the sheet's table, else of people.

    >>> place_of("rating", "people"), place_of("level", "roles"), place_of("people.level", "roles")
    (('reviews', 'rating'), ('roles', 'level'), ('people', 'level'))
    """
    of, dot, name = place.rpartition(".")
    if dot:
        return of, name
    order = (table, *FEEDS.get(table, ()), "people", *TABLES)
    return next((one, name) for one in order if one in TABLES and name in TABLES[one].names)


def _rival(options: Sequence[Option], said: Mapping[int, ColumnPlan]) -> str:
    """Which answered column has the field that this one would have had."""
    wanted = {(one.reading.table, one.reading.field) for one in options}
    same = (plan for plan in said.values() if (plan.table, plan.field) in wanted)
    words = (f"{one.header} is {_field_label(one.table, one.field)}, as answered" for one in same)
    return next(words, "")


def _unused(survey: Survey, column: Column, rival: str, settings: Settings) -> ColumnPlan:
    plan = ColumnPlan(column.index, column.header)
    if column.index in survey.doubled:
        why = "another column has the same header and other values"
        return replace(plan, confidence=Confidence.ASKED, why=why, asked="Which one is meant?")
    if column.index in survey.copies:
        return replace(plan, why=f"the same values as column {survey.copies[column.index]}")
    return replace(plan, why=rival or _why_not(survey, column, settings))


def _why_not(survey: Survey, column: Column, settings: Settings) -> str:
    trap = trap_words(column.header, settings)
    readings = survey.readings[column.index]
    if trap or not readings:
        protected = settings.app.is_protected(column.header)
        return trap or (_PROTECTED if protected else _unknown(column.header, settings))
    if all(one.table == "pay" for one in readings) and not settings.app.pay_allowed:
        return _PAY
    return f"known as {_label(readings[0])}, which this sheet has no place for"


def _unknown(header: str, settings: Settings) -> str:
    """Why a column without a reading has none: its name, or values that speak against it."""
    known = next(iter(candidates_of(header, settings)), None)
    if known is None:
        return "not a known name"
    if known.field == col.EMPLOYEE_ID:
        return f"{known.why}, but another column numbers the people"
    return f"{known.why}, but its values are not numbers of people"


def _label(reading: Candidate) -> str:
    table = TABLES[reading.table]
    return f"{table.label.lower()}, {_field_label(table.name, reading.field)}"


def _field_label(table: str, name: str) -> str:
    return TABLES[table].field(name).label.lower()

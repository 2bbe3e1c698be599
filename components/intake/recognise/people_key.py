"""What may tell the people of a sheet apart where no header is known to number them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from components.intake.plan import ColumnPlan, Confidence
from components.intake.recognise.body import Column
from components.intake.recognise.candidate import Candidate
from components.intake.recognise.crowd import Crowd
from components.intake.recognise.id_column import (
    first_without_header,
    is_bare,
    likely_id,
    names_people,
    of_the_crowd,
)
from components.intake.recognise.naming import is_full_name
from components.intake.recognise.needs import PERSON_MARKS
from components.intake.recognise.score_values import is_scored
from components.intake.recognise.survey import Survey
from components.settings import header_words
from components.tables import columns as col

_ANYTHING_HAS = frozenset({col.NAME, col.STATED_STATUS, col.KNOWN_ON})
"""Marks of a person that a job, a project or a machine has as well."""
_OF_WORK = frozenset(
    {col.DEPARTMENT, col.JOB_TITLE, col.HIRE_DATE, col.EXIT_DATE, col.MANAGER_ID, col.MANAGER_NAME}
    | {col.LEVEL, col.JOB_FAMILY}
)
_UNITS = frozenset(
    {"department", "division", "directorate", "office", "program", "programme", "unit", "team"}
    | {"center", "centre", "group", "branch", "agency", "bureau", "committee", "institute"}
    | {"abteilung", "bereich", "referat", "direction", "service", "departamento", "dirección"}
    | {"gerencia", "secretaria", "diretoria", "ltd", "inc", "gmbh", "llc"}
)
_WHOLE = ("", "first_name", "last_name")
"""Readings of a name that may be the only name of a list: nome, nom."""
_SOME_UNITS = 0.15
_SCORED = 3
_LIKE_NUMBERS = "its values look like numbers of people"
_AS_PEOPLE = 0.8
_ASKED = {
    col.EMPLOYEE_ID: "Is this the employee ID?",
    col.EMAIL: "Is this each person's e-mail address? It then tells the people apart.",
    col.NAME: "Is this each person's name? It then tells the people apart.",
}


@dataclass(frozen=True, slots=True)
class PeopleKey:
    """A column, the field it is of (employee ID, e-mail address or name), and why it is asked."""

    column: Column
    field: str
    why: str

    def plan(self, table: str, *, headed: bool) -> ColumnPlan:
        """The question about it."""
        said = "not known as an ID" if headed else "no header"
        return ColumnPlan(
            self.column.index,
            self.column.header,
            table if self.field == col.EMPLOYEE_ID else "people",
            self.field,
            Confidence.ASKED,
            f"{said}, but {self.why}",
            asked=_ASKED[self.field],
        )


def people_key(survey: Survey, crowd: Crowd) -> PeopleKey | None:
    """The column that may number the people, else the one that names each of them."""
    if _names_units(survey):
        return None
    by_number = (
        _of_the_crowd(survey, crowd),
        _numbering(survey),
        _bare(survey),
        _said_by_words(survey),
        _rated_managers(survey),
    )
    others = () if crowd.ids else (_mail(survey), _name(survey))
    return next((one for one in (*by_number, *others) if one is not None), None)


def _is_of_work(survey: Survey) -> bool:
    """Whether a sure name, or two others, speak of employment: names alone may be of anybody."""
    people = survey.found().fields.get("people", {})
    held = [sure for name, sure in people.items() if name in _OF_WORK]
    return any(held) or len(held) > 1


def lists_people(survey: Survey) -> bool:
    """Whether something says that rows are people, more than what anything has."""
    people = survey.found().fields.get("people", {})
    readings = [one for column in survey.free for one in survey.readings[column.index]]
    has_parts = any(one.detail.get("how") in ("first_name", "last_name") for one in readings)
    return has_parts or any(people.get(mark) for mark in PERSON_MARKS - _ANYTHING_HAS)


def keyed(surveys: Mapping[int, Survey], crowd: Crowd) -> dict[int, Survey]:
    """The surveys; where no file numbers people, the address or name said of them does."""
    if crowd.ids:
        return dict(surveys)
    return {number: _with_key(survey) for number, survey in surveys.items()}


def _with_key(survey: Survey) -> Survey:
    said = survey.said
    numbered = any(place.rpartition(".")[2] == col.EMPLOYEE_ID for place in said.values())
    read = any(names_people(survey.readings[one.index]) for one in survey.free)
    if numbered or read or survey.answer.ids is not None:
        return survey
    for field in (col.EMAIL, col.NAME):
        places = (field, f"people.{field}")
        held = [one for one in survey.body.columns if said.get(one.index) in places]
        if len(held) == 1 and _is_full(held[0]) and (field == col.EMAIL or _tells_apart(held[0])):
            return replace(survey, said={**said, held[0].index: col.EMPLOYEE_ID})
    return survey


def _of_the_crowd(survey: Survey, crowd: Crowd) -> PeopleKey | None:
    column = of_the_crowd(survey.free, survey.readings, crowd.ids)
    why = "its values are IDs of people in these files"
    return None if column is None else PeopleKey(column, col.EMPLOYEE_ID, why)


def _numbering(survey: Survey) -> PeopleKey | None:
    body = survey.body
    if body.head.names < 0:
        column = first_without_header(body, sure=bool(survey.answer.table))
    else:
        column = likely_id(body, survey.readings)
    return None if column is None else PeopleKey(column, col.EMPLOYEE_ID, _LIKE_NUMBERS)


def _bare(survey: Survey) -> PeopleKey | None:
    column = next((one for one in survey.free if is_bare(one)), None)
    if column is None or not lists_people(survey):
        return None
    return PeopleKey(column, col.EMPLOYEE_ID, _LIKE_NUMBERS)


def _said_by_words(survey: Survey) -> PeopleKey | None:
    """Numbers, one for each row, under a word for employee that does not say how it names them."""
    asked = (
        one
        for one in survey.free
        if any(reading.field == col.EMPLOYEE_ID for reading in survey.readings[one.index])
    )
    numbered = (one for one in asked if one.values.distinct and _is_full(one))
    column = next((one for one in numbered if _tells_apart(one) and _are_numbers(one)), None)
    return None if column is None else PeopleKey(column, col.EMPLOYEE_ID, _LIKE_NUMBERS)


def _are_numbers(column: Column) -> bool:
    return all(text.isdigit() for text in column.values.distinct)


def _rated_managers(survey: Survey) -> PeopleKey | None:
    """Numbers of managers, each once, in a list of scores: it is they who are scored."""
    if sum(is_scored(one) for one in survey.body.columns) < _SCORED:
        return None
    named = (
        one
        for one in survey.free
        if any(reading.field == col.MANAGER_ID for reading in survey.readings[one.index])
    )
    column = next((one for one in named if _is_full(one) and _tells_apart(one)), None)
    why = "each of its managers stands here once, with scores"
    return None if column is None else PeopleKey(column, col.EMPLOYEE_ID, why)


def _mail(survey: Survey) -> PeopleKey | None:
    column = _of_each_row(survey.free, survey.readings, col.EMAIL)
    why = "every row names somebody by e-mail address"
    return None if column is None else PeopleKey(column, col.EMAIL, why)


def _name(survey: Survey) -> PeopleKey | None:
    column = _only_name(survey)
    if column is None or not _tells_apart(column):
        return None
    able = _is_of_work(survey) and (lists_people(survey) or _is_of_people(column))
    return PeopleKey(column, col.NAME, "every row names somebody else") if able else None


def _of_each_row(
    columns: Iterable[Column], readings: Mapping[int, tuple[Candidate, ...]], field: str
) -> Column | None:
    """The column of people's own addresses or names that is filled in every row."""

    def holds(column: Column) -> bool:
        return any(_is_own(one, field) for one in readings[column.index]) and _is_full(column)

    return next(filter(holds, columns), None)


def _only_name(survey: Survey) -> Column | None:
    """The one column that names the person; none where first and last name stand apart."""
    names = [
        one
        for one in survey.free
        if any(_is_own(reading, col.NAME) for reading in survey.readings[one.index])
    ]
    return names[0] if len(names) == 1 and _is_full(names[0]) else None


def _is_own(reading: Candidate, field: str) -> bool:
    is_field = (reading.table, reading.field) == ("people", field)
    return is_field and reading.detail.get("how", "") in _WHOLE


def _is_full(column: Column) -> bool:
    return column.values.filled == column.values.rows > 1


def _tells_apart(column: Column) -> bool:
    return len(column.values.distinct) == column.values.rows


def _is_of_people(column: Column) -> bool:
    """Whether a column of names holds first and last names."""
    distinct = column.values.distinct
    return sum(map(is_full_name, distinct)) >= _AS_PEOPLE * len(distinct)


def _names_units(survey: Survey) -> bool:
    """Whether what is named are departments, not people."""
    named = _of_each_row(survey.free, survey.readings, col.NAME) or next(
        (one for one in survey.free if header_words(one.header) == "name"), None
    )
    if named is None:
        return False
    texts = named.values.distinct
    units = sum(bool(_UNITS & set(text.casefold().split())) for text in texts)
    return units >= max(2, _SOME_UNITS * len(texts))

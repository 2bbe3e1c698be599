"""Columns headed only "id", settled across sheets: do they number the people, or something else?"""

from collections.abc import Iterator, Mapping

from components.intake.recognise.body import Column
from components.intake.recognise.id_column import agreeing, bare_reading, is_bare, may_number
from components.intake.recognise.needs import PERSON_MARKS
from components.intake.recognise.survey import Survey
from components.tables import columns as col

_EMPLOYMENT = frozenset({col.HIRE_DATE, col.EXIT_DATE, col.EMAIL})


def numbered(surveys: Mapping[int, Survey]) -> dict[int, Survey]:
    """The surveys, each with at most one reading of a bare "id" as the employee ID.

    It is the employee ID where it shares values with the ids of other sheets and no other id
    column does, or where a list of people has no other; in any other case it is not known.
    """
    ids = {number: frozenset(_certain(one)) for number, one in surveys.items()}
    return {
        number: _settled(one, frozenset().union(*(ids[other] for other in ids if other != number)))
        for number, one in surveys.items()
    }


def _settled(one: Survey, elsewhere: frozenset[str]) -> Survey:
    able = list(_able(one))
    bare = [column for column in able if is_bare(column)]
    if not bare:
        return one
    chosen = agreeing(one.body, one.readings, elsewhere)
    if chosen is None and not _named(able) and _lists_people(one):
        chosen = bare[0]
    if chosen is None or not is_bare(chosen):
        return one
    for column in able:
        one = one.with_reading(
            column, *((bare_reading(column, one.body, one.readings),) if column is chosen else ())
        )
    return one


def _able(one: Survey) -> Iterator[Column]:
    return (column for column in one.free if may_number(column, one.readings))


def _named(able: list[Column]) -> list[Column]:
    return [column for column in able if not is_bare(column) and not column.values.empty]


def _certain(one: Survey) -> tuple[str, ...]:
    """Sampled ids of a sheet that has one column for them and no more."""
    able = list(_able(one))
    return able[0].values.distinct if len(able) == 1 and not is_bare(able[0]) else ()


def _lists_people(one: Survey) -> bool:
    marks = one.found().names("people") & PERSON_MARKS
    return bool(marks & _EMPLOYMENT) and len(marks) >= 2

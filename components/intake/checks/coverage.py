"""Reviews and roles of nobody on the people sheet; people without a review or a role."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from components.intake.checks.check import Check, Found
from components.intake.facts.assembled import Facts
from components.intake.facts.fields import fields
from components.intake.facts.findings import Place, Wording
from components.intake.facts.persons import Persons
from components.intake.facts.sheet_rows import SheetRows
from components.intake.facts.tables import column
from components.tables import columns as col

Mask = npt.NDArray[np.bool_]
Sheets = Sequence[SheetRows]


def _people(facts: Facts) -> Sheets:
    return [rows for rows in facts.read.values() if rows.table == "people"]


def _reviewed(facts: Facts) -> Sheets:
    return [rows for rows in facts.read.values() if any(rows.of("reviews"))]


def _with_roles(facts: Facts) -> Sheets:
    return [rows for rows in facts.read.values() if rows.table == "roles"]


def _of_everybody(facts: Facts) -> Sheets:
    """Sheets of people that are no lists of leavers alone: who stands on one has an exit."""
    return [rows for rows in _people(facts) if not _all_left(rows)]


def _all_left(rows: SheetRows) -> bool:
    said = fields(rows, "people")
    return col.EXIT_DATE in said and len(rows.row) > 0 and not said[col.EXIT_DATE].null_count


def _named(sheets: Sheets, persons: Persons) -> Mask:
    named = np.zeros(len(persons.ids), dtype=np.bool_)
    for rows in sheets:
        named[persons.numbers(rows.key.values)] = True
    return named


def _of_nobody(facts: Facts, sheets: Sheets, wording: Wording) -> Found:
    if sheets and _of_everybody(facts):
        yield from _missing(facts, sheets, _named(_people(facts), facts.persons), wording)


def _missing(facts: Facts, sheets: Sheets, known: Mask, wording: Wording) -> Found:
    """One problem for all persons of these sheets who are not known elsewhere."""
    unknown = _named(sheets, facts.persons) & ~known
    for rows in sheets if unknown.any() else ():
        person = facts.persons.numbers(rows.key.values)
        at = np.flatnonzero(unknown[person])
        if len(at):
            _, first = np.unique(person[at], return_index=True)
            numbers = rows.row[np.sort(at[first])]
            place = Place(rows.source, rows.key.plan.column)
            count = int(unknown.sum())
            yield place.problem(wording, int(numbers[0]), count=count, rows=numbers)
            return


def _reviews_of_nobody(facts: Facts, wording: Wording) -> Found:
    return _of_nobody(facts, _reviewed(facts), wording)


def _roles_of_nobody(facts: Facts, wording: Wording) -> Found:
    return _of_nobody(facts, _with_roles(facts), wording)


def _without_review(facts: Facts, wording: Wording) -> Found:
    people, reviewed = _people(facts), _reviewed(facts)
    if people and reviewed:
        yield from _missing(facts, people, _named(reviewed, facts.persons), wording)


def _without_role(facts: Facts, wording: Wording) -> Found:
    """People for whom neither a history nor the sheet of people itself gives a role."""
    people = _people(facts)
    if people and _with_roles(facts):
        held = np.zeros(len(facts.persons.ids), dtype=np.bool_)
        held[np.asarray(column(facts.tables["roles"], col.PERSON))] = True
        yield from _missing(facts, people, held, wording)


REVIEW_WITHOUT_PERSON = Check(
    "Reviews of people who stand on no sheet of people.",
    Wording(
        "review_without_person",
        "“{value}” has a review but stands on no sheet of people.",
        "{count} people have a review but stand on no sheet of people; the first is {value}.",
        "They are kept. Add them to the sheet of people, or correct the IDs.",
    ),
    _reviews_of_nobody,
)
ROLE_WITHOUT_PERSON = Check(
    "Role rows of people who stand on no sheet of people.",
    Wording(
        "role_without_person",
        "“{value}” has a role but stands on no sheet of people.",
        "{count} people have roles but stand on no sheet of people; the first is {value}.",
        "They are kept. Add them to the sheet of people, or correct the IDs.",
    ),
    _roles_of_nobody,
)
PERSON_WITHOUT_REVIEW = Check(
    "People without any review, where a sheet of reviews is given.",
    Wording(
        "person_without_review",
        "“{value}” has no review.",
        "{count} people have no review; the first is {value}.",
        "Their ratings are unknown. Nothing needs to be done if that is so.",
    ),
    _without_review,
)
PERSON_WITHOUT_ROLE = Check(
    "People without any role, where a sheet of role history is given.",
    Wording(
        "person_without_role",
        "“{value}” has no row in the role history, and the sheet of people gives no role.",
        "{count} people have no row in the role history, and the sheet of people gives them no "
        "role; the first is {value}.",
        "Their time in the role is unknown. Nothing needs to be done if that is so.",
    ),
    _without_role,
)

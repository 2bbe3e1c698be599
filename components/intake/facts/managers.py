"""Managers: found by e-mail address, named but not known, reporting to each other in a circle."""

from collections.abc import Iterator, Mapping

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from components.intake.facts.conflicts import PlaceOf
from components.intake.facts.fields import MANAGER_EMAIL
from components.intake.facts.findings import Place, Rows, Wording, by_text, by_value
from components.intake.facts.persons import Persons
from components.intake.facts.sheet_rows import Given, SheetRows
from components.intake.facts.statements import person_days
from components.intake.facts.tables import codes, column
from components.tables import columns as col
from components.tables.problems import Problem

_NAMED = 10
"""So many people of a circle are named."""

_UNKNOWN = {
    col.MANAGER_ID: Wording(
        "manager_unknown",
        "The manager “{value}” is not among the people.",
        "The manager “{value}” is not among the people, in {count} rows.",
        "The manager is kept as stated, without a name. Add the person, or correct the ID.",
    ),
    col.REVIEWER_ID: Wording(
        "reviewer_unknown",
        "The reviewer “{value}” is not among the people.",
        "The reviewer “{value}” is not among the people, in {count} rows.",
        "The reviewer is kept as stated, without a name. Add the person, or correct the ID.",
    ),
}
_LOOP = Wording(
    "manager_loop",
    "These people report to each other in a circle: {value}.",
    "{count} people report to each other in a circle: {value}.",
    "They are kept, but stand in no reporting line. Correct one of the managers.",
)

Numbers = npt.NDArray[np.int32]
Marks = npt.NDArray[np.bool_]


def managers_by_email(people: pa.Table, addresses: Mapping[str, str]) -> pa.Table:
    """Manager ids in place of the e-mail addresses some sheets name managers by."""
    if MANAGER_EMAIL not in people.column_names:
        return people
    written = column(people, MANAGER_EMAIL)
    ids = [addresses.get((word or "").lower()) for word in written.dictionary.to_pylist()]
    by_address = pa.array(ids, pa.string()).take(written.indices)
    rest = people.drop_columns([MANAGER_EMAIL])
    if col.MANAGER_ID not in people.column_names:
        return rest.append_column(col.MANAGER_ID, by_address.dictionary_encode())
    both = pc.coalesce(column(people, col.MANAGER_ID).cast(pa.string()), by_address)
    place = rest.column_names.index(col.MANAGER_ID)
    return rest.set_column(place, col.MANAGER_ID, both.dictionary_encode())


def addresses(people: pa.Table, persons: Persons) -> dict[str, str]:
    """E-mail address in lower case → employee id; one that two people share is nobody's."""
    if col.EMAIL not in people.column_names or MANAGER_EMAIL not in people.column_names:
        return {}
    written = column(people, col.EMAIL)
    pairs = np.column_stack([codes(written), np.asarray(column(people, col.PERSON))])
    words = written.dictionary.to_pylist()
    owners: dict[str, set[int]] = {}
    for code, person in np.unique(pairs, axis=0).tolist():
        if code >= 0:
            owners.setdefault(words[code].lower(), set()).add(person)
    return {word: persons.id_of(min(who)) for word, who in owners.items() if len(who) == 1}


def unknown_managers(
    rows: SheetRows, persons: Persons, known: Mapping[str, str]
) -> Iterator[Problem]:
    """Managers named on a sheet who are nobody in the data; `known` are e-mail addresses."""
    for given in rows.given:
        wording = _UNKNOWN.get(given.plan.field)
        if wording is not None:
            by_mail = given.plan.detail.get("how") == MANAGER_EMAIL
            strange = _unmailed(given, known) if by_mail else _unnumbered(given, persons)
            place = Place(rows.source, given.plan.column)
            yield from by_value(wording, place, _rows_of(given, strange, rows.row))


def _unnumbered(given: Given, persons: Persons) -> Marks:
    nobody = pc.is_null(pc.index_in(given.values.dictionary, value_set=persons.ids))
    return np.asarray(nobody, dtype=np.bool_)


def _unmailed(given: Given, known: Mapping[str, str]) -> Marks:
    words = given.values.dictionary.to_pylist()
    return np.fromiter((word.lower() not in known for word in words), np.bool_, len(words))


def _rows_of(given: Given, strange: Marks, row: Rows) -> list[Rows]:
    """The rows of each strange text, texts in the order they first stand."""
    if not strange.any():
        return []
    code = codes(given.values)
    at = np.flatnonzero(np.append(strange, False)[code])
    return by_text(code[at], row[at])


def manager_loops(people: pa.Table, persons: Persons, place_of: PlaceOf) -> Iterator[Problem]:
    """Circles of people, by the newest manager of each person; the ids are named."""
    if col.MANAGER_ID not in people.column_names or not len(persons.ids):
        return
    manager, statement = _newest(people, persons)
    for circle in circles(manager):
        at = int(statement[circle[0]])
        sheet = int(column(people, col.SHEET)[at].as_py())
        row = int(column(people, col.ROW)[at].as_py())
        place = place_of(sheet, "people", col.MANAGER_ID)
        yield place.problem(_LOOP, row, count=len(circle), said=_said(circle, persons))


def _newest(people: pa.Table, persons: Persons) -> tuple[Numbers, npt.NDArray[np.int64]]:
    """Per person the manager stated last (−1: none known), and the row that states it."""
    said = column(people, col.MANAGER_ID)
    valid = np.flatnonzero(np.asarray(pc.is_valid(said)))
    order = valid[np.argsort(person_days(people)[valid], kind="stable")]
    person = np.asarray(column(people, col.PERSON))[order]
    statement = np.full(len(persons.ids), -1, dtype=np.int64)
    statement[person] = order
    known = persons.numbers(said)
    return np.where(statement >= 0, known[statement], -1).astype(np.int32), statement


def circles(manager: Numbers) -> list[list[int]]:
    """The circles of a map person → manager (−1: none), each from its lowest number on.

    Following managers as often as there are people leaves only those who stand in a circle;
    each squaring of the map doubles the steps.

    >>> circles(np.array([1, 2, 1, -1, 4], dtype=np.int32))
    [[1, 2], [4]]
    """
    count = len(manager)
    step = np.append(np.where(manager >= 0, manager, count), count)
    for _ in range(max(count, 1).bit_length()):
        step = step[step]
    inside = np.unique(step)
    left = set(inside[inside < count].tolist())
    found = []
    while left:
        circle = [min(left)]
        while (above := int(manager[circle[-1]])) != circle[0]:
            circle.append(above)
        left -= set(circle)
        found.append(circle)
    return found


def _said(circle: list[int], persons: Persons) -> str:
    ids = [persons.id_of(person) for person in circle[:_NAMED]]
    more = ["…"] if len(circle) > _NAMED else []
    return " → ".join([*ids, *more, persons.id_of(circle[0])])

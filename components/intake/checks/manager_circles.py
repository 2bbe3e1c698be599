"""Circles of managers: people who report to each other, found on the newest manager of each."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from components.intake.checks.check import Check, Found
from components.intake.facts.assembled import Facts
from components.intake.facts.findings import Wording
from components.intake.facts.persons import Persons
from components.intake.facts.statements import person_days
from components.intake.facts.tables import column
from components.tables import columns as col

_NAMED = 10
"""So many people of a circle are named."""

_LOOP_HERE = Wording(
    "manager_loop",
    "By this sheet alone the person is their own manager: {value}.",
    "By this sheet alone {count} people report to each other in a circle: {value}.",
    "Newer or other rows say otherwise and count. Correct one of the managers.",
)

Numbers = npt.NDArray[np.int32]


def _manager_loops(facts: Facts, wording: Wording) -> Found:
    """Circles of people, by the newest manager of each person; the ids are named.

    A circle that one sheet alone would make is named too, with words that say so.
    """
    people, persons = facts.tables.get("people"), facts.persons
    if people is None or col.MANAGER_ID not in people.column_names or not len(persons.ids):
        return
    seen: set[frozenset[int]] = set()
    for among, words in _views(people, wording):
        manager, statement = _newest(among, persons)
        for circle in circles(manager):
            if frozenset(circle) not in seen:
                seen.add(frozenset(circle))
                at = int(statement[circle[0]])
                place = facts.place_of(_number(among, col.SHEET, at), "people", col.MANAGER_ID)
                said = _said(circle, persons)
                row = _number(among, col.ROW, at)
                yield place.problem(words, row, count=len(circle), said=said)


def _number(table: pa.Table, name: str, at: int) -> int:
    return int(column(table, name)[at].as_py())


def _views(people: pa.Table, wording: Wording) -> Iterator[tuple[pa.Table, Wording]]:
    yield people, wording
    sheets = np.asarray(column(people, col.SHEET))
    for sheet in np.unique(sheets):
        yield people.filter(pa.array(sheets == sheet)), _LOOP_HERE


def _newest(people: pa.Table, persons: Persons) -> tuple[Numbers, npt.NDArray[np.int64]]:
    """Per person the manager stated last (−1: none known), and the row that states it."""
    said = column(people, col.MANAGER_ID)
    valid = np.flatnonzero(np.asarray(pc.is_valid(said)))
    order = valid[np.argsort(person_days(people)[valid], kind="stable")]
    person = np.asarray(column(people, col.PERSON))[order]
    statement = np.full(len(persons.ids), -1, dtype=np.int64)
    statement[person] = order
    known = np.append(persons.numbers(said), np.int32(-1))
    return known[statement], statement


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


MANAGER_LOOP = Check(
    "People who are their own manager, directly or in a circle.",
    Wording(
        "manager_loop",
        "The person is listed as their own manager: {value}.",
        "{count} people report to each other in a circle: {value}.",
        "They are kept, but stand in no reporting line. Correct one of the managers.",
    ),
    _manager_loops,
)

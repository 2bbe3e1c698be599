"""Managers: found by e-mail address, named but not known, reporting to each other in a circle."""

from collections.abc import Iterator, Mapping

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from components.intake.facts.fields import MANAGER_EMAIL
from components.intake.facts.findings import Place, Rows, Wording, by_text, by_value
from components.intake.facts.persons import Persons
from components.intake.facts.sheet_rows import Given, SheetRows
from components.intake.facts.tables import codes, column
from components.tables import columns as col
from components.tables.problems import Problem

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

"""Sheets without employee IDs: their rows given to people by e-mail address or by name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from components.intake.facts.fields import fields
from components.intake.facts.findings import Place, Wording, by_text, by_value
from components.intake.facts.names import Directory, directory
from components.intake.facts.sheet_rows import Given, SheetRows
from components.intake.facts.tables import codes
from components.intake.plan import BY_EMAIL, BY_NAME
from components.tables import columns as col
from components.tables.problems import Problem

Marks = npt.NDArray[np.bool_]
Found = Callable[[str], frozenset[str]]

_ASIDE = "The row was set aside. Correct it, or add a column of employee IDs."
_UNKNOWN = {
    BY_EMAIL: Wording(
        "email_unknown",
        "Nobody with an employee ID has the e-mail address “{value}”.",
        "Nobody with an employee ID has the e-mail address “{value}”, in {count} rows.",
        _ASIDE,
    ),
    BY_NAME: Wording(
        "name_unknown",
        "Nobody with an employee ID is called “{value}”.",
        "Nobody with an employee ID is called “{value}”, in {count} rows.",
        _ASIDE,
    ),
}
_AMBIGUOUS = {
    BY_EMAIL: Wording(
        "email_ambiguous",
        "Several people have the e-mail address “{value}”.",
        "Several people have the e-mail address “{value}”, in {count} rows.",
        "None of them is chosen, and the row was set aside. Add a column of employee IDs.",
    ),
    BY_NAME: Wording(
        "name_ambiguous",
        "Several people are called “{value}”.",
        "Several people are called “{value}”, in {count} rows.",
        "None of them is chosen, and the row was set aside. Add a column of employee IDs.",
    ),
}


@dataclass(frozen=True)
class Keyed:
    """Sheets whose rows all name a person by id, and the rows that could not."""

    read: dict[int, SheetRows]
    problems: tuple[Problem, ...] = ()


def keyed(read: Mapping[int, SheetRows], others: Mapping[int, SheetRows]) -> Keyed:
    """Give the rows of the other sheets the ids that stand beside the same address or name.

    Where no sheet gives addresses with ids, the address in lower case is the id itself.
    """
    if not others:
        return Keyed(dict(read))
    known = directory(read.values())
    problems: list[Problem] = []
    found = dict(read)
    for number, rows in others.items():
        found[number] = _with_key(rows, known, problems)
    return Keyed(dict(sorted(found.items())), tuple(problems))


def _with_key(rows: SheetRows, known: Directory, problems: list[Problem]) -> SheetRows:
    way = BY_NAME if rows.plan.ids == BY_NAME else BY_EMAIL
    values, source = _key_values(rows, way)
    words = values.dictionary.to_pylist()
    if way == BY_EMAIL and not known.addresses:
        ids, wrong = [word.casefold() for word in words], np.zeros((2, len(words)), dtype=np.bool_)
    else:
        ids, wrong = _looked_up(words, known.by_name if way == BY_NAME else known.by_address)
    place, code = Place(rows.source, source.plan.column), codes(values)
    for wording, marked in ((_UNKNOWN[way], wrong[0]), (_AMBIGUOUS[way], wrong[1])):
        at = np.flatnonzero(np.append(marked, False)[code])
        problems += by_value(wording, place, by_text(code[at], rows.row[at])) if len(at) else ()
    plan = replace(source.plan, table=rows.table, field=col.EMPLOYEE_ID, detail={})
    person = pa.array(ids, pa.string()).take(values.indices).dictionary_encode()
    with_key = (*rows.given, Given(plan, source.column, person))
    whole = SheetRows(rows.source, rows.plan, rows.first, rows.kept, with_key)
    return whole.keep(~np.append(wrong.any(axis=0), False)[code])


def _key_values(rows: SheetRows, way: str) -> tuple[pa.DictionaryArray, Given]:
    """The addresses or full names of the rows, and the column that problems point at."""
    field = col.NAME if way == BY_NAME else col.EMAIL
    source = next(given for given in rows.of("people") if given.plan.field == field)
    return fields(rows, "people")[field], source


def _looked_up(words: list[str], who: Found) -> tuple[list[str | None], Marks]:
    """Per text the id of exactly one person; whether it is nobody's, whether it is several's."""
    owners = [who(word) for word in words]
    ids = [next(iter(one)) if len(one) == 1 else None for one in owners]
    counts = np.array([len(one) for one in owners], dtype=np.int64)
    return ids, np.stack([counts == 0, counts > 1])

"""Sheets without employee IDs: their rows given to people by e-mail address or by name."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

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
from components.tables.problems import Problem, Severity

Marks = npt.NDArray[np.bool_]

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


_OFFERED = Wording(
    "ids_missing",
    "{value}",
    "{value}",
    "Its rows are left out until you say on Load data or in an answers file that they are given "
    "to people in this way, or leave the sheet out.",
    Severity.QUESTION,
)
_NOBODY = Wording(
    "no_way_to_people",
    "{value}",
    "{value}",
    "Its rows are left out. Add a column of employee IDs or of e-mail addresses.",
)
_MATCHED = 0.5
"""Offered where so large a share of the addresses or names is that of exactly one person."""
_EXAMPLES = 3
_WORDS = {BY_EMAIL: "e-mail addresses", BY_NAME: "names"}


@dataclass(frozen=True)
class Keyed:
    """Sheets whose rows all name a person by id, and the rows that could not."""

    read: dict[int, SheetRows]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class OtherKey:
    """What stands for the id of each row of a sheet: a column of addresses or of names.

    `ids` has the id of exactly one person for each distinct text, else None; `nobody` and
    `several` mark the texts of no person and of more than one.
    """

    way: str
    source: Given
    values: pa.DictionaryArray = field(repr=False)
    ids: list[str | None] = field(repr=False)
    nobody: Marks = field(repr=False)
    several: Marks = field(repr=False)

    @property
    def matched(self) -> int:
        """How many of the texts are those of exactly one person."""
        return len(self.ids) - int(self.nobody.sum() + self.several.sum())


def keyed(read: Mapping[int, SheetRows], others: Mapping[int, SheetRows]) -> Keyed:
    """Give the rows of the other sheets the ids that stand beside the same address or name.

    Rows are given only when it was said so; else it is offered, and the sheet is left out. An
    address or name that nobody with an id has makes no new person: it is listed.
    """
    known = directory(read.values()) if others else Directory({}, {})
    problems: list[Problem] = []
    found = dict(read)
    for number, rows in others.items():
        way = way_of(rows)
        key = other_key(rows, known, way)
        if rows.plan.ids != way:
            problems.append(_question(rows, key))
        else:
            found[number] = _with_key(rows, key, problems)
    return Keyed(dict(sorted(found.items())), tuple(problems))


def way_of(rows: SheetRows) -> str:
    """How the rows are given to people: as was said, else by address where there is one."""
    held = {given.plan.field for given in rows.of("people")}
    by_name = col.EMAIL not in held or (rows.plan.ids == BY_NAME and col.NAME in held)
    return BY_NAME if by_name else BY_EMAIL


def other_key(rows: SheetRows, known: Directory, way: str) -> OtherKey:
    """Whom the addresses or names of a sheet are those of."""
    name = col.NAME if way == BY_NAME else col.EMAIL
    source = next(given for given in rows.of("people") if given.plan.field == name)
    values = fields(rows, "people")[name]
    words: list[str] = values.dictionary.to_pylist()
    owners = [known.by_name(one) if way == BY_NAME else known.by_address(one) for one in words]
    ids = [next(iter(one)) if len(one) == 1 else None for one in owners]
    counts = np.array([len(one) for one in owners], dtype=np.int64)
    return OtherKey(way, source, values, ids, counts == 0, counts > 1)


def _with_key(rows: SheetRows, key: OtherKey, problems: list[Problem]) -> SheetRows:
    place, code = Place(rows.source, key.source.plan.column), codes(key.values)
    for wording, marked in ((_UNKNOWN[key.way], key.nobody), (_AMBIGUOUS[key.way], key.several)):
        at = np.flatnonzero(np.append(marked, False)[code])
        problems += by_value(wording, place, by_text(code[at], rows.row[at])) if len(at) else ()
    plan = replace(key.source.plan, table=rows.table, field=col.EMPLOYEE_ID, detail={})
    person = pa.array(key.ids, pa.string()).take(key.values.indices).dictionary_encode()
    with_key = (*rows.given, Given(plan, key.source.column, person))
    whole = SheetRows(rows.source, rows.plan, rows.first, rows.kept, with_key)
    return whole.keep(~np.append(key.nobody | key.several, False)[code])


def _question(rows: SheetRows, key: OtherKey) -> Problem:
    """The offer to give the rows to people by address or name, or that there is none to make."""
    words = key.values.dictionary.to_pylist()
    pairs = [f"{text} = {who}" for text, who in zip(words, key.ids, strict=True) if who]
    said = f"{_place(rows)} gives no employee IDs; {key.matched:,} of its {len(words):,} "
    said += f"{_WORDS[key.way]} are those of exactly one person"
    if key.several.any():
        said += f", {int(key.several.sum()):,} of several people"
    offered = bool(pairs) and key.matched >= _MATCHED * len(words) and not rows.plan.ids
    if offered:
        some = ", ".join(pairs[:_EXAMPLES]) + (", …" if len(pairs) > _EXAMPLES else "")
        said += f": {some} (ids = “{key.way}”)"
    at = Place(rows.source, key.source.plan.column)
    first = int(rows.row[0]) if len(rows.row) else rows.first
    return at.problem(
        _OFFERED if offered else _NOBODY, first, count=len(rows.row), said=f"{said}.", rows=rows.row
    )


def _place(rows: SheetRows) -> str:
    return " › ".join(dict.fromkeys(part for part in (rows.source.file, rows.source.name) if part))

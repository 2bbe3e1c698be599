"""Managers and reviewers named by address or name: an id where exactly one person fits."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from components.intake.facts.findings import Place, Wording, by_text, by_value
from components.intake.facts.names import Directory, directory
from components.intake.facts.persons import Persons
from components.intake.facts.sheet_rows import Given, SheetRows, with_column
from components.intake.facts.tables import codes
from components.settings import Settings
from components.tables import columns as col
from components.tables.problems import Problem
from components.tables.schema import TABLES

MANAGER_EMAIL = "manager_email"
"""A column that names managers by e-mail address."""

_KEPT = "is kept as stated, without a name. Add the person, or correct it."
_UNKNOWN = {
    col.MANAGER_ID: Wording(
        "manager_unknown",
        "The manager “{value}” is not among the people.",
        "The manager “{value}” is not among the people, in {count} rows.",
        f"The manager {_KEPT}",
    ),
    col.REVIEWER_ID: Wording(
        "reviewer_unknown",
        "The reviewer “{value}” is not among the people.",
        "The reviewer “{value}” is not among the people, in {count} rows.",
        f"The reviewer {_KEPT}",
    ),
}
_AMBIGUOUS = {
    col.MANAGER_ID: Wording(
        "manager_ambiguous",
        "Several people could be the manager “{value}”.",
        "Several people could be the manager “{value}”, in {count} rows.",
        "None of them is chosen; the manager is unknown. Give the manager's employee ID.",
    ),
    col.REVIEWER_ID: Wording(
        "reviewer_ambiguous",
        "Several people could be the reviewer “{value}”.",
        "Several people could be the reviewer “{value}”, in {count} rows.",
        "None of them is chosen; the reviewer is unknown. Give the reviewer's employee ID.",
    ),
}
Marks = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Known:
    """Who can be a manager: people by id, by e-mail address and by name."""

    persons: Persons
    settings: Settings
    sheets: Mapping[int, SheetRows] = field(repr=False)

    @cached_property
    def directory(self) -> Directory:
        """Made only where somebody is not named by id."""
        return directory(self.sheets.values())


@dataclass(frozen=True)
class _Named:
    """Per distinct text of a column: the id it stands for; whether it is nobody's or several's."""

    ids: list[str | None]
    nobody: Marks
    several: Marks


def with_managers(known: Known) -> tuple[dict[int, SheetRows], tuple[Problem, ...]]:
    """The sheets, managers and reviewers as ids; those who are nobody or several are listed."""
    problems: list[Problem] = []
    found: dict[int, SheetRows] = {}
    for number, rows in known.sheets.items():
        for name in (col.MANAGER_ID, col.REVIEWER_ID):
            rows = _of_field(rows, name, known, problems)  # noqa: PLW2901 - one after the other
        found[number] = rows
    return found, tuple(problems)


def _of_field(rows: SheetRows, name: str, known: Known, problems: list[Problem]) -> SheetRows:
    """By id first, then by address, then by name: a source speaks where those before are silent."""
    sources = sorted(_sources(rows, name), key=_rank)
    told: Marks = np.zeros(len(rows.row), dtype=np.bool_)
    parts: list[pa.Array] = []
    for given in sources:
        named = _named(given, known)
        problems += _listed(rows, given, (name, named), told)
        parts.append(given.values if named is None else _as_ids(given.values, named))
        told |= np.asarray(pc.is_valid(given.values))
    if len(parts) == 1 and parts[0] is sources[0].values:
        return rows
    return rows if not parts else _with_ids(rows, name, _united(parts))


def _sources(rows: SheetRows, name: str) -> Iterator[Given]:
    for given in rows.given:
        by_name = name == col.MANAGER_ID and given.plan.field == col.MANAGER_NAME
        if given.plan.field == name or by_name:
            yield given


def _rank(given: Given) -> int:
    if given.plan.field == col.MANAGER_NAME:
        return 2
    return int(given.plan.detail.get("how") == MANAGER_EMAIL)


def _named(given: Given, known: Known) -> _Named | None:
    """Who each text is; None where every text is an id of the people."""
    words = given.values.dictionary
    rank = _rank(given)
    strange = np.ones(len(words), dtype=np.bool_)
    if rank == 0:
        strange = np.asarray(pc.invert(pc.is_in(words, value_set=known.persons.ids)))
        if not strange.any():
            return None
    ids: list[str | None] = words.to_pylist()
    nobody, several = np.zeros((2, len(ids)), dtype=np.bool_)
    for place in np.flatnonzero(strange).tolist():
        text = ids[place] or ""
        who = _who(text, known, rank)
        several[place], nobody[place] = len(who) > 1, not who and not _is_none(text, known)
        kept = text if rank == 0 and not who else None
        ids[place] = next(iter(who)) if len(who) == 1 else kept
    return _Named(ids, nobody, several)


def _is_none(text: str, known: Known) -> bool:
    return known.settings.values.is_no_manager(text)


def _who(text: str, known: Known, rank: int) -> frozenset[str]:
    """The ids of those a text may mean; a single word is a name only in a column of names."""
    if rank == 1 or "@" in text:
        return known.directory.by_address(text)
    if rank == 2 or " " in text or "," in text:
        return frozenset() if _is_none(text, known) else known.directory.by_name(text)
    return frozenset()


def _as_ids(values: pa.DictionaryArray, named: _Named) -> pa.StringArray:
    return pa.array(named.ids, pa.string()).take(values.indices)


def _united(parts: list[pa.Array]) -> pa.DictionaryArray:
    texts = [one.cast(pa.string()) for one in parts]
    return pc.coalesce(*texts).dictionary_encode()


def _with_ids(rows: SheetRows, name: str, ids: pa.DictionaryArray) -> SheetRows:
    """The ids in the first column of the field; in one of its own beside that of the names."""
    first = next((given for given in rows.given if given.plan.field == name), None)
    if first is not None:
        return with_column(rows, first, ids)
    by_name = next(given for given in rows.given if given.plan.field == col.MANAGER_NAME)
    table = rows.table if name in TABLES[rows.table].names else "people"
    plan = replace(by_name.plan, table=table, field=name)
    added = (*rows.given, Given(plan, by_name.column, ids))
    return SheetRows(rows.source, rows.plan, rows.first, rows.kept, added)


def _listed(
    rows: SheetRows, given: Given, how: tuple[str, _Named | None], told: Marks
) -> Iterator[Problem]:
    name, named = how
    if named is None:
        return
    for wording, marked in ((_UNKNOWN[name], named.nobody), (_AMBIGUOUS[name], named.several)):
        code = codes(given.values)
        at = np.flatnonzero(np.append(marked, False)[code] & ~told)
        if len(at):
            place = Place(rows.source, given.plan.column)
            yield from by_value(wording, place, by_text(code[at], rows.row[at]))

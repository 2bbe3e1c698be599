"""Sheets whose ids are the people's, written otherwise: offered, and matched when said so."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from components.intake.facts.findings import MOST_VALUES, Place, Wording
from components.intake.facts.id_rules import RULES, Matching
from components.intake.facts.join_people import WAYS, JoinPeople
from components.intake.facts.persons import used
from components.intake.facts.sheet_rows import Given, SheetRows, with_column
from components.intake.plan import BY_EMAIL, BY_NAME
from components.tables import columns as col
from components.tables.problems import Problem, Severity

_IDS = {
    col.EMPLOYEE_ID: "IDs",
    col.MANAGER_ID: "manager IDs",
    col.REVIEWER_ID: "reviewer IDs",
    col.INCUMBENT_ID: "IDs of incumbents",
}
_STRANGE, _MATCHED = 0.1, 0.5
"""Offered where so large a share of a sheet's ids is strange, and so large a share of those
matches; fewer are slips, which are listed one by one."""
_EXAMPLES = 3
_LEFT_OUT = {
    "ignoring case": "upper and lower case count as one",
    "without decimals": "decimals are left out",
    "without leading zeros": "leading zeros are left out",
    "without prefix": "prefix and leading zeros are left out",
    BY_EMAIL: "they are read as e-mail addresses of people",
    BY_NAME: "they are read as names of people",
}

_DIFFER = Wording(
    "ids_differ",
    "{value}",
    "{value}",
    "Until you answer, they are other people, because nothing is matched unasked. Say on Load "
    "data or in an answers file how the IDs of this sheet are matched, or that they are meant "
    "as written.",
    Severity.QUESTION,
)
_AMBIGUOUS = Wording(
    "ids_ambiguous",
    "These IDs would become one: {value}.",
    "{count} IDs would become one: {value}.",
    "They are not matched and stay as written. Correct them in the file.",
)
_SEVERAL = Wording(
    "ids_ambiguous",
    "It may stand for several people, and none of them is chosen: {value}.",
    "It may stand for several people, and none of them is chosen: {value}.",
    "It is not matched and stays as written. Write the employee ID in the file.",
)


@dataclass(frozen=True)
class Joined:
    """Sheets with ids as the people write them; `offered` are ids an open question is about."""

    read: dict[int, SheetRows]
    problems: tuple[Problem, ...] = ()
    offered: frozenset[str] = frozenset()


def joined(read: Mapping[int, SheetRows]) -> Joined:
    """Match the ids of every sheet with those of the people, else of the roles.

    What a plan's `ids` says is applied, one to one; where it says nothing, a match is offered.
    """
    order = in_order(read)
    found, problems, offered = dict(read), list[Problem](), set[str]()
    people = JoinPeople.of(read[number] for number in order[:1])
    for number in order:
        rows = read[number]
        if rows.plan.ids in WAYS:
            found[number] = _applied(rows, people, problems)
        elif not rows.plan.ids:
            offered |= _asked(rows, people, problems)
        if number != order[0] and rows.table == read[order[0]].table:
            people = people.and_of(found[number])
    return Joined(found, tuple(problems), frozenset(offered))


def _asked(rows: SheetRows, people: JoinPeople, problems: list[Problem]) -> set[str]:
    """Ask once for a sheet, at its first column of ids that are written otherwise; these ids."""
    for given in of_persons(rows):
        offer = _offer(given, people, WAYS if given is rows.key else tuple(RULES))
        if offer is not None:
            problems.append(_question(rows, given, offer))
            return {*offer.pairs, *offer.pairs.values()}
    return set()


def of_persons(rows: SheetRows) -> tuple[Given, ...]:
    """The columns that name persons by id, that of the rows themselves first."""
    others = (
        given
        for given in rows.given
        if given.plan.field in _IDS and given is not rows.key and "how" not in given.plan.detail
    )
    return (rows.key, *others)


def in_order(read: Mapping[int, SheetRows]) -> list[int]:
    """The sheets whose ids the others are held against come first, the longest of them first."""
    tables = {rows.table for rows in read.values()}
    main = next((one for one in ("people", "roles") if one in tables), None)
    if main is None:
        return []
    first = {number: rows for number, rows in read.items() if rows.table == main}
    longest = max(first, key=lambda number: len(used(first[number].key.values)))
    return sorted(read, key=lambda number: (number != longest, number not in first, number))


def _offer(given: Given, people: JoinPeople, ways: Sequence[str]) -> Matching | None:
    """The mildest of the ways that match most, where they match enough."""
    own = used(given.values)
    strange = pc.sum(pc.invert(pc.is_in(own, value_set=people.ids))).as_py() or 0
    if not strange or strange < _STRANGE * len(own):
        return None
    best = max((people.matching(own, way) for way in ways), key=lambda one: len(one.pairs))
    return best if best.pairs and len(best.pairs) >= _MATCHED * best.strange else None


def _question(rows: SheetRows, given: Given, offer: Matching) -> Problem:
    own = used(given.values)
    words = own.filter(pc.is_in(own, value_set=pa.array(list(offer.pairs), pa.string())))
    some = [f"{text} = {offer.pairs[text]}" for text in words.slice(0, _EXAMPLES).to_pylist()]
    more = ", …" if len(words) > _EXAMPLES else ""
    file = " › ".join(dict.fromkeys(part for part in (rows.source.file, rows.source.name) if part))
    said = (
        f"{offer.strange:,} of {len(own):,} {_IDS[given.plan.field]} of {file} are not among the "
        f"people as written; {len(words):,} of them are when {_LEFT_OUT[offer.rule]}: "
        f"{', '.join(some)}{more} (ids = “{offer.rule}”)."
    )
    return _at(rows, given, words, (_DIFFER, said))


def _at(rows: SheetRows, given: Given, words: pa.StringArray, how: tuple[Wording, str]) -> Problem:
    """A problem at the first cell of each of the ids."""
    wording, said = how
    codes = np.asarray(given.values.indices.fill_null(-1))
    wanted = np.asarray(pc.is_in(given.values.dictionary, value_set=words), dtype=np.bool_)
    at = np.flatnonzero(np.append(wanted, False)[codes])
    _, first = np.unique(codes[at], return_index=True)
    numbers = rows.row[np.sort(at[first])]
    place = Place(rows.source, given.plan.column)
    count = len(words)
    return place.problem(wording, int(numbers[0]), count=count, said=said, rows=numbers)


def _applied(rows: SheetRows, people: JoinPeople, problems: list[Problem]) -> SheetRows:
    """An address or a name stands for the person of the row; managers are found by them anyway."""
    for given in of_persons(rows) if rows.plan.ids in RULES else (rows.key,):
        found = people.matching(used(given.values), rows.plan.ids)
        problems += _ambiguous(rows, given, found)
        if found.pairs:
            rows = with_column(rows, given, _respelled(given.values, found.pairs))
    return rows


def _ambiguous(rows: SheetRows, given: Given, found: Matching) -> Iterator[Problem]:
    held = set(used(given.values).to_pylist())
    wording = _AMBIGUOUS if found.rule in RULES else _SEVERAL
    for group in found.ambiguous[:MOST_VALUES]:
        here = pa.array([text for text in group if text in held], pa.string())
        problem = _at(rows, given, here, (wording, ", ".join(group)))
        yield replace(problem, count=len(group))


def _respelled(values: pa.DictionaryArray, pairs: Mapping[str, str]) -> pa.DictionaryArray:
    words = pa.array([pairs.get(text, text) for text in values.dictionary.to_pylist()], pa.string())
    return words.take(values.indices).dictionary_encode()

"""Ids that look alike: equal but for zeros, a prefix, case or letters of another script."""

import unicodedata
from collections.abc import Iterator, Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from components.intake.facts.findings import Place, Wording
from components.intake.facts.persons import Persons
from components.intake.facts.sheet_rows import SheetRows
from components.tables.problems import Problem

_MOST = 100
"""So many groups of similar ids are named; more of them are a way of numbering."""

_SIMILAR = Wording(
    "similar_ids",
    "These IDs look like one person's, written in two ways: {value}.",
    "{count} IDs look like one person's, written in different ways: {value}.",
    "They are kept as different people, because zeros, case and letters count. "
    "Correct one of them if they are the same person.",
)

_CYRILLIC, _GREEK = "АВЕЅІЈКМНОРСТУХаеорсухіј", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
_ALIKE = str.maketrans(_CYRILLIC + _GREEK, "ABESIJKMHOPCTYXaeopcyxij" + "ABEZHIKMNOPTYXo")
_LETTERS = "abcdefghijklmnopqrstuvwxyz_-. "


def similar_ids(persons: Persons, read: Mapping[int, SheetRows]) -> Iterator[Problem]:
    """A warning for each group of ids that may be one person; they are never merged."""
    for group in _groups(persons.ids)[:_MOST]:
        place, row = _where(group[1], read)
        yield place.problem(_SIMILAR, row, count=len(group), said=", ".join(group))


def _groups(ids: pa.StringArray) -> list[list[str]]:
    bare = _bare(ids)
    numbers = np.asarray(bare.dictionary_encode().indices)
    counts = np.bincount(numbers)
    suspects = np.flatnonzero((counts > 1)[numbers])
    by_bare: dict[int, list[str]] = {}
    for number, text in zip(
        numbers[suspects].tolist(), ids.take(pa.array(suspects)).to_pylist(), strict=True
    ):
        by_bare.setdefault(number, []).append(text)
    return [found for group in by_bare.values() for found in _alike(group)]


def _bare(ids: pa.StringArray) -> pa.StringArray:
    """Ids without prefix, zeros, case and foreign letters: a coarse first sieve."""
    plain = pc.all(pc.string_is_ascii(ids)).as_py() is not False
    latin = ids if plain else pa.array([skeleton(text) for text in ids.to_pylist()])
    lower = pc.ascii_lower(latin)
    number = pc.ascii_ltrim(pc.ascii_ltrim(lower, characters=_LETTERS), characters="0")
    return pc.if_else(pc.equal(number, ""), lower, number)


def skeleton(text: str) -> str:
    """The text as it looks: letters of other scripts as the Latin ones they look like.

    >>> skeleton("Е001") == "E001"
    True
    """
    seen = unicodedata.normalize("NFKC", text).translate(_ALIKE)
    return "".join(sign for sign in seen if unicodedata.category(sign) not in ("Cf", "Mn"))


def _alike(group: list[str]) -> list[list[str]]:
    """Those of a group that differ in writing only: another prefix is another id.

    >>> _alike(["0012", "12", "E12"]), _alike(["A12", "B12"])
    ([['0012', '12', 'E12']], [])
    """
    prefixes = {_prefix(text) for text in group} - {""}
    if len(prefixes) > 1:
        same = [[text for text in group if _prefix(text) == prefix] for prefix in sorted(prefixes)]
        return [found for found in same if len(found) > 1]
    return [group]


def _prefix(text: str) -> str:
    lower = skeleton(text).lower()
    start = lower[: len(lower) - len(lower.lstrip(_LETTERS))]
    return "".join(sign for sign in start if sign.isalnum())


def _where(text: str, read: Mapping[int, SheetRows]) -> tuple[Place, int]:
    """The first cell in which an id stands."""
    for rows in read.values():
        ids = rows.key.values
        found = pc.index(ids.indices, pc.index(ids.dictionary, text)).as_py()
        if found >= 0:
            return Place(rows.source, rows.key.plan.column), int(rows.row[found])
    raise LookupError(text)

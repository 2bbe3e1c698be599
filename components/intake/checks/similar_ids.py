"""Ids that look alike: equal but for zeros, a prefix, case or letters of another script."""

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from components.intake.checks.check import Check, Found
from components.intake.facts.assembled import Facts
from components.intake.facts.findings import Place, Wording
from components.intake.facts.id_rules import LETTERS, bare
from components.intake.facts.sheet_rows import SheetRows
from components.intake.facts.skeleton import skeleton

_MOST = 100
"""So many groups of similar ids are named; more of them are a way of numbering."""


def _similar_ids(facts: Facts, wording: Wording) -> Found:
    """A warning for each group of ids that may be one person; they are never merged.

    Ids that an open question is about already are not named again.
    """
    groups = [one for one in _groups(facts.persons.ids) if not facts.offered.issuperset(one)]
    for group in groups[:_MOST]:
        place, row = _where(group[1], facts.read)
        yield place.problem(wording, row, count=len(group), said=", ".join(group))


def _groups(ids: pa.StringArray) -> list[list[str]]:
    numbers = np.asarray(bare(ids).dictionary_encode().indices)
    counts = np.bincount(numbers)
    suspects = np.flatnonzero((counts > 1)[numbers])
    by_bare: dict[int, list[str]] = {}
    for number, text in zip(
        numbers[suspects].tolist(), ids.take(pa.array(suspects)).to_pylist(), strict=True
    ):
        by_bare.setdefault(number, []).append(text)
    return [found for group in by_bare.values() for found in _alike(group)]


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
    start = lower[: len(lower) - len(lower.lstrip(LETTERS))]
    return "".join(sign for sign in start if sign.isalnum())


def _where(text: str, read: Mapping[int, SheetRows]) -> tuple[Place, int]:
    """The first cell in which an id stands."""
    for rows in read.values():
        ids = rows.key.values
        found = pc.index(ids.indices, pc.index(ids.dictionary, text)).as_py()
        if found >= 0:
            return Place(rows.source, rows.key.plan.column), int(rows.row[found])
    raise LookupError(text)


SIMILAR_IDS = Check(
    "IDs that are equal but for zeros, a prefix, case, invisible signs or letters of another "
    "script that look alike.",
    Wording(
        "similar_ids",
        "These IDs look like one person's, written in two ways: {value}.",
        "{count} IDs look like one person's, written in different ways: {value}.",
        "They are kept as different people, because zeros, case and letters count. "
        "Correct one of them if they are the same person.",
    ),
    _similar_ids,
)

"""Competencies: one row for each person, competency and source cell; wide sheets unpivoted."""

from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from components.intake.facts.fields import fields, said_of_all
from components.intake.facts.persons import Numbers
from components.intake.facts.sheet_rows import Given, SheetRows
from components.intake.facts.tables import part
from components.settings.competencies import Framework
from components.tables import columns as col

_OTHERS = {"self": col.SELF, "peer": col.PEER}


def competencies(
    rows: SheetRows, person: Numbers, sheet: int, framework: Framework
) -> Iterator[pa.Table]:
    """The scores of a sheet: rows of a long one, columns of a wide one.

    A row of a wide sheet that is a self or peer review scores as that relation says.
    """
    long = fields(rows, "competencies")
    if col.COMPETENCY in long:
        named = {**_told(rows), **long, col.COMPETENCY: _named(long[col.COMPETENCY], framework)}
        yield part(named, person=person, sheet=sheet, row=rows.row)
    for given in rows.of("competencies"):
        if "competency" in given.plan.detail:
            yield from _wide(rows, given, person, sheet)


def _wide(rows: SheetRows, given: Given, person: Numbers, sheet: int) -> Iterator[pa.Table]:
    told = _told(rows)
    told.setdefault(col.CYCLE, _constant(given.plan.detail.get("cycle"), len(person)))
    told[col.COMPETENCY] = _constant(given.plan.detail["competency"], len(person))
    told[col.COLUMN] = pa.array(np.full(len(person), given.plan.column, dtype=np.int16))
    for field, among in _by_relation(rows, given.plan.field):
        scored = pc.and_(pc.is_valid(given.values), among)
        whole = part({**told, field: given.values}, person=person, sheet=sheet, row=rows.row)
        kept = whole.filter(scored)
        if kept.num_rows:
            yield kept


def _by_relation(rows: SheetRows, field: str) -> Iterator[tuple[str, pa.Array]]:
    relation = rows.named("reviews", col.RELATION)
    if relation is None or field != col.MANAGER:
        yield field, pa.array(np.ones(len(rows.row), dtype=np.bool_))
        return
    said = pc.fill_null(relation.values.cast(pa.string()), "manager")
    yield field, pc.equal(said, "manager")
    for word, other in _OTHERS.items():
        yield other, pc.equal(said, word)


def _told(rows: SheetRows) -> dict[str, pa.Array]:
    """Cycle and day of a review row, which date its scores."""
    own = {**said_of_all(rows, "reviews"), **fields(rows, "reviews")}
    day = own.get(col.REVIEW_DATE)
    told = {name: own[name] for name in (col.CYCLE, col.REVIEW_DATE) if name in own}
    return told if col.CYCLE in told or day is None else _dated(told, day)


def _dated(told: dict[str, pa.Array], day: pa.Array) -> dict[str, pa.Array]:
    return {**told, col.CYCLE: day.cast(pa.string()).dictionary_encode()}


def _named(values: pa.DictionaryArray, framework: Framework) -> pa.DictionaryArray:
    """The framework's own spelling where a text stands for one of its competencies."""
    words = [framework.named(word) for word in values.dictionary.to_pylist()]
    names = [
        known.name if known else word
        for known, word in zip(words, values.dictionary.to_pylist(), strict=True)
    ]
    return pa.array(names, pa.string()).take(values.indices).dictionary_encode()


def _constant(text: str | None, count: int) -> pa.DictionaryArray:
    none = text is None
    indices = pa.array(np.zeros(count, dtype=np.int32), mask=np.full(count, none))
    return pa.DictionaryArray.from_arrays(indices, pa.array([text or ""], pa.string()))

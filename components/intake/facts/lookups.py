"""Lookup sheets: names in place of the ids that other sheets use."""

from collections.abc import Iterable, Mapping, Sequence

import pyarrow as pa

from components.intake.plan import ColumnPlan, SheetPlan
from components.intake.values import distinct
from components.tables.sheets import Sheet

Lookups = Mapping[str, Mapping[str, str]]
"""Sheet number, as the plans write it → id → name."""

_LOOKUP, _ID, _NAME = "lookup", "id", "name"


def lookups(sheets: Sequence[Sheet], plans: Iterable[SheetPlan]) -> Lookups:
    """The names of every sheet that is confirmed to be a lookup."""
    return {str(plan.sheet): _names(sheets[plan.sheet], plan) for plan in plans if plan.lookup}


def _names(source: Sheet, plan: SheetPlan) -> dict[str, str]:
    start = max(plan.header_row + 1, source.first_row)
    rows = source.text.slice(start - source.first_row, max(plan.last_row - start + 1, 0))
    ids, names = (_texts(rows, source, plan, part) for part in (_ID, _NAME))
    pairs = zip(ids, names, strict=True)
    first: dict[str, str] = {}
    for number, name in pairs:
        if number and name:
            first.setdefault(number.strip(), name)
    return first


def _texts(rows: pa.Table, source: Sheet, plan: SheetPlan, part: str) -> list[str | None]:
    found = next((one for one in plan.columns if one.field == part), None)
    if found is None:
        return [None] * rows.num_rows
    texts: list[str | None] = rows.column(found.column - source.first_column).to_pylist()
    return texts


def named(text: pa.ChunkedArray, plan: ColumnPlan, known: Lookups) -> pa.ChunkedArray | pa.Array:
    """The column with names in place of ids; an id without a name stays as it stands."""
    names = known.get(plan.detail.get(_LOOKUP, ""))
    if not names:
        return text
    cells = distinct(text)
    words = [names.get(word.strip(), word) for word in cells.texts]
    return cells.spread(pa.array(words, pa.string()))

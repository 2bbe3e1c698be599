"""Reviews: one row for each review; a sheet with a rating column per cycle gives several."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from components.intake.facts.fields import cycles, fields, of_cycle
from components.intake.facts.findings import Place, Wording, by_cell
from components.intake.facts.persons import Numbers
from components.intake.facts.sheet_rows import SheetRows
from components.intake.facts.tables import part
from components.tables import columns as col
from components.tables.problems import Problem

_NO_CYCLE = Wording(
    "review_without_cycle",
    "The review names no cycle.",
    "{count} reviews name no cycle.",
    "The day of the review stands for it. Write the cycle in the file and load it again.",
)


def reviews(rows: SheetRows, person: Numbers, sheet: int) -> Iterator[pa.Table]:
    """The reviews of a sheet; nothing where it has no review column."""
    named = cycles(rows)
    for cycle in named:
        values = fields(rows, "reviews", cycle)
        values[col.CYCLE] = _constant(cycle, len(person))
        whole = part(values, person=person, sheet=sheet, row=rows.row)
        yield whole.filter(pa.array(_any_given([g.values for g in of_cycle(rows, cycle)])))
    values = {} if named else fields(rows, "reviews")
    if values:
        yield part(_with_cycle(values), person=person, sheet=sheet, row=rows.row)


def without_cycle(rows: SheetRows) -> Iterator[Problem]:
    """The reviews that name no cycle although their sheet has a column for it."""
    named, day = rows.named("reviews", col.CYCLE), rows.named("reviews", col.REVIEW_DATE)
    if named is None or day is None or "cycle" in named.plan.detail:
        return
    bare = pc.and_(pc.is_null(named.values), pc.is_valid(day.values))
    at = rows.row[np.asarray(bare)]
    if len(at):
        yield from by_cell(_NO_CYCLE, Place(rows.source, named.plan.column), at)


def _with_cycle(values: dict[str, pa.Array]) -> dict[str, pa.Array]:
    """Where no cycle is named, the review date stands for it."""
    day = values.get(col.REVIEW_DATE)
    cycle = values.get(col.CYCLE)
    if day is None or (cycle is not None and cycle.null_count == 0):
        return values
    written = day.cast(pa.string())
    filled = written if cycle is None else pc.coalesce(cycle.cast(pa.string()), written)
    return {**values, col.CYCLE: filled.dictionary_encode()}


def _any_given(columns: list[pa.Array]) -> npt.NDArray[np.bool_]:
    given = np.zeros(len(columns[0]), dtype=np.bool_)
    for values in columns:
        given |= np.asarray(pc.is_valid(values))
    return given


def _constant(text: str, count: int) -> pa.DictionaryArray:
    indices = pa.array(np.zeros(count, dtype=np.int32))
    return pa.DictionaryArray.from_arrays(indices, pa.array([text], pa.string()))

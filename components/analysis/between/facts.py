"""Facts of one kind in one data version: their keys, their values, the cells they came from."""

from collections.abc import Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from components.analysis.arrow import Arrays, Columns
from components.tables import columns as col
from components.tables.dataset import Dataset
from components.tables.sheets import column_letter


@dataclass(frozen=True, slots=True)
class Origin:
    """For each place, the row of a table that says the value, and by which field."""

    table: str
    field: str
    rows: pa.ChunkedArray


@dataclass(frozen=True)
class Facts:
    """One side of a comparison; every array is by place, from 0.

    held: which places count. keys: what besides the person makes a fact the same fact in both
    versions. values: by field. origins: by field, where a value stands; of several the first
    that says it counts.
    """

    dataset: Dataset
    persons: pa.ChunkedArray
    held: pa.ChunkedArray
    keys: tuple[pa.ChunkedArray, ...]
    values: Mapping[str, pa.ChunkedArray]
    origins: Mapping[str, tuple[Origin, ...]]

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that any fact says."""
        return tuple(name for name in self.values if self.gives(name))

    def gives(self, field: str) -> bool:
        """Whether any fact says this field."""
        found = self.values.get(field)
        return found is not None and found.null_count < len(found)

    def text(self, field: str, places: pa.Array) -> pa.Array:
        """The values at these places in words."""
        if field not in self.values:
            return pa.nulls(len(places), pa.string())
        return in_words(self.values[field].take(places))

    def cells(self, field: str, places: pa.Array) -> Arrays:
        """File, sheet and address of the values at these places; null where there is none."""
        at = {name: pa.chunked_array([pa.nulls(len(places), pa.int32())]) for name in _AT}
        for origin in self.origins.get(field, ()):
            found = _pointers(self.dataset, origin, places)
            missing = pc.is_null(at[col.ROW])
            at = {name: pc.if_else(missing, found[name], at[name]) for name in _AT}
        return _addresses(self.dataset, at)


_AT = (col.SHEET, col.ROW, col.COLUMN)


def in_words(values: pa.ChunkedArray) -> pa.ChunkedArray:
    """Values as a person reads them: whole numbers without decimals, yes and no.

    >>> in_words(pa.chunked_array([[4.0, 0.5, None]])).to_pylist()
    ['4', '0.5', None]
    """
    if pa.types.is_boolean(values.type):
        return pc.if_else(values, "yes", "no")
    if pa.types.is_floating(values.type):
        texts = values.cast(pa.string())
        return pc.replace_substring_regex(texts, r"\.0$", "")
    return values.cast(pa.string())


def _pointers(dataset: Dataset, origin: Origin, places: pa.Array) -> Arrays:
    rows = origin.rows.take(places)
    table = Columns(dataset.tables.get(origin.table))
    found = {name: table.of(name, pa.int32()).take(rows) for name in _AT}
    sheets = range(len(dataset.sheets))
    usual = [dataset.places.get((sheet, origin.table, origin.field)) for sheet in sheets]
    columns = pa.array(usual, pa.int32()).take(found[col.SHEET].combine_chunks())
    return found | {col.COLUMN: pc.coalesce(found[col.COLUMN], columns)}


def _addresses(dataset: Dataset, at: Arrays) -> Arrays:
    last = pc.max(at[col.COLUMN]).as_py() or 0
    letters = pa.array([column_letter(index) for index in range(last + 1)], pa.string())
    row = at[col.ROW].cast(pa.string())
    before = pc.fill_null(letters.take(at[col.COLUMN].combine_chunks()), "row ")
    sheets = at[col.SHEET].combine_chunks()
    return {
        "file": pa.array([one.file for one in dataset.sheets], pa.string()).take(sheets),
        "sheet": pa.array([one.name for one in dataset.sheets], pa.string()).take(sheets),
        "cell": pc.binary_join_element_wise(before, row, ""),
    }

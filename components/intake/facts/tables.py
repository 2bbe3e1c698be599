"""Parts of canonical tables as Arrow tables, put together from several sheets."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from components.tables import columns as col

Codes = npt.NDArray[np.int64]


def part(
    values: Mapping[str, pa.Array], *, person: npt.NDArray[np.int32], sheet: int, row: pa.Array
) -> pa.Table:
    """Rows of a canonical table: fields, then who, from which sheet and row."""
    where = pa.array(np.full(len(person), sheet, dtype=np.int16))
    who = pa.array(person, mask=person < 0) if (person < 0).any() else pa.array(person)
    return pa.table({**values, col.PERSON: who, col.SHEET: where, col.ROW: pa.array(row)})


def together(parts: Sequence[pa.Table]) -> pa.Table:
    """All parts under one another; a field that a part lacks is null there."""
    whole = pa.concat_tables(parts, promote_options="default")
    return whole.unify_dictionaries().combine_chunks()


def column(table: pa.Table, name: str) -> pa.Array:
    """A column in one piece."""
    pieces = table.column(name)
    return pieces.chunk(0) if pieces.num_chunks == 1 else pieces.combine_chunks()


def codes(values: pa.Array) -> Codes:
    """Any values as whole numbers, equal where the values are; −1 where null."""
    if pa.types.is_dictionary(values.type):
        numbers = values.indices
    elif pa.types.is_date32(values.type):
        numbers = values.view(pa.int32()).cast(pa.int64())
        return np.asarray(pc.fill_null(numbers, NO_DAY))
    else:
        numbers = values.dictionary_encode().indices
    return np.asarray(pc.fill_null(numbers, -1)).astype(np.int64)


NO_DAY = -(2**31)
"""The code of a date that is not given: before every day."""


def frame(table: pa.Table, order: Sequence[str]) -> pd.DataFrame:
    """A pandas frame with Arrow dtypes, the named columns first, texts as plain strings."""
    names = [name for name in order if name in table.column_names]
    names += [name for name in table.column_names if name not in names]
    plain = {name: _plain(table.column(name)) for name in names}
    found: pd.DataFrame = pa.table(plain).to_pandas(types_mapper=pd.ArrowDtype)
    return found


def _plain(values: pa.ChunkedArray) -> pa.ChunkedArray:
    return values.cast(pa.string()) if pa.types.is_dictionary(values.type) else values

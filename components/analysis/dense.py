"""Values by person: arrays in which the place is the person's number."""

import narwhals as nw
import numpy as np
import pyarrow as pa

from components.analysis.arrow import Arrays
from components.analysis.in_order import Frame
from components.tables import columns as col


def by_person(frame: Frame, people: int) -> Arrays:
    """The columns of a frame with one row per person, spread over all persons."""
    table = collected(frame)
    person = np.asarray(table[col.PERSON].to_numpy(), np.int64)
    at = np.full(people, -1, np.int64)
    at[person] = np.arange(len(person))
    indices = pa.array(at, mask=at < 0)
    names = [name for name in table.column_names if name != col.PERSON]
    return {name: table[name].take(indices) for name in names}


def collected(frame: Frame) -> pa.Table:
    """A frame of any engine as an Arrow table."""
    whole = frame.collect("pyarrow") if isinstance(frame, nw.LazyFrame) else frame
    return whole.to_arrow()


def numbers(columns: Arrays) -> nw.DataFrame[pa.Table]:
    """Columns of whole numbers as a frame for measures, each in one piece."""
    whole = {name: values.combine_chunks() for name, values in columns.items()}
    return nw.from_native(pa.table(whole), eager_only=True)


def missing(length: int, kind: pa.DataType) -> pa.ChunkedArray:
    """A column without any value."""
    return pa.chunked_array([pa.nulls(length, kind)])

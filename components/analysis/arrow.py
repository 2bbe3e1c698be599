"""Columns of a canonical table as Arrow: fetched by name, coded by their distinct values."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import narwhals as nw
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from components.analysis.day_numbers import day_numbers

Arrays = dict[str, pa.ChunkedArray]
Codes = Callable[[Sequence[str]], Sequence[int | None]]


class Columns:
    """A canonical table, column by column; a column that was not given is all missing."""

    def __init__(self, frame: pd.DataFrame | None) -> None:
        self._frame = pd.DataFrame() if frame is None else frame
        self.length = len(self._frame)

    def given(self, name: str) -> bool:
        """Whether the column holds any value."""
        return name in self._frame.columns and bool(self._frame[name].notna().any())

    def of(self, name: str, kind: pa.DataType) -> pa.ChunkedArray:
        """The column as Arrow of that type."""
        if name not in self._frame.columns:
            return pa.chunked_array([pa.nulls(self.length, kind)])
        return arrow_of(self._frame[name]).cast(kind)

    def of_any(self, name: str) -> pa.ChunkedArray:
        """The column as it is."""
        return arrow_of(self._frame[name])

    def text(self, name: str) -> pa.ChunkedArray:
        """The column as text."""
        return self.of(name, pa.string())

    def number(self, name: str) -> pa.ChunkedArray:
        """The column as whole numbers; yes and no become 1 and 0."""
        return self.of(name, pa.int64())

    def days(self, name: str) -> pa.ChunkedArray:
        """The column as day numbers."""
        return day_numbers(self.of(name, pa.date32()))

    def places(self) -> pa.ChunkedArray:
        """The place of each row in the table, from 0."""
        return counted(self.length)


def counted(length: int) -> pa.ChunkedArray:
    """The whole numbers from 0."""
    return pa.chunked_array([pa.array(np.arange(length), pa.int64())])


def arrow_of(values: pd.Series) -> pa.ChunkedArray:
    """A column of a pandas frame as Arrow, without copying where it is Arrow already."""
    found = pa.array(values.array, from_pandas=True)
    return found if isinstance(found, pa.ChunkedArray) else pa.chunked_array([found])


def narrow(frame: pd.DataFrame, names: Iterable[str]) -> nw.LazyFrame[Any]:
    """These columns of a pandas frame as Arrow, for grouping and joining.

    Of a few thousand rows pandas groups and joins texts five times as slowly.
    """
    table = pa.table({name: arrow_of(frame[name]) for name in names})
    lazy: nw.LazyFrame[Any] = nw.from_native(table).lazy()
    return lazy


def coded(texts: pa.ChunkedArray, codes: Codes) -> pa.ChunkedArray:
    """The code of each text: worked out for the distinct ones, taken back by index."""
    encoded = texts.combine_chunks()
    encoded = encoded if isinstance(encoded, pa.Array) else pa.array([], pa.string())
    encoded = pc.dictionary_encode(encoded)
    known = pa.array(codes(encoded.dictionary.to_pylist()), pa.int64())
    return pa.chunked_array([known.take(encoded.indices)])


def frame_of(columns: Mapping[str, pa.ChunkedArray]) -> pd.DataFrame:
    """A pandas frame that keeps Arrow's types, so that missing stays missing."""
    found: pd.DataFrame = pa.table(dict(columns)).to_pandas(types_mapper=pd.ArrowDtype)
    return found


def kept(columns: Arrays, condition: pa.ChunkedArray) -> Arrays:
    """The rows where the condition is true; missing is not true."""
    if pc.all(condition, skip_nulls=False, min_count=0).as_py():
        return columns
    table = pa.table(columns).filter(condition)
    return dict(zip(table.column_names, table.columns, strict=True))


def in_sequence(columns: Arrays, *keys: tuple[str, int]) -> Arrays:
    """The columns sorted by whole-number keys, and `order`, the place in the sequence.

    A key is a column without missing values and the number all its values stay below; of equal
    rows the first stays first.
    """
    length = len(next(iter(columns.values())))
    whole = np.zeros(length, np.int64)
    for name, below in keys:
        whole = whole * below + columns[name].to_numpy()
    places = pa.array(np.argsort(whole, kind="stable"))
    return {name: values.take(places) for name, values in columns.items()} | {
        "order": counted(length)
    }

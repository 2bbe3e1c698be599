"""CSV: UTF-8, one header row, RFC 4180 quoting, LF, dates in ISO form, nothing that runs."""

import io

import pandas as pd
import pyarrow as pa
import pyarrow.csv

from components.exports.text import escape, escape_column


def csv_file(table: pd.DataFrame) -> bytes:
    """The table as the bytes of a CSV file; missing values are empty fields."""
    arrow = pa.Table.from_pandas(table, preserve_index=False)
    columns = [_safe(column) for column in arrow.columns]
    names = [escape(str(name)) for name in arrow.column_names]
    target = io.BytesIO()
    pa.csv.write_csv(pa.table(columns, names=names), target)
    return target.getvalue()


def _safe(column: pa.ChunkedArray) -> pa.ChunkedArray:
    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
        return escape_column(column)
    return column

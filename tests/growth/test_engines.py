"""Categories come out alike on pandas and on DuckDB."""

from datetime import date
from itertools import product
from typing import Any

import duckdb
import narwhals as nw
import pandas as pd
import pyarrow as pa

from components.analysis.dense import collected
from components.growth.readiness import ready
from components.growth.willingness import willing

EARLY, LATE = date(2026, 1, 1), date(2026, 5, 1)


def compared(table: pa.Table, work: Any, name: str) -> list[int]:
    def found(frame: Any) -> list[tuple[int, int]]:
        rows = collected(work(frame)).select(["person", name]).to_pylist()
        return sorted((row["person"], row[name]) for row in rows)

    expected = found(nw.from_native(table, eager_only=True))
    in_pandas = table.to_pandas(types_mapper=pd.ArrowDtype)
    assert found(nw.from_native(in_pandas, eager_only=True)) == expected
    with duckdb.connect() as connection:
        assert found(nw.from_native(connection.from_arrow(table))) == expected
    return [code for _, code in expected]


def numbered(columns: dict[str, tuple[pa.DataType, tuple[Any, ...]]]) -> pa.Table:
    rows = list(product(*(values for _, values in columns.values())))
    table = {
        name: pa.array([row[at] for row in rows], kind)
        for at, (name, (kind, _)) in enumerate(columns.items())
    }
    return pa.table({"person": pa.array(range(len(rows)), pa.int64()), **table})


def test_willingness_of_all_that_may_be_known_or_missing() -> None:
    table = numbered(
        {
            "said": (pa.int64(), (None, *range(7))),
            "stands": (pa.string(), (None, "valid", "ageing", "too old")),
            "asked_on": (pa.date32(), (None, EARLY, LATE)),
            "timing_on": (pa.date32(), (None, EARLY, LATE)),
            "deeds": (pa.int64(), (None, 1, 2)),
            "leaning": (pa.float64(), (None, -2.0, 0.0, 1.5)),
        }
    )
    assert set(compared(table, willing, "willingness")) == set(range(7))


def test_readiness_of_all_that_may_be_known_or_missing() -> None:
    table = numbered(
        {
            "required": (pa.int64(), (None, 10)),
            "rated": (pa.int64(), (None, 0, 6, 7, 10)),
            "reached": (pa.int64(), (None, 0, 4, 6)),
            "steady": (pa.bool_(), (None, True, False)),
            "tried": (pa.bool_(), (None, True, False)),
        }
    )
    assert set(compared(table, ready, "readiness")) == set(range(4))

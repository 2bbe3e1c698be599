"""The same expressions give the same numbers on pandas, on Arrow and on DuckDB."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import duckdb
import narwhals as nw
import pandas as pd
import pyarrow as pa
import pytest

from components.analysis.day_numbers import day_number
from components.analysis.histories import histories, step_counts
from components.analysis.in_order import Frame
from components.analysis.newest import newest_places
from components.analysis.promotion_cases import rises
from components.analysis.ratings import latest, recommended, usable
from components.analysis.review_rows import review_rows
from components.analysis.role_rows import role_rows
from components.analysis.said import employment_of, statements_of, with_employment
from components.analysis.statements import given_fields, statement_rows
from tests.analysis.build import AS_OF, SETTINGS, dataset
from tests.analysis.chance import company

Arrays = Mapping[str, pa.ChunkedArray]
Found = dict[str, pd.DataFrame]


@pytest.fixture(scope="module")
def rows() -> dict[str, Arrays]:
    """Rows of a company in whole numbers: of roles, reviews and statements."""
    data = dataset(**company(7, 150))
    roles = role_rows(data, AS_OF, SETTINGS.levels)
    employment = employment_of(statements_of(data, AS_OF), roles, AS_OF, SETTINGS.clocks)
    return {
        "roles": with_employment(roles, employment),
        "reviews": review_rows(data, AS_OF, SETTINGS.ratings),
        "statements": statement_rows(data, AS_OF),
    }


def everything(rows: Mapping[str, Arrays], frame: Callable[[Arrays], Frame]) -> Found:
    """All that is worked out in whole numbers, by name."""
    found = histories(frame(rows["roles"]), SETTINGS.clocks, day_number(AS_OF))
    fields = given_fields(rows["statements"])
    frames = {
        "spells": found.spells,
        "last": found.last,
        "rises": rises(found.roles, "rise"),
        "open": rises(found.roles, "may_rise"),
        "ratings": usable(frame(rows["reviews"])),
        "latest": latest(usable(frame(rows["reviews"]))),
        "recommended": recommended(frame(rows["reviews"]), 2),
        "statements": newest_places(frame(rows["statements"]), fields),
        **found.clocks,
    }
    counts = pd.DataFrame([step_counts(found)])
    return {name: as_pandas(each) for name, each in frames.items()} | {"counts": counts}


def as_pandas(frame: Frame) -> pd.DataFrame:
    whole = frame.collect("pyarrow") if isinstance(frame, nw.LazyFrame) else frame
    table = whole.to_arrow()
    keys = [
        (name, "ascending") for name in ("person", "start", "cycle") if name in table.column_names
    ]
    table = table.sort_by(keys)
    names = [name for name in table.column_names if not name.startswith("__")]
    table = table.select(names)
    return table.cast(pa.schema([(f.name, _plain(f.type)) for f in table.schema])).to_pandas()


def _plain(kind: pa.DataType) -> pa.DataType:
    return pa.float64() if not pa.types.is_boolean(kind) else kind


def on_arrow(columns: Arrays) -> Frame:
    return nw.from_native(pa.table(dict(columns)), eager_only=True)


def on_pandas(columns: Arrays) -> Frame:
    frame = pa.table(dict(columns)).to_pandas(types_mapper=pd.ArrowDtype)
    return nw.from_native(frame, eager_only=True)


@pytest.fixture
def on_duckdb() -> Iterator[Callable[[Arrays], Any]]:
    connection = duckdb.connect()
    yield lambda columns: nw.from_native(connection.from_arrow(pa.table(dict(columns))))
    connection.close()


def assert_equal(found: Found, expected: Found) -> None:
    for name, frame in expected.items():
        pd.testing.assert_frame_equal(found[name], frame, check_dtype=False, obj=name)


def test_pandas_and_arrow_agree(rows):
    assert_equal(everything(rows, on_pandas), everything(rows, on_arrow))


def test_duckdb_and_arrow_agree(rows, on_duckdb):
    expected = everything(rows, on_arrow)
    assert min(len(frame) for frame in expected.values()) > 0
    assert_equal(everything(rows, on_duckdb), expected)


def test_an_empty_frame_gives_an_empty_answer(rows):
    none = {name: {key: each[:0] for key, each in table.items()} for name, table in rows.items()}
    found = everything(none, on_arrow)
    assert {len(frame) for name, frame in found.items() if name != "counts"} == {0}

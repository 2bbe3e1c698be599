"""Pairs are judged the same on pandas, on Arrow and on DuckDB."""

from collections.abc import Callable

import duckdb
import narwhals as nw
import pandas as pd
import pyarrow as pa
import pytest

from components.analysis.arrow import Arrays
from components.analysis.between import pairs
from components.analysis.between.kinds import KINDS, MOVES
from components.analysis.between.people_facts import people_facts
from components.analysis.between.row_facts import row_facts
from components.analysis.between.version_changes import differing_pairs
from components.analysis.in_order import Frame
from tests.analysis.build import AS_OF, SETTINGS, dataset
from tests.analysis.chance import company

Found = dict[str, list[tuple[int | None, int | None]]]
TABLES = ("people", "reviews", "roles", "opportunities")


@pytest.fixture(scope="module")
def sides() -> dict[str, tuple[Arrays, Arrays, tuple[str, ...]]]:
    before, after = dataset(**company(1, 80)), dataset(**company(2, 90))
    who = pairs.shared_numbers(before, after)
    found = {}
    for table in TABLES:
        facts = [
            people_facts(one, AS_OF, SETTINGS) if table == "people" else row_facts(one, table)
            for one in (before, after)
        ]
        coded = pairs.coded_sides(*facts, who, by_spelling=MOVES)
        found[table] = (*coded, pairs.given_by_both(*facts))
    return found


def judged(sides: dict, frame: Callable[[Arrays], Frame]) -> Found:
    found: Found = {}
    for table, (before, after, fields) in sides.items():
        both = differing_pairs(frame(before), frame(after), fields)
        for kind in KINDS:
            for ask in kind.asks:
                for field in ask.fields if ask.table == table else ():
                    if ask.whole or field in fields:
                        name = f"{kind.key} {table} {field}"
                        found[name] = places(pairs.picked(both, ask.judge(field)))
    return found


def places(frame: Frame) -> list[tuple[int | None, int | None]]:
    whole = frame.collect("pyarrow") if isinstance(frame, nw.LazyFrame) else frame
    rows = whole.to_arrow().to_pylist()
    found = [
        tuple(None if row[n] is None else int(row[n]) for n in ("before", "after")) for row in rows
    ]
    return sorted(found, key=lambda pair: tuple(-1 if at is None else at for at in pair))


def on_arrow(columns: Arrays) -> Frame:
    return nw.from_native(pa.table(dict(columns)), eager_only=True)


def on_pandas(columns: Arrays) -> Frame:
    frame = pa.table(dict(columns)).to_pandas(types_mapper=pd.ArrowDtype)
    return nw.from_native(frame, eager_only=True)


def test_pandas_and_arrow_agree(sides) -> None:
    expected = judged(sides, on_arrow)
    assert sum(bool(rows) for rows in expected.values()) > 20
    assert judged(sides, on_pandas) == expected


def test_duckdb_and_arrow_agree(sides) -> None:
    with duckdb.connect() as connection:
        found = judged(
            sides, lambda columns: nw.from_native(connection.from_arrow(pa.table(dict(columns))))
        )
    assert found == judged(sides, on_arrow)

"""Exits: one for each time somebody left, with its kind and the day it was announced."""

from datetime import date

import duckdb
import narwhals as nw
import pandas as pd
import pyarrow as pa

from components.analysis.exits import ExitKind, exit_rows, exits, one_for_each
from tests.analysis.build import AS_OF, SETTINGS, dataset, person, role
from tests.analysis.chance import company

ROLE = [role("1", "2019-01-01", "A")]


def found(until=AS_OF, **tables):
    """(day, kind, notice) of each exit."""
    columns = exits(dataset(**{"roles": ROLE, **tables}), until, SETTINGS)
    frame = pa.table(columns).to_pylist()
    first = date(1970, 1, 1).toordinal() - 719_468

    def day(number):
        return None if number is None else date.fromordinal(number + first).isoformat()

    return [(day(row["day"]), ExitKind(row["kind"]).name, day(row["notice"])) for row in frame]


def left(day, kind=None, **more):
    return person("1", exit_date=day, **({"exit_kind": kind} if kind else {}), **more)


def test_an_exit_has_its_kind_and_the_day_of_notice():
    rows = [left("2025-03-31", "voluntary", notice_date="2025-02-01")]
    assert found(people=rows) == [("2025-03-31", "VOLUNTARY", "2025-02-01")]


def test_an_exit_without_a_kind_is_of_unknown_kind():
    assert found(people=[left("2025-03-31")]) == [("2025-03-31", "UNKNOWN", None)]


def test_an_exit_after_the_day_is_not_seen():
    assert found(people=[left("2026-07-01", "voluntary")]) == []
    assert found(people=[left("2026-06-30", "voluntary")]) != []


def test_the_statement_known_last_says_the_day_and_others_may_say_the_kind():
    rows = [
        left("2025-03-31", "voluntary", known_on="2025-02-01"),
        left("2025-04-15", known_on="2025-05-01"),
    ]
    assert found(people=rows) == [("2025-04-15", "VOLUNTARY", None)]


def test_an_exit_row_of_role_history_and_the_statement_are_one_exit():
    rows = [*ROLE, role("1", "2025-04-01", event="exit")]
    assert found(roles=rows, people=[left("2025-03-31", "retirement")]) == [
        ("2025-03-31", "RETIREMENT", None)
    ]
    assert found(roles=rows) == [("2025-04-01", "UNKNOWN", None)]


def test_somebody_who_came_back_and_left_again_left_twice():
    rows = [*ROLE, role("1", "2021-05-01", event="exit"), role("1", "2023-01-01", "B")]
    assert [day for day, _, _ in found(roles=rows, people=[left("2025-03-31", "voluntary")])] == [
        "2021-05-01",
        "2025-03-31",
    ]


def test_exits_are_the_same_on_every_engine():
    data = dataset(**company(11, 200))
    rows = pa.table(exit_rows(data, AS_OF, SETTINGS)).combine_chunks()
    assert rows.num_rows > 80

    def listed(frame):
        whole = one_for_each(frame, 180)
        whole = whole.collect("pyarrow") if isinstance(whole, nw.LazyFrame) else whole
        return whole.to_arrow().sort_by([("person", "ascending"), ("day", "ascending")]).to_pylist()

    expected = listed(nw.from_native(rows, eager_only=True))
    in_pandas = rows.to_pandas(types_mapper=pd.ArrowDtype)
    assert listed(nw.from_native(in_pandas, eager_only=True)) == expected
    with duckdb.connect() as connection:
        assert listed(nw.from_native(connection.from_arrow(rows))) == expected

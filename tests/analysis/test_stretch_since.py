"""Stretch work taken on a year or two ago, and what came since: the same on every engine."""

from datetime import date

import duckdb
import narwhals as nw
import pandas as pd
import pyarrow as pa
import pytest

from components.analysis.stretch_since import NOTHING, stretch_since

AS_OF = date(2026, 6, 30)
STRETCH = "stretch assignment"


def table(*rows: tuple[int, str, str | None, str]) -> pa.Table:
    columns = list(zip(*rows, strict=True))
    return pa.table(
        {
            "person": pa.array(columns[0], pa.int32()),
            "kind": pa.array(columns[1], pa.string()),
            "outcome": pa.array(columns[2], pa.string()),
            "day": pa.array([date.fromisoformat(day) for day in columns[3]], pa.date32()),
        }
    )


def found(rows: pa.Table) -> dict[int, bool]:
    each = stretch_since(nw.from_native(rows, eager_only=True), AS_OF).to_native()
    return dict(zip(each["person"].to_pylist(), each[NOTHING].to_pylist(), strict=True))


@pytest.mark.parametrize(
    ("day", "counts"),
    [("2024-06-30", False), ("2024-07-01", True), ("2025-06-30", True), ("2025-07-01", False)],
)
def test_only_stretch_work_of_one_to_two_years_ago_counts(day, counts):
    assert (1 in found(table((1, STRETCH, "accepted", day)))) is counts


@pytest.mark.parametrize(
    ("kind", "outcome", "nothing"),
    [
        ("course", "accepted", False),
        ("course", "completed", False),
        ("course", "offered", True),
        ("course", "declined", True),
        ("course", None, True),
        ("internal application", "rejected", False),
        ("internal application", None, False),
    ],
)
def test_a_step_taken_or_an_application_ends_the_silence(kind, outcome, nothing):
    rows = table((1, STRETCH, "accepted", "2025-01-01"), (1, kind, outcome, "2025-07-01"))
    assert found(rows) == {1: nothing}


def test_who_declined_or_took_on_something_else_is_not_counted():
    rows = table(
        (1, STRETCH, "declined", "2025-01-01"),
        (2, "course", "accepted", "2025-01-01"),
        (3, STRETCH, "completed", "2025-01-01"),
    )
    assert found(rows) == {3: True}


def test_every_engine_counts_alike():
    kinds = (STRETCH, "course", "internal application")
    rows = table(
        *(
            (n % 131, kinds[n * 7 % 3], ("accepted", "rejected", None)[n // 3 % 3],
             f"202{4 + n // 9 % 3}-0{n % 9 + 1}-15")
            for n in range(400)
        )
    )  # fmt: skip

    def answers(frame) -> list[tuple]:
        each = stretch_since(frame, AS_OF)
        whole = each.collect("pyarrow") if isinstance(each, nw.LazyFrame) else each
        return sorted(whole.select("person", NOTHING).rows())

    expected = answers(nw.from_native(rows, eager_only=True))
    assert {nothing for _, nothing in expected} == {True, False}
    assert answers(nw.from_native(rows.to_pandas(types_mapper=pd.ArrowDtype))) == expected
    with duckdb.connect() as connection:
        assert answers(nw.from_native(connection.from_arrow(rows))) == expected

"""A title renamed for many on one day is no new role, on every engine."""

from collections.abc import Callable
from typing import Any

import duckdb
import narwhals as nw
import pandas as pd
import pyarrow as pa
import pytest

from components.analysis.histories import histories, step_counts
from components.analysis.role_rows import role_rows
from components.analysis.said import employment_of, statements_of, with_employment
from tests.analysis.build import AS_OF, SETTINGS, Row, dataset, measured, one, role

DAY = "2024-01-01"


def company(renamed: int, staying: int, **changed: Any) -> list[Row]:
    """Analysts since 2020, so many of them with a new title on one day; more is said of these."""
    rows = [
        role(f"{number:02d}", "2020-01-01", "Analyst", level="3", job_family="Data")
        for number in range(renamed + staying)
    ]
    said = {"level": "3", "job_family": "Data"} | changed
    return rows + [role(f"{n:02d}", DAY, "Data Partner", **said) for n in range(renamed)]


def clock(rows: list[Row], as_of: str = "2026-06-30") -> tuple[str, int, str]:
    """Start of the role, changes of role, and start of the scope of the first person."""
    found = one(measured(roles=rows, as_of=as_of), "00")
    return (str(found["role_start"]), found["role_changes"], str(found["scope_start"]))


THE_SAME_ROLE = ("2020-01-01", 0, "2020-01-01")
ANOTHER_ROLE = (DAY, 1, "2020-01-01")


@pytest.mark.parametrize(("renamed", "staying"), [(5, 0), (5, 20), (12, 3)])
def test_a_rename_is_no_change_of_role(renamed: int, staying: int) -> None:
    rows = company(renamed, staying)
    assert clock(rows) == THE_SAME_ROLE
    assert measured(roles=rows).step_counts["renamed"] == renamed


def test_the_spell_goes_on_under_the_new_title() -> None:
    spells = measured(roles=company(6, 0)).spells
    first = spells[spells["employee_id"] == "00"]
    assert first["job_title"].tolist() == ["Data Partner"]
    assert [str(day) for day in first["role_start"]] == ["2020-01-01"]


@pytest.mark.parametrize(("renamed", "staying"), [(4, 0), (5, 21)])
def test_few_people_or_a_small_share_change_their_role(renamed: int, staying: int) -> None:
    assert clock(company(renamed, staying)) == ANOTHER_ROLE


def test_who_left_the_title_before_is_none_of_its_holders() -> None:
    rows = company(5, 21)
    for row in rows[5:10]:
        row["end_date"] = "2023-06-30"
    assert clock(rows) == THE_SAME_ROLE


@pytest.mark.parametrize(
    "changed",
    [
        {"event": "promotion"},
        {"event": "lateral"},
        {"event": "transfer"},
        {"level": "4"},
        {"job_family": "Finance"},
        {"level": None},
    ],
)
def test_what_a_row_states_or_leaves_open_is_no_rename(changed: Row) -> None:
    start, changes, _ = clock(company(8, 0, **changed))
    assert (start, changes) == (DAY, 1)


def test_without_levels_it_is_not_known_to_be_a_rename() -> None:
    rows = [row | {"level": None} for row in company(8, 0)]
    assert clock(rows) == ANOTHER_ROLE


def test_other_days_or_other_titles_are_not_counted_together() -> None:
    rows = company(8, 0)
    for row in rows[12:]:
        row["effective_date"] = "2024-02-01"
    assert clock(rows) == ANOTHER_ROLE
    rows = company(8, 0)
    for row in rows[12:]:
        row["job_title"] = "Controller"
    assert clock(rows) == ANOTHER_ROLE


def test_before_its_day_a_rename_is_not_seen() -> None:
    assert clock(company(8, 0), as_of="2023-12-31") == THE_SAME_ROLE


def test_a_unit_or_team_reorganised_is_no_change_of_role_or_scope() -> None:
    rows = company(12, 0, department="New", manager_id="11")
    for row in rows:
        row["job_title"] = "Analyst"
    assert clock(rows) == THE_SAME_ROLE


def _on_pandas(table: pa.Table) -> Any:
    return nw.from_native(table.to_pandas(types_mapper=pd.ArrowDtype), eager_only=True)


def _on_duckdb(table: pa.Table) -> Any:
    return nw.from_native(duckdb.from_arrow(table))


@pytest.mark.parametrize("engine", [_on_pandas, _on_duckdb])
def test_every_engine_finds_the_same_renames(engine: Callable[[pa.Table], Any]) -> None:
    data = dataset(roles=[*company(9, 3), role("90", "2020-01-01", "B"), role("90", DAY, "C")])
    roles = role_rows(data, AS_OF, SETTINGS.levels)
    employment = employment_of(statements_of(data, AS_OF), roles, AS_OF, SETTINGS.clocks)
    table = pa.table(dict(with_employment(roles, employment)))
    found = histories(engine(table), SETTINGS.clocks, 20_634)
    assert step_counts(found)["renamed"] == 9
    lazy = found.roles.filter(nw.col("renamed")).select("order")
    whole = lazy.collect("pyarrow") if isinstance(lazy, nw.LazyFrame) else lazy
    assert sorted(whole["order"].to_list()) == list(range(1, 18, 2))

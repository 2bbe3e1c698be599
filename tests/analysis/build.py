"""Small data sets for tests: one line for each row, dates and numbers as text."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd
import pyarrow as pa

from components.analysis import Measures, measure
from components.settings import load_settings
from components.tables.dataset import Dataset
from components.tables.schema import TABLES, Kind
from components.tables.sheets import Sheet

SETTINGS = load_settings()
AS_OF = date(2026, 6, 30)
_TYPES = {
    Kind.DATE: pa.date32(),
    Kind.NUMBER: pa.float64(),
    Kind.PERCENT: pa.float64(),
    Kind.RATING: pa.float64(),
    Kind.MONTHS: pa.float64(),
    Kind.WHOLE: pa.int32(),
    Kind.YES_NO: pa.bool_(),
}
_BESIDE = {"rating_label": pa.string(), "top": pa.bool_(), "derived": pa.string()}

Row = dict[str, Any]


def person(employee_id: str, **fields: Any) -> Row:
    """A statement about a person."""
    return {"employee_id": employee_id, **fields}


def role(employee_id: str, effective_date: str, job_title: str | None = None, **fields: Any) -> Row:
    """A row of role history."""
    return {
        "employee_id": employee_id,
        "effective_date": effective_date,
        "job_title": job_title,
        **fields,
    }


def review(employee_id: str, cycle: str, rating: float | None = None, **fields: Any) -> Row:
    """A review; on 1 March of its cycle unless another day is given."""
    day = f"{cycle}-03-01" if cycle.isdigit() else None
    return {
        "employee_id": employee_id,
        "cycle": cycle,
        "rating": rating,
        "rating_label": None if rating is None else f"{rating:g}",
        "review_date": day,
        **fields,
    }


def opportunity(employee_id: str, date: str, outcome: str = "rejected", **fields: Any) -> Row:
    """An internal application."""
    return {
        "employee_id": employee_id,
        "date": date,
        "kind": "internal application",
        "outcome": outcome,
        **fields,
    }


def dataset(**tables: list[Row]) -> Dataset:
    """Tables by name; sheets are numbered in the order given, rows from 2 as Excel counts."""
    ids = sorted({row["employee_id"] for rows in tables.values() for row in rows})
    number = {employee_id: at for at, employee_id in enumerate(ids)}
    frames = {
        name: _frame(name, rows, number, sheet) for sheet, (name, rows) in enumerate(tables.items())
    }
    persons = pa.table({"person": pa.array(range(len(ids)), pa.int32()), "employee_id": ids})
    sheets = tuple(_sheet(name, rows) for name, rows in tables.items())
    places = {
        (sheet, name, field): at
        for sheet, name in enumerate(tables)
        for at, field in enumerate(TABLES[name].names)
    }
    return Dataset(frames, _pandas(persons), sheets, places, None, "test")


def measured(as_of: date | str = AS_OF, settings: Any = SETTINGS, **tables: list[Row]) -> Measures:
    """The measures of such tables."""
    day = date.fromisoformat(as_of) if isinstance(as_of, str) else as_of
    return measure(dataset(**tables), day, settings)


def one(measures: Measures, employee_id: str = "1") -> Mapping[str, Any]:
    """The measures of one person; missing is None."""
    rows = measures.people[measures.people["employee_id"] == employee_id]
    assert len(rows) == 1, f"{len(rows)} rows of {employee_id}"
    return plain(rows)[0]


def plain(frame: pd.DataFrame) -> list[Row]:
    """The rows of a frame as plain values; missing is None."""
    return pa.Table.from_pandas(frame, preserve_index=False).to_pylist()


def _frame(table: str, rows: list[Row], number: dict[str, int], sheet: int) -> pd.DataFrame:
    kinds = {field.name: _TYPES.get(field.kind, pa.string()) for field in TABLES[table].fields}
    kinds |= _BESIDE if table in {"roles", "reviews"} else {}
    columns = {
        name: pa.array([_value(row.get(name), kind) for row in rows], kind)
        for name, kind in kinds.items()
        if any(row.get(name) is not None for row in rows)
    }
    unknown = {name for row in rows for name in row} - set(kinds)
    assert not unknown, f"no fields of {table}: {unknown}"
    columns["person"] = pa.array([number[row["employee_id"]] for row in rows], pa.int32())
    columns["sheet"] = pa.array([sheet] * len(rows), pa.int16())
    columns["row"] = pa.array(range(2, len(rows) + 2), pa.int32())
    return _pandas(pa.table(columns))


def _value(value: Any, kind: pa.DataType) -> Any:
    is_date = isinstance(value, str) and kind == pa.date32()
    return date.fromisoformat(value) if is_date else value


def _sheet(table: str, rows: list[Row]) -> Sheet:
    names = TABLES[table].names
    text = [[None if row.get(name) is None else str(row[name]) for row in rows] for name in names]
    columns = {
        f"c{at}": pa.array([name, *values], pa.string())
        for at, (name, values) in enumerate(zip(names, text, strict=True))
    }
    return Sheet(f"{table}.xlsx", TABLES[table].label, pa.table(columns))


def _pandas(table: pa.Table) -> pd.DataFrame:
    return table.to_pandas(types_mapper=pd.ArrowDtype)

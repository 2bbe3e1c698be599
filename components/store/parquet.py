"""A data version as files: one Parquet file a table and a sheet, one JSON for the rest."""

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from components.tables.dataset import Dataset
from components.tables.problems import Problem, Severity
from components.tables.sheets import Sheet

FORMAT = 1
"""Raised when older files can no longer be read as they are."""
FACTS = "dataset.json"
"""The file that is written last: with it, a folder is whole."""


def write_dataset(dataset: Dataset, folder: Path) -> None:
    """Write every table and sheet of the dataset into the folder."""
    for name, frame in dataset.tables.items():
        _write(pa.Table.from_pandas(frame, preserve_index=False), folder / f"table-{name}.parquet")
    _write(pa.Table.from_pandas(dataset.persons, preserve_index=False), folder / "persons.parquet")
    for number, sheet in enumerate(dataset.sheets):
        _write(sheet.text, folder / f"sheet-{number:03d}.parquet")
    facts = {
        "format": FORMAT,
        "fingerprint": dataset.fingerprint,
        "last_day": dataset.last_day and dataset.last_day.isoformat(),
        "tables": sorted(dataset.tables),
        "places": [[*key, column] for key, column in sorted(dataset.places.items())],
        "sheets": [_sheet_facts(sheet) for sheet in dataset.sheets],
    }
    (folder / FACTS).write_text(json.dumps(facts, ensure_ascii=False), encoding="utf-8")


def read_dataset(folder: Path) -> Dataset:
    """The dataset written into the folder."""
    facts = json.loads((folder / FACTS).read_text(encoding="utf-8"))
    return Dataset(
        tables={name: _frame(folder / f"table-{name}.parquet") for name in facts["tables"]},
        persons=_frame(folder / "persons.parquet"),
        sheets=tuple(
            Sheet(text=pq.read_table(folder / f"sheet-{number:03d}.parquet"), **_listless(sheet))
            for number, sheet in enumerate(facts["sheets"])
        ),
        places={(sheet, table, name): at for sheet, table, name, at in facts["places"]},
        last_day=date.fromisoformat(facts["last_day"]) if facts["last_day"] else None,
        fingerprint=facts["fingerprint"],
    )


def problems_to_text(problems: tuple[Problem, ...]) -> str:
    """Problems as JSON text."""
    return json.dumps([asdict(problem) for problem in problems], ensure_ascii=False)


def problems_from_text(text: str) -> tuple[Problem, ...]:
    """Problems from the JSON text that `problems_to_text` made."""
    return tuple(_problem(facts) for facts in json.loads(text))


def _problem(facts: dict[str, Any]) -> Problem:
    known = {"severity": Severity(facts["severity"]), "cells": tuple(facts.get("cells", ()))}
    return Problem(**{**facts, **known})


def _sheet_facts(sheet: Sheet) -> dict[str, object]:
    return {
        "file": sheet.file,
        "name": sheet.name,
        "first_row": sheet.first_row,
        "first_column": sheet.first_column,
        "hidden": sheet.hidden,
        "notes": list(sheet.notes),
    }


def _listless(facts: dict[str, Any]) -> dict[str, Any]:
    notes = facts["notes"]
    return {**facts, "notes": tuple(notes) if isinstance(notes, list) else ()}


def _write(table: pa.Table, path: Path) -> None:
    pq.write_table(table, path, compression="zstd")


def _frame(path: Path) -> pd.DataFrame:
    frame: pd.DataFrame = pq.read_table(path).to_pandas(types_mapper=pd.ArrowDtype)
    return frame

"""A small invented data version, and a look at every byte of a data folder."""

from datetime import date
from pathlib import Path

import pandas as pd
import pyarrow as pa

from components.store import Version
from components.tables.dataset import Dataset
from components.tables.problems import Problem, Severity
from components.tables.sheets import Sheet

PROBLEM = Problem(
    "odd", Severity.WARNING, "What", "Now", "a.xlsx", "People", "C5", "001", 2, ("C5", "C9")
)
FILES = (("a.xlsx", b"PK first"), ("b/../c.csv", b"id;name\n1;x"))


def dataset(fingerprint: str = "abc") -> Dataset:
    people = pd.DataFrame(
        {
            "employee_id": pd.array(["001", "2"], dtype=pd.ArrowDtype(pa.string())),
            "hire_date": pd.array([date(2020, 1, 1), None], dtype=pd.ArrowDtype(pa.date32())),
            "person": pd.array([0, 1], dtype=pd.ArrowDtype(pa.int32())),
        }
    )
    sheet = Sheet("a.xlsx", "People", pa.table({"c0": ["ID", "001", "2"]}), 4, 2, True, ("x",))
    return Dataset(
        tables={"people": people},
        persons=people[["person", "employee_id"]],
        sheets=(sheet,),
        places={(0, "people", "employee_id"): 2},
        last_day=date(2026, 6, 30),
        fingerprint=fingerprint,
    )


def version(fingerprint: str = "abc") -> Version:
    return Version(dataset(fingerprint), (PROBLEM,), "[1]", "x = 1")


def files_with(folder: Path, text: str) -> list[str]:
    """The files of a folder that hold the text in their bytes."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if text.encode() in path.read_bytes()]

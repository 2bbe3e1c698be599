"""A problem for each role that overlaps another and was set aside."""

import pandas as pd

from components.analysis.arrow import Arrays
from components.tables import columns as col
from components.tables.dataset import Dataset
from components.tables.problems import Problem, Severity

_WHAT = "This role and another one of the same person overlap for longer than a handover."
_NOW = "The other one counts; this one is set aside as a concurrent role. Give an end date, or "
_HOW = "mark the main one in a column is_primary."


def concurrent_problems(aside: pd.DataFrame, rows: Arrays, dataset: Dataset) -> tuple[Problem, ...]:
    """Each names the cell in which the role set aside begins."""
    if aside.empty:
        return ()
    roles = dataset.tables["roles"]
    places = rows["place"].take(aside["order"].to_list()).to_pylist()
    found = roles.iloc[places]
    where = zip(found[col.SHEET].tolist(), found[col.ROW].tolist(), strict=True)
    return tuple(_problem(dataset, sheet, row) for sheet, row in where)


def _problem(dataset: Dataset, sheet: int, row: int) -> Problem:
    cell = dataset.cell(sheet, row, "roles", col.EFFECTIVE_DATE)
    return Problem(
        "concurrent_role",
        Severity.WARNING,
        _WHAT,
        _NOW + _HOW,
        file=cell.file,
        sheet=cell.sheet,
        cell=cell.address,
        value=cell.text or "",
    )

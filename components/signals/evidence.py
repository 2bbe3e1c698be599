"""The cells a flag stands on."""

from typing import Any

import pandas as pd

from components.signals.catalogue import rule
from components.tables import columns as col
from components.tables.dataset import Cell, Dataset


def evidence(flag: Any, dataset: Dataset) -> tuple[Cell, ...]:
    """The cells behind one row of the flags (a mapping or a row by name), in the rule's order."""
    cells = []
    for pointer in rule(flag[col.RULE]).evidence:
        sheet, row = flag[f"{pointer.name}_sheet"], flag[f"{pointer.name}_row"]
        if not (pd.isna(sheet) or pd.isna(row)):
            cells.append(dataset.cell(int(sheet), int(row), pointer.table, pointer.field))
    return tuple(cells)

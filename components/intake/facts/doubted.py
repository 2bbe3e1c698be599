"""Cells that were read and stand out from their column: listed with what they were read as."""

from collections.abc import Iterator

import numpy as np

from components.intake.facts.findings import Place, Wording, by_cell
from components.intake.facts.sheet_rows import Given
from components.intake.values import Doubt
from components.tables.problems import Problem
from components.tables.sheets import Sheet

_SAY = "Say on Load data or in an answers file"

_DOUBTS = {
    Doubt.MARK: Wording(
        "mark_doubtful",
        "“{value}” was read with three decimals; no other number of its column is so exact.",
        "{count} cells, as “{value}”, were read with three decimals; no other number of their "
        "column is so exact.",
        f"If its mark stands before thousands, correct the cell. {_SAY} which sign stands before "
        "the decimals (decimal), and it is not listed again.",
    ),
    Doubt.MONTHS: Wording(
        "months_broken",
        "“{value}” was read as so many completed months.",
        "{count} cells, as “{value}”, were read as so many completed months.",
        f"If they count years, correct the cell. {_SAY} so where the whole column does "
        '(unit = "years").',
    ),
    Doubt.NOBODY: Wording(
        "manager_zero",
        "“{value}” was read as no manager.",
        "“{value}” was read as no manager, in {count} cells.",
        f"If somebody was meant, correct the cell. {_SAY} that it means “nothing here” in this "
        "column (blanks), or that it is an ID (values), and it is not listed again.",
    ),
}


def doubted(given: Given, source: Sheet, first: int) -> Iterator[Problem]:
    """Every doubtful cell of a column that was read all the same."""
    cells, place = given.column.distinct, Place(source, given.plan.column)
    for doubt, marked in given.column.doubted.items():
        rows = (cells.rows_of(marked & ~given.column.unread) + first).astype(np.int32)
        yield from by_cell(_DOUBTS[doubt], place, rows)

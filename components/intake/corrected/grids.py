"""Two sheets laid over each other: the same columns, each row and each cell as a number."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from components.intake.corrected.columns import Columns
from components.tables.sheets import Sheet

Codes = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Grids:
    """Cells of both sheets by row and column, equal numbers for equal texts, -1 for empty.

    `rows` numbers the rows: equal where every cell is. `columns` says which columns of the two
    sheets the cells stand in.
    """

    cells: tuple[Codes, Codes]
    rows: tuple[Codes, Codes]
    columns: Columns

    @property
    def equal_share(self) -> float:
        """How many of the rows of the larger sheet stand in the other too, 0 to 1."""
        then, now = (
            rows[is_filled(cells)] for rows, cells in zip(self.rows, self.cells, strict=True)
        )
        if not len(then) or not len(now):
            return 0.0
        most = max(int(then.max()), int(now.max())) + 1
        both = np.minimum(np.bincount(then, minlength=most), np.bincount(now, minlength=most))
        return float(both.sum() / max(len(then), len(now)))


def laid_over(before: Sheet, after: Sheet, columns: Columns) -> Grids:
    """The cells of both sheets in the columns that are the same."""
    coded = [_coded(before, after, pair) for pair in columns.pairs]
    then, now = (
        np.column_stack([column[side] for column in coded]) if coded else np.empty((0, 0), np.int64)
        for side in (0, 1)
    )
    rows = _row_numbers(np.vstack([then, now]))
    return Grids((then, now), (rows[: len(then)], rows[len(then) :]), columns)


def is_filled(cells: Codes) -> npt.NDArray[np.bool_]:
    """Which rows hold anything."""
    return np.asarray((cells >= 0).any(axis=1), np.bool_)


def _coded(before: Sheet, after: Sheet, pair: tuple[int, int]) -> tuple[Codes, Codes]:
    both = zip((before, after), pair, strict=True)
    texts = pa.concat_arrays([_column(sheet, column) for sheet, column in both])
    codes = pc.fill_null(texts.dictionary_encode().indices, -1)
    numbers = np.asarray(codes).astype(np.int64)
    return numbers[: before.rows], numbers[before.rows :]


def _column(sheet: Sheet, column: int) -> pa.Array:
    across = column - sheet.first_column
    if not 0 <= across < sheet.columns:
        return pa.nulls(sheet.rows, pa.string())
    return sheet.text.column(across).cast(pa.string()).combine_chunks()


def _row_numbers(cells: Codes) -> Codes:
    """Equal numbers for equal rows."""
    numbers = np.zeros(len(cells), np.int64)
    for column in cells.T:
        whole = numbers * (int(column.max(initial=-1)) + 2) + column + 1
        numbers = np.asarray(pa.array(whole).dictionary_encode().indices).astype(np.int64)
    return numbers

"""One row in two files: it counts once, and the later one is listed."""

from collections.abc import Iterator, Mapping

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from components.intake.facts.conflicts import PlaceOf, Settled
from components.intake.facts.equal_rows import first_equal
from components.intake.facts.findings import Wording, by_cell
from components.intake.facts.sheet_rows import SheetRows
from components.intake.facts.tables import codes, column
from components.tables import columns as col
from components.tables.problems import Problem

Mask = npt.NDArray[np.bool_]

_AGAIN = Wording(
    "duplicate_row",
    "The row repeats a row of another file or sheet.",
    "{count} rows repeat rows of another file or sheet; the first is named here.",
    "It counts once. Nothing needs to be done.",
)
_WHERE = frozenset({col.SHEET, col.ROW, col.COLUMN})


def once(name: str, table: pa.Table, place_of: PlaceOf) -> Settled:
    """The table with each row once, where several sheets about the same thing hold it."""
    about = _about(name, place_of.read)
    if about.sum() < 2:
        return Settled(table)
    sheet = np.asarray(column(table, col.SHEET)).astype(np.int64)
    first = first_equal(
        [codes(column(table, one)) for one in table.column_names if one not in _WHERE]
    )
    again = about[sheet] & about[sheet[first]] & (sheet != sheet[first])
    if not again.any():
        return Settled(table)
    open_lists = place_of.awaiting_day(name)
    told = again & ~(np.isin(sheet, open_lists) & np.isin(sheet[first], open_lists))
    return Settled(table.filter(pa.array(~again)), tuple(_listed(table, told, place_of)))


def _about(name: str, read: Mapping[int, SheetRows]) -> Mask:
    """Per number of a sheet whether its rows are mainly about the table."""
    about = np.zeros(max(read) + 1, dtype=np.bool_)
    about[[number for number, rows in read.items() if rows.table == name]] = True
    return about


def _listed(table: pa.Table, again: Mask, place_of: PlaceOf) -> Iterator[Problem]:
    sheets = np.asarray(column(table, col.SHEET))[again]
    numbers = np.asarray(column(table, col.ROW))[again]
    for sheet in np.unique(sheets).tolist():
        place = place_of(sheet, place_of.read[sheet].table, col.EMPLOYEE_ID)
        yield from by_cell(_AGAIN, place, np.unique(numbers[sheets == sheet]))

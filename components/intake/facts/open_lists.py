"""Lists of the same people that wait for their day: what differs between them is left out."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from components.intake.facts.tables import codes, column
from components.tables import columns as col
from components.tables.dataset import BOOKKEEPING

Numbers = npt.NDArray[np.int64]


def without_open(table: pa.Table, sheets: Sequence[int]) -> pa.Table:
    """The table of people without values in which these sheets differ about somebody."""
    among = np.flatnonzero(np.isin(np.asarray(column(table, col.SHEET)), sheets))
    if not len(among):
        return table
    person = np.asarray(column(table, col.PERSON))[among]
    order = np.argsort(person, kind="stable")
    among, person = among[order], person[order]
    starts = np.flatnonzero(np.diff(person, prepend=person[0] - 1))
    for name in table.column_names:
        if name not in {*BOOKKEEPING, col.KNOWN_ON}:
            table = emptied(table, name, _differing(column(table, name), among, starts))
    return table


def _differing(values: pa.Array, among: Numbers, starts: Numbers) -> Numbers:
    """Places of given values of persons for whom there are several."""
    some = values.take(pa.array(among))
    code, given = codes(some), np.asarray(pc.is_valid(some))
    least = np.minimum.reduceat(np.where(given, code, np.iinfo(np.int64).max), starts)
    most = np.maximum.reduceat(np.where(given, code, np.iinfo(np.int64).min), starts)
    sizes = np.diff(np.append(starts, len(among)))
    return among[given & np.repeat(least < most, sizes)]


def emptied(table: pa.Table, name: str, places: Numbers) -> pa.Table:
    """The table with the values of a column at these places left out."""
    if not len(places):
        return table
    mask = np.zeros(table.num_rows, dtype=np.bool_)
    mask[places] = True
    values = column(table, name).take(pa.array(np.arange(len(mask)), mask=mask))
    return table.set_column(table.column_names.index(name), name, values)

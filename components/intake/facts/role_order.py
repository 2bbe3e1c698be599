"""Role rows in the order of persons and days, as arrays: what stands before and after each."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from components.intake.facts.tables import NO_DAY, codes, column
from components.tables import columns as col

Days = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

NEVER = 2**31 - 2
"""Later than every day."""


@dataclass(frozen=True)
class RoleOrder:
    """Role rows by person, day and sequence; every array has one entry for each.

    `order` holds the place of the row in the table. A row without its first day is left out.
    """

    table: pa.Table
    order: Days
    person: Days
    start: Days

    @cached_property
    def end(self) -> Days:
        """The stated last day; NO_DAY where none is stated."""
        return self._days(col.END_DATE)

    @cached_property
    def follows(self) -> Mask:
        """Whether the row before is of the same person."""
        follows = np.zeros(len(self.order), dtype=np.bool_)
        follows[1:] = self.person[1:] == self.person[:-1]
        return follows

    @cached_property
    def stop(self) -> Days:
        """The last day on which the row holds: the stated one, or that before the next row."""
        stop = np.full(len(self.order), NEVER, dtype=np.int64)
        stop[:-1][self.follows[1:]] = self.start[1:][self.follows[1:]] - 1
        stated = self.end > NO_DAY
        return np.where(stated, np.minimum(self.end, stop), stop)

    def values(self, name: str) -> Days:
        """A field as whole numbers, equal where the values are; −1 where null or not given."""
        if name not in self.table.column_names:
            return np.full(len(self.order), -1, dtype=np.int64)
        return codes(column(self.table, name))[self.order]

    def says(self, name: str, *words: str) -> Mask:
        """Rows whose field holds one of the words."""
        if name not in self.table.column_names:
            return np.zeros(len(self.order), dtype=np.bool_)
        values = column(self.table, name)
        same = pc.is_in(values.dictionary, value_set=pa.array(words, pa.string()))
        return np.append(np.asarray(same, dtype=np.bool_), False)[codes(values)[self.order]]

    def is_true(self, name: str) -> Mask:
        """Rows whose yes/no field says yes."""
        if name not in self.table.column_names:
            return np.zeros(len(self.order), dtype=np.bool_)
        return np.asarray(pc.fill_null(column(self.table, name), fill_value=False))[self.order]

    def words(self, name: str, place: int) -> str:
        """The text of a field, by the place of the row in this order."""
        return str(column(self.table, name)[int(self.order[place])].as_py())

    def _days(self, name: str) -> Days:
        if name not in self.table.column_names:
            return np.full(len(self.order), NO_DAY, dtype=np.int64)
        return codes(column(self.table, name))[self.order]


def role_order(roles: pa.Table) -> RoleOrder:
    """The rows of a table of roles in order."""
    person = np.asarray(column(roles, col.PERSON)).astype(np.int64)
    start = codes(column(roles, col.EFFECTIVE_DATE))
    keys = (person << 32) + start + 2**31
    order = np.argsort(keys, kind="stable")
    if col.SEQUENCE in roles.column_names:
        sequence = np.asarray(pc.fill_null(column(roles, col.SEQUENCE), -1))
        order = np.lexsort((sequence, keys))
    order = order[start[order] > NO_DAY]
    return RoleOrder(roles, order, person[order], start[order])

"""Whose rows a viewer may list: everybody, or one manager's reporting line."""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from components.tables import columns as col

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Scope:
    """The persons a viewer may list; None stands for all of them. `own` is never listed.

    `person` is the dense number of the data version, so a scope belongs to one version only.
    """

    persons: frozenset[int] | None
    own: int | None = None
    """The viewer: nobody is shown their own flags."""

    def within(self, rows: pd.DataFrame) -> pd.DataFrame:
        """The rows of a frame with a `person` column that this viewer may list."""
        if self.own is not None:
            rows = rows[rows[col.PERSON] != self.own]
        if self.persons is None:
            return rows
        return rows[rows[col.PERSON].isin(self.persons)]

    def holds(self, person: int) -> bool:
        """Whether the viewer may list this person.

        >>> Scope(frozenset({1, 2})).holds(3), EVERYONE.holds(3), Scope(None, own=3).holds(3)
        (False, True, False)
        """
        return person != self.own and (self.persons is None or person in self.persons)

    def seen_by(self, own: int | None) -> "Scope":
        """The same for a viewer who is among the people."""
        return replace(self, own=own)


EVERYONE = Scope(None)
"""Until sign-in exists, every viewer may list everybody."""


def line_of(manager: int, people: pd.DataFrame) -> frozenset[int]:
    """Everybody below a manager, direct or not, without the manager.

    people: one row per person with person, employee_id and manager_id. A loop in the
    reporting lines is walked once; somebody who reports to themselves has no line by that.
    """
    boss, person = _reports(people)
    line = np.zeros(max(manager, boss.max(initial=0), person.max(initial=0)) + 1, dtype=bool)
    layer = np.zeros_like(line)
    layer[manager] = True
    while layer.any():
        below = np.zeros_like(line)
        below[person[layer[boss]]] = True
        layer = below & ~line
        line |= layer
    line[manager] = False
    return frozenset(np.flatnonzero(line).tolist())


def _reports(people: pd.DataFrame) -> tuple[Numbers, Numbers]:
    """Boss and person of every link between two people of the frame, by number."""
    persons = people[col.PERSON].to_numpy(dtype=np.int64)
    ids = pa.array(people[col.EMPLOYEE_ID], pa.string())
    place = pc.index_in(pa.array(people[col.MANAGER_ID], pa.string()), value_set=ids)
    linked = pc.is_valid(place).to_numpy(zero_copy_only=False)
    return persons[place.drop_null().to_numpy(zero_copy_only=False)], persons[linked]

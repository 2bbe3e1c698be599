"""Whose rows a viewer may list: everybody, or one manager's reporting line."""

from dataclasses import dataclass

import pandas as pd

from components.tables import columns as col


@dataclass(frozen=True, slots=True)
class Scope:
    """The persons a viewer may list; None stands for all of them.

    `person` is the dense number of the data version, so a scope belongs to one version only.
    """

    persons: frozenset[int] | None

    def within(self, rows: pd.DataFrame) -> pd.DataFrame:
        """The rows of a frame with a `person` column that this viewer may list."""
        if self.persons is None:
            return rows
        return rows[rows[col.PERSON].isin(self.persons)]

    def holds(self, person: int) -> bool:
        """Whether the viewer may list this person.

        >>> Scope(frozenset({1, 2})).holds(3), EVERYONE.holds(3)
        (False, True)
        """
        return self.persons is None or person in self.persons

    @property
    def key(self) -> tuple[int, ...] | None:
        """The same scope as plain values in a fixed order, fit for a cache key."""
        return None if self.persons is None else tuple(sorted(self.persons))


EVERYONE = Scope(None)
"""Until sign-in exists, every viewer may list everybody."""


def line_of(manager: int, people: pd.DataFrame) -> frozenset[int]:
    """Everybody below a manager, direct or not, without the manager.

    people: one row per person with person, employee_id and manager_id. A loop in the
    reporting lines is walked once; somebody who reports to themselves has no line by that.
    """
    below = _reports(people)
    line: set[int] = set()
    layer = below.get(manager, frozenset())
    while layer:
        line |= layer
        layer = frozenset().union(*(below.get(one, frozenset()) for one in layer)) - line
    return frozenset(line - {manager})


def _reports(people: pd.DataFrame) -> dict[int, frozenset[int]]:
    """Each manager's direct reports, by person number."""
    ids = people[[col.PERSON, col.EMPLOYEE_ID]].rename(
        columns={col.PERSON: "boss", col.EMPLOYEE_ID: col.MANAGER_ID}
    )
    links = people[[col.PERSON, col.MANAGER_ID]].dropna().merge(ids, on=col.MANAGER_ID)
    below: dict[int, set[int]] = {}
    for boss, person in zip(links["boss"].tolist(), links[col.PERSON].tolist(), strict=True):
        below.setdefault(boss, set()).add(person)
    return {boss: frozenset(persons) for boss, persons in below.items()}

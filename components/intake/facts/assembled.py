"""The facts as put together: what the checks look at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import pyarrow as pa

from components.intake.facts.conflicts import PlaceOf
from components.intake.facts.persons import Persons
from components.intake.facts.role_order import RoleOrder, role_order
from components.intake.facts.sheet_rows import SheetRows
from components.settings import Settings


@dataclass(frozen=True)
class Facts:
    """Sheets as read, persons, and the tables made of them.

    `today` is the day after which a date is a plan; `offered` are ids that an open question of
    this reading is about already.
    """

    read: Mapping[int, SheetRows]
    persons: Persons
    settings: Settings
    today: date
    tables: Mapping[str, pa.Table] = field(repr=False)
    place_of: PlaceOf = field(repr=False)
    offered: frozenset[str] = frozenset()

    @cached_property
    def roles(self) -> RoleOrder | None:
        """The role rows in the order of persons and days; None where there are none."""
        roles = self.tables.get("roles")
        return role_order(roles) if roles is not None and roles.num_rows else None

"""What is known about a column besides its texts: its field, the settings, the plan's detail."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from components.intake.plan import BETWEEN
from components.settings import Settings, label_key
from components.tables import columns as col
from components.tables.fields import Field, Kind

_MANAGERS = frozenset({col.MANAGER_ID, col.REVIEWER_ID, col.INCUMBENT_ID, col.OFFERED_BY})
_ENDS = frozenset({col.EXIT_DATE, col.END_DATE})


class Unread(Enum):
    """The answer of a reader that can't read a text.

    TEXT says no more; the others are questions, by the code of their problem: which of day and
    month stands first, what a mark in a number means, whether 1 is one percent or all, how many
    hours a full-time job has, and whether a text in many cells means "nothing here".
    """

    TEXT = "unread"
    DATE_ORDER = "date_order_open"
    DECIMAL = "decimal_open"
    SHARE = "share_open"
    FULL_TIME = "full_time_hours"
    MARKER = "blank_marker_open"


UNREAD = Unread.TEXT


@dataclass(frozen=True, slots=True)
class Hints:
    """How one column is to be read."""

    table: str
    field: Field
    settings: Settings
    detail: Mapping[str, str] = dataclasses.field(default_factory=dict)

    def said(self, name: str) -> frozenset[str]:
        """Texts that were said to mean something in this column, as `label_key` writes them."""
        return frozenset(map(label_key, filter(None, self.detail.get(name, "").split(BETWEEN))))

    @property
    def names_a_manager(self) -> bool:
        """Whether its IDs are those of people above somebody, of whom there may be none."""
        return self.field.name in _MANAGERS and self.field.kind is Kind.ID

    @property
    def is_an_end(self) -> bool:
        """Whether it holds ends, where nothing means that something goes on."""
        return self.field.name in _ENDS

    @property
    def how(self) -> str:
        """In which stated way the column makes up its field, such as "years"; mostly empty."""
        return self.detail.get("how", "")

"""The filters in force: which people they leave, and how they are said in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import narwhals as nw
from narwhals.typing import FrameT

from components.tables import columns as col

NOT_KNOWN = "not known"
"""The choice that stands for people whose own value is missing."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """One thing people can be filtered by."""

    key: str
    label: str
    in_words: str
    coded: bool = False
    """True where the values are people: they never stand in an address."""


DIMENSIONS: tuple[Dimension, ...] = (
    Dimension(col.DEPARTMENT, "Department", "{}"),
    Dimension(col.REGION, "Region", "{}"),
    Dimension(col.COUNTRY, "Country", "{}"),
    Dimension(col.LEVEL, "Level", "level {}"),
    Dimension(col.TRACK, "Track", "{} track"),
    Dimension(col.JOB_FAMILY, "Job family", "{}"),
    Dimension(col.MANAGER_ID, "Manager", "reporting to {}", coded=True),
)


@dataclass(frozen=True)
class Selection:
    """Which people a page shows.

    `chosen` maps a dimension's key to the values that are kept; a dimension that is absent or
    empty keeps everybody. Values of `manager_id` are employee IDs.
    """

    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def key(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The same filters as plain values in a fixed order, fit for a cache key."""
        return tuple(sorted((key, tuple(sorted(v))) for key, v in self.chosen.items() if v))

    def expression(self) -> nw.Expr | None:
        """True for the people kept, or nothing where all are."""
        parts = [_keeps(name, values) for name, values in self.key]
        return nw.all_horizontal(*parts, ignore_nulls=False) if parts else None

    def apply(self, people: FrameT) -> FrameT:
        """The rows of people that the filters keep."""
        kept = self.expression()
        return people if kept is None else people.filter(kept)

    def words(self, names: Mapping[str, str] | None = None) -> str:
        """The filters in words; `names` maps manager IDs to names.

        >>> Selection({"region": ("EU",), "department": ("Engineering", "Sales")}).words()
        'Engineering and Sales, EU'
        >>> Selection().words()
        'Everyone'
        """
        names = names or {}
        chosen = dict(self.key)
        parts = [
            dimension.in_words.format(_listed([names.get(v, v) for v in chosen[dimension.key]]))
            for dimension in DIMENSIONS
            if dimension.key in chosen
        ]
        return ", ".join(parts) or "Everyone"

    def sentence(self, as_of: date, shown: int, people: int, **words: Mapping[str, str]) -> str:
        """Filters, day and base in one sentence, the same on page, chart and file.

        >>> Selection({"region": ("EU",)}).sentence(date(2026, 6, 30), 214, 1180)
        'EU, as of 30 Jun 2026: 214 of 1,180 people'
        """
        day = f"{as_of.day} {as_of:%b %Y}"
        return f"{self.words(**words)}, as of {day}: {shown:,} of {people:,} people"


def _keeps(name: str, values: tuple[str, ...]) -> nw.Expr:
    named = [value for value in values if value != NOT_KNOWN]
    within = nw.col(name).cast(nw.String).is_in(named).fill_null(False)
    return within | nw.col(name).is_null() if NOT_KNOWN in values else within


def _listed(values: list[str]) -> str:
    *first, last = values
    return f"{', '.join(first)} and {last}" if first else last

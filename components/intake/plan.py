"""What each sheet was taken for: the plan that recognition makes and a person may change."""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

BETWEEN = "\x1f"
"""Stands between the texts of one detail."""

BY_EMAIL, BY_NAME = "by e-mail", "by name"
"""By what the rows of a sheet without employee IDs are given to people."""


class Confidence(StrEnum):
    """How surely a column was recognised."""

    SURE = "sure"
    LIKELY = "likely"
    ASKED = "asked"
    UNUSED = "unused"


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    """What one column is taken for.

    `column` is 0-based as in the sheet, `table` and `field` are canonical names or empty where
    the column is not used. `detail` says more where the field alone does not: the competency a
    score column holds, the cycle a rating column is of, the unit of a duration ("years"), the
    date order ("day", "month") or the lookup sheet that names its ids. `asked` is the question
    where the answer is open; an asked column is left out until it is answered. `rivals` are the
    columns that would hold the same field as well: an answer about one of them switches.
    """

    column: int
    header: str
    table: str = ""
    field: str = ""
    confidence: Confidence = Confidence.UNUSED
    why: str = ""
    detail: Mapping[str, str] = dataclasses.field(default_factory=dict)
    asked: str = ""
    rivals: tuple[int, ...] = ()

    @property
    def used(self) -> bool:
        """Whether its values are read."""
        return bool(self.field) and self.confidence in (Confidence.SURE, Confidence.LIKELY)


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """What one sheet is taken for.

    `sheet` is the index into the sheets read; `table` the table its rows are mainly about
    (person-level columns feed people besides), empty where the sheet is not used; `header_row`
    and `last_row` are row numbers as Excel shows them (rows after last_row are footnotes);
    `lookup` is set where the sheet only gives names to ids. `cycle` and `known_on` are what an
    answer said for all rows: the review cycle, the day of the snapshot. `ids` says how its ids
    are matched with those of the people, empty where nothing was said. `awaits_day` marks a list
    of people of whom another list may tell another day, while nobody said which day is its own.
    """

    sheet: int
    table: str
    header_row: int
    last_row: int
    columns: tuple[ColumnPlan, ...]
    why: str = ""
    lookup: bool = False
    cycle: str = ""
    known_on: dt.date | None = None
    ids: str = ""
    awaits_day: bool = False

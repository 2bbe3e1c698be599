"""Answers about one sheet: its table and header row, what columns are, how values are written."""

import datetime as dt
from typing import Literal

from pydantic import Field, field_validator

from components.settings.section import Section
from components.tables.schema import TABLES

LEAVE_OUT = ""
NO_HEADER = 0
_FIELDS = frozenset(name for table in TABLES.values() for name in table.names)

DateOrder = Literal["day", "month"]
Encoding = Literal[
    "utf-8", "utf-16", "cp1252", "cp1250", "iso-8859-15", "mac_roman", "cp850", "cp437"
]
Ids = Literal[
    "as written",
    "ignoring case",
    "without decimals",
    "without leading zeros",
    "without prefix",
    "by e-mail",
    "by name",
]
"""How the ids of a sheet are matched with those of the sheet of people; or by what its rows are
given to people where it has no ids."""


class ColumnFormat(Section):
    """How the values of one column are written; None or empty where nothing was said.

    `blanks` are texts that mean "nothing here" in this column, `values` texts that do not
    although config/values.toml says so ("NA" is a region). `unit` is what a duration or a share
    of a full-time job counts in; with "hours", `full_time` is the hours of a full-time job.
    `scale` names a rating scale of config/ratings.toml or of the same answers; for combined labels
    it is "nine_box:" and a layout, or "performance-first" or "potential-first".
    """

    date_order: DateOrder | None = None
    decimal: Literal[".", ","] | None = None
    unit: Literal["years", "months", "weeks", "days", "share", "percent", "hours"] | None = None
    full_time: float | None = Field(default=None, gt=0, le=168)
    scale: str | None = None
    blanks: tuple[str, ...] = ()
    values: tuple[str, ...] = ()


class SheetAnswer(Section):
    """Answers about one sheet; None where nothing was said.

    `table` empty leaves the sheet out; `header_row` 0 says that there is none; `lookup` confirms
    or declines that the sheet gives names to ids. `columns` maps a header (or "column C") to a
    field or "table.field", empty leaves the column out; `formats` says how the values of a
    header are written. `encoding` and `separator` are those of a text file. `cycle` and
    `known_on` are the review cycle and the snapshot day that no column states. `ids` says how
    ids are matched with those of people; `fill_merged` whether a merged cell's value holds for
    all the cells it covers. `headers` are the headers the answers were given for: by them a
    saved profile finds the sheet again under another name.
    """

    file: str = Field(min_length=1)
    sheet: str = ""
    table: str | None = None
    header_row: int | None = Field(default=None, ge=0)
    date_order: DateOrder | None = None
    lookup: bool | None = None
    encoding: Encoding | None = None
    separator: str | None = Field(default=None, min_length=1, max_length=1)
    cycle: str | None = None
    known_on: dt.date | None = None
    ids: Ids | None = None
    fill_merged: bool | None = None
    headers: tuple[str, ...] = ()
    columns: dict[str, str] = Field(default_factory=dict)
    formats: dict[str, ColumnFormat] = Field(default_factory=dict)

    @field_validator("table")
    @classmethod
    def _is_a_table(cls, table: str | None) -> str | None:
        if table and table not in TABLES:
            raise ValueError(f'"{table}" is no table; use one of: {", ".join(TABLES)}')
        return table

    @field_validator("columns")
    @classmethod
    def _are_fields(cls, columns: dict[str, str]) -> dict[str, str]:
        for header, place in columns.items():
            if place != LEAVE_OUT and not _is_place(place):
                raise ValueError(f'"{header}" is said to be {place}, which is no field')
        return columns

    def speaks_of(self, file: str, sheet: str) -> bool:
        """Whether it is about that sheet; without a sheet name it is about every sheet."""
        return self.file == file and self.sheet in ("", sheet)


def _is_place(place: str) -> bool:
    table, dot, name = place.rpartition(".")
    return name in TABLES[table].names if dot and table in TABLES else not dot and name in _FIELDS

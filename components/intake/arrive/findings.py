"""In the child: what was odd in a sheet, cell by cell, told to the parent as plain facts."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from components.intake.arrive.cleaning import Cleaned
from components.intake.arrive.wire import Facts

_NAMED_CELLS: Final = 200


@dataclass(slots=True)
class Findings:
    """What was odd in a sheet, each with its cell; beyond some per kind only counted."""

    found: list[Facts] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)

    def add(self, code: str, cell: tuple[int, int] | None = None, value: str = "") -> None:
        """Note one cell, by row number and column index."""
        self.seen[code] = self.seen.get(code, 0) + 1
        if self.seen[code] <= _NAMED_CELLS + 1:
            self.found.append({"code": code, "cell": cell, "value": value})

    def add_all(self, code: str, cells: Iterable[tuple[int, int]]) -> None:
        """Note several cells of which the same is to be said."""
        for cell in cells:
            self.add(code, cell)

    def note_cleaned(self, cleaned: Cleaned, column: int) -> None:
        """Note what cleaning a column changed; rows of a cleaned column start at 1."""
        for row in cleaned.cut:
            self.add("text-cut", (row + 1, column))
        for row in cleaned.early:
            self.add("early-day", (row + 1, column), str(cleaned.column[row]))
        for row in cleaned.controls:
            self.add("control-characters", (row + 1, column))

    def facts(self) -> list[Facts]:
        """All findings; the last of a kind carries the count of those that are not named."""
        numbered: dict[str, int] = {}
        told = []
        for one in self.found:
            code = one["code"]
            numbered[code] = numbered.get(code, 0) + 1
            last = numbered[code] == _NAMED_CELLS + 1
            told.append(one | {"count": self.seen[code] - _NAMED_CELLS if last else 1})
        return told


def leading_empty_rows(columns: list[pa.Array]) -> int:
    """How many rows stand empty above the first value of any column."""
    first = len(columns[0])
    for column in columns:
        if column.null_count < len(column):
            first = min(first, pc.index(column.is_valid(), value=True).as_py())
        if first == 0:
            break
    return first

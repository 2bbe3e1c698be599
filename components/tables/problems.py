"""A problem: what a person can look at and mend in the files, with its address."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

MOST_CELLS = 1_000
"""So many cells that share one problem keep their address."""


class Severity(StrEnum):
    """How much a problem stops."""

    ERROR = "error"
    WARNING = "warning"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that could not be used as it stands.

    `what` says what happened, `now` what became of it and what to do; file, sheet, cell and
    value say where. `cell` is the address as a spreadsheet program shows it ("F37"); `count`
    is how many cells or rows share the problem, the address being that of the first. `cells`
    holds the addresses of those that share it, the first included, where they are known; at
    most `MOST_CELLS`.
    """

    code: str
    severity: Severity
    what: str
    now: str
    file: str = ""
    sheet: str = ""
    cell: str = ""
    value: str = ""
    count: int = 1
    cells: tuple[str, ...] = ()

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every address that is known; none where the problem stands at no cell.

        >>> Problem("x", Severity.ERROR, "", "", cell="D7").addresses
        ('D7',)
        """
        return self.cells or ((self.cell,) if self.cell else ())

    @property
    def place(self) -> str:
        """File, sheet and cell in words, without the parts that are not known.

        >>> Problem("x", Severity.ERROR, "", "", file="a.xlsx", sheet="Roles", cell="D7").place
        'a.xlsx › Roles › D7'
        """
        return " › ".join(part for part in (self.file, self.sheet, self.cell) if part)


def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems in an order that does not depend on how they were found."""
    return tuple(
        sorted(
            problems,
            key=lambda p: (p.severity, p.code, p.file, p.sheet, _reading_order(p.cell), p.value),
        )
    )


def _reading_order(cell: str) -> tuple[int, int, str]:
    digits = cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    letters = cell[: len(cell) - len(digits)]
    return (int(digits) if digits.isdigit() else 0, len(letters), letters)

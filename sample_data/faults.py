"""A sheet that is being spoilt on purpose: each planted fault is written down with its cell."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from xlsxwriter.utility import xl_rowcol_to_cell

from sample_data.dice import Dice
from sample_data.workbook import Formula, SheetOfRows, Value


@dataclass(frozen=True, slots=True)
class Fault:
    """One planted fault: where it stands, what the cell holds, what should be said about it."""

    file: str
    sheet: str
    cell: str
    value: str
    problem: str
    says: str


def as_text(value: Value) -> str:
    """What a person sees in the cell; of a formula its text."""
    if isinstance(value, Formula):
        return value.text
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)


@dataclass(slots=True)
class Draft:
    """Rows of one sheet that can still be changed, and the faults planted so far."""

    file: str
    sheet: str
    header: list[str]
    rows: list[list[Value]]
    above: tuple[tuple[str, ...], ...] = ()
    faults: list[Fault] = field(default_factory=list)
    _used: set[int] = field(default_factory=set)

    def column(self, label: str) -> int:
        """Where a label stands first."""
        return self.header.index(label)

    def day(self, row: int, label: str) -> date:
        """The day a cell holds.

        Raises:
            TypeError: where the cell holds no day.
        """
        held = self.rows[row][self.column(label)]
        if isinstance(held, date):
            return held
        raise TypeError(f"{self.cell(row, self.column(label))} holds no day: {held!r}")

    def cell(self, row: int, column: int) -> str:
        """The address of a cell; row -1 is the header."""
        return str(xl_rowcol_to_cell(row + len(self.above) + 1, column))

    def note(self, row: int, column: int, problem: str, says: str) -> None:
        """Write a fault down as the cell stands now."""
        held = self.header[column] if row < 0 else as_text(self.rows[row][column])
        address = self.cell(row, column)
        self.faults.append(Fault(self.file, self.sheet, address, held, problem, says))

    def plant(self, row: int, label: str, value: Value, said: tuple[str, str]) -> None:
        """Put a value into a cell and write it down with problem and words."""
        column = self.column(label)
        self.rows[row][column] = value
        self._used.add(row)
        self.note(row, column, *said)

    def rename(self, label: str, wrong: str, said: tuple[str, str]) -> None:
        """Spoil a header."""
        column = self.column(label)
        self.header[column] = wrong
        self.note(-1, column, *said)

    def append(self, row: Sequence[Value], said: tuple[str, str]) -> None:
        """Add a row below and write down its first filled cell."""
        self.rows.append(list(row))
        first = next(number for number, value in enumerate(row) if as_text(value))
        self._used.add(len(self.rows) - 1)
        self.note(len(self.rows) - 1, first, *said)

    def clean_row(self, dice: Dice, **wanted: Value) -> int:
        """A row of nobody with a part, not used yet, that holds the wanted values."""
        while True:
            row = dice.whole(0, len(self.rows) - 1)
            fits = all(
                self.rows[row][self.column(label.replace("_", " "))] == value
                for label, value in wanted.items()
            )
            if fits and row not in self._used and not as_text(self.rows[row][0]).startswith("0001"):
                self._used.add(row)
                return row

    def as_sheet(self) -> SheetOfRows:
        """The sheet as it is written."""
        rows = tuple(tuple(row) for row in self.rows)
        return SheetOfRows(self.sheet, tuple(self.header), rows, self.above)

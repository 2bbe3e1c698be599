"""Where a problem stands: a sheet, or one of its cells, and what is written there."""

from dataclasses import dataclass, replace

from components.intake.recognise.body import Body, Column
from components.tables.problems import Problem, Severity
from components.tables.sheets import Sheet

ANSWER = "on Load data or in an answers file"
"""Where a person answers a question."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A sheet, or one of its cells: row number as shown, column index (A = 0)."""

    sheet: Sheet
    row: int = 0
    column: int = 0

    def warn(self, code: str, what: str, now: str) -> Problem:
        """A warning about the spot."""
        return self._problem(code, Severity.WARNING, what, now)

    def ask(self, code: str, what: str, now: str) -> Problem:
        """A question about the spot."""
        return self._problem(code, Severity.QUESTION, what, now)

    def _problem(self, code: str, severity: Severity, what: str, now: str) -> Problem:
        problem = Problem(code, severity, what, now, file=self.sheet.file, sheet=self.sheet.name)
        if not self.row:
            return problem
        value = self.sheet.quote(self.row, self.column) or ""
        return replace(problem, cell=self.sheet.address(self.row, self.column), value=value)


def header_of(body: Body, column: Column) -> Spot:
    """The header of a column."""
    return Spot(body.sheet, body.names_row, column.index)


def first_of(sheet: Sheet) -> Spot:
    """The first filled cell of the first held row."""
    columns = range(sheet.first_column, sheet.first_column + sheet.columns)
    filled = (column for column in columns if sheet.quote(sheet.first_row, column))
    return Spot(sheet, sheet.first_row, next(filled, sheet.first_column))

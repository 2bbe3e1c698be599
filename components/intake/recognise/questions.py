"""Every problem recognition can name: its code, its words, its cell and what stands there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from components.intake.recognise.body import Body, Column
from components.intake.recognise.needs import NEEDS
from components.tables.problems import Problem, Severity
from components.tables.schema import TABLES
from components.tables.sheets import Sheet

_TRIED = ("people", "roles", "reviews")
_ANSWER = "on Load data or in an answers file"


@dataclass(frozen=True, slots=True)
class _Spot:
    """A sheet, or one of its cells: row number as shown, column index (A = 0)."""

    sheet: Sheet
    row: int = 0
    column: int = 0

    def warn(self, code: str, what: str, now: str) -> Problem:
        return self._problem(code, Severity.WARNING, what, now)

    def ask(self, code: str, what: str, now: str) -> Problem:
        return self._problem(code, Severity.QUESTION, what, now)

    def _problem(self, code: str, severity: Severity, what: str, now: str) -> Problem:
        problem = Problem(code, severity, what, now, file=self.sheet.file, sheet=self.sheet.name)
        if not self.row:
            return problem
        value = self.sheet.quote(self.row, self.column) or ""
        return replace(problem, cell=self.sheet.address(self.row, self.column), value=value)


def _header_of(body: Body, column: Column) -> _Spot:
    return _Spot(body.sheet, body.names_row, column.index)


def _first_of(sheet: Sheet) -> _Spot:
    """The first filled cell of the first held row."""
    columns = range(sheet.first_column, sheet.first_column + sheet.columns)
    filled = (column for column in columns if sheet.quote(sheet.first_row, column))
    return _Spot(sheet, sheet.first_row, next(filled, sheet.first_column))


def empty_sheet(sheet: Sheet) -> Problem:
    """Nothing stands in it."""
    return _Spot(sheet).warn("empty_sheet", "The sheet is empty.", "It was left out.")


def hidden_sheet(sheet: Sheet) -> Problem:
    """Hidden in the workbook."""
    return _Spot(sheet).warn(
        "hidden_sheet",
        "The sheet is hidden in the workbook.",
        f"It was left out. Show it in the workbook, or name its table {_ANSWER}, to use it.",
    )


def left_out(sheet: Sheet) -> Problem:
    """An answer says so."""
    return _Spot(sheet).warn(
        "sheet_left_out", "An answer says to leave the sheet out.", "It was left out."
    )


def no_header_row(sheet: Sheet) -> Problem:
    """Rows of values and nothing that names them."""
    place = " › ".join(dict.fromkeys(part for part in (sheet.file, sheet.name) if part))
    return _first_of(sheet).ask(
        "no_header_row",
        f"{place} seems to have no header row: its first rows hold values, not names.",
        "It was left out, because columns are never guessed. Add a row with the column names, "
        f"or say {_ANSWER} which row it is.",
    )


def header_not_there(sheet: Sheet, row: int) -> Problem:
    """An answer names a header row outside the sheet."""
    return _Spot(sheet).ask(
        "header_row_not_there",
        f"The answers name row {row} as the header, but the sheet has no such row.",
        "It was left out. Give the number of a row that holds the column names.",
    )


def unknown_sheet(sheet: Sheet, known: Sequence[str]) -> Problem:
    """No table can be made of it."""
    seen = f" Known here: {', '.join(known[:6])}." if known else ""
    needs = "; ".join(f"for {TABLES[name].label.lower()} {NEEDS[name].words}" for name in _TRIED)
    return _first_of(sheet).warn(
        "unknown_sheet",
        f"The sheet was not recognised.{seen}",
        f"It was not used. A sheet needs {needs}.",
    )


def pay_not_read(sheet: Sheet) -> Problem:
    """A sheet of pay while pay is not allowed."""
    return _Spot(sheet).warn(
        "pay_not_read",
        "The sheet holds pay, and pay is not read.",
        "It was left out. Set pay_allowed = true in config/app.toml to read it.",
    )


def no_rows(body: Body) -> Problem:
    """A header and nothing under it."""
    return _first_of(body.sheet).warn(
        "no_rows",
        "The sheet has a header row and no rows under it.",
        "Nothing was read from it.",
    )


def no_employee_id(body: Body, column: Column, table: str) -> Problem:
    """A column that may number the people, under a name that is not known."""
    label = TABLES[table].label.lower()
    return _header_of(body, column).ask(
        "no_employee_id",
        f"No column is known to hold the employee ID; {column.name} looks like one.",
        f"The sheet was left out. Say {_ANSWER} that {column.name} is the employee ID, and the "
        f"sheet is read as {label}.",
    )


def duplicated_header(body: Body, columns: Sequence[Column]) -> Problem:
    """Columns with one name and different values."""
    letters = " and ".join(column.letter for column in columns)
    first = columns[0]
    problem = _header_of(body, first).ask(
        "duplicated_header",
        f"Columns {letters} are all headed {first.header} and hold different values.",
        f'They were left out. Rename them, or say {_ANSWER} what "column {first.letter}" is.',
    )
    return replace(problem, count=len(columns))


def no_header(body: Body, column: Column) -> Problem:
    """A column with values and no name."""
    return _header_of(body, column).warn(
        "column_without_header",
        f"Column {column.letter} holds values but has no header.",
        "It was not used. Give it a header to use it.",
    )


def contradicts(body: Body, column: Column, why: str) -> Problem:
    """A known name over values of another kind."""
    return _header_of(body, column).ask(
        "column_contradicts",
        f"{column.name}: {why}.",
        f"The column was left out. Say {_ANSWER} what it is, or mend the values.",
    )


def footer_rows(body: Body, rows: Sequence[int]) -> Problem:
    """Totals or notes under the table; the cell is the first of them."""
    sheet, first = body.sheet, rows[0] + body.sheet.first_row
    columns = range(sheet.first_column, sheet.first_column + sheet.columns)
    filled = next(column for column in columns if sheet.quote(first, column))
    some = f"{len(rows)} rows" if len(rows) > 1 else "A row"
    problem = _Spot(sheet, first, filled).warn(
        "footer_rows",
        f"{some} under the table from row {first} on: totals or notes, not rows of it.",
        "They were not read.",
    )
    return replace(problem, count=len(rows))


def lookup_offered(body: Body, key: Column, names: Column, used_by: str) -> Problem:
    """A list of ids with names, whose ids another sheet uses."""
    return _header_of(body, key).ask(
        "lookup_offered",
        f"The sheet gives names ({names.name}) to the numbers in {key.name}, used by {used_by}.",
        f"The numbers stand as they are. Say {_ANSWER} that the sheet is a lookup (lookup = true) "
        "to see the names instead, or lookup = false to keep the numbers.",
    )


def lookup_not_used(sheet: Sheet) -> Problem:
    """Said to be a lookup, but no sheet uses its ids."""
    return _Spot(sheet).warn(
        "lookup_not_used",
        "The answers say that the sheet gives names to numbers, but no other sheet uses them.",
        "It was not used.",
    )


def answer_unmatched(sheet: Sheet, header: str) -> Problem:
    """An answer about a column that is not there."""
    return _Spot(sheet).warn(
        "answer_unmatched",
        f"The answers speak of a column {header}, which the sheet does not have.",
        "That answer changes nothing. Check how the header is written.",
    )


def answer_about_nothing(file: str, sheet: str) -> Problem:
    """An answer about a sheet that was not given."""
    what = "The answers speak of a sheet that is not among the files."
    now = "That answer changes nothing. Check the names of file and sheet."
    return Problem("answer_unmatched", Severity.WARNING, what, now, file=file, sheet=sheet)

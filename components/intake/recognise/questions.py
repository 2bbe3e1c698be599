"""Every problem about columns and their values: its code, its words, its cell and what now."""

from collections.abc import Sequence
from dataclasses import replace

from components.intake.recognise.body import Body, Column
from components.intake.recognise.spot import ANSWER, Spot, header_of
from components.tables.problems import Problem
from components.tables.schema import TABLES
from components.tables.sheets import Sheet


def no_employee_id(body: Body, column: Column, table: str) -> Problem:
    """A column that may number the people, under a name that is not known."""
    label = TABLES[table].label.lower()
    return header_of(body, column).ask(
        "no_employee_id",
        f"No column is known to hold the employee ID; {column.name} looks like one.",
        f"The sheet was left out. Say {ANSWER} that {column.name} is the employee ID, and the "
        f"sheet is read as {label}.",
    )


def duplicated_header(body: Body, columns: Sequence[Column]) -> Problem:
    """Columns with one name and different values."""
    letters = " and ".join(column.letter for column in columns)
    first = columns[0]
    what = f"Columns {letters} are all headed {first.header} and hold different values."
    out = "They were left out. Rename them"
    if len(columns) == 1:
        what = f"Column {letters} is headed {first.header} as another is, and holds other values."
        out = "It was left out. Rename it"
    problem = header_of(body, first).ask(
        "duplicated_header", what, f'{out}, or say {ANSWER} what "column {first.letter}" is.'
    )
    return replace(problem, count=len(columns))


def no_header(body: Body, column: Column) -> Problem:
    """A column with values and no name."""
    return header_of(body, column).warn(
        "column_without_header",
        f"Column {column.letter} holds values but has no header.",
        "It was not used. Give it a header to use it.",
    )


def not_used(body: Body, column: Column) -> Problem:
    """A name that says nothing here among names that are ours: a slip, or a column of another."""
    return header_of(body, column).warn(
        "column_not_used",
        f"{column.name} says nothing here, though most of the sheet's headers are ours.",
        f"The column was not used. Correct its header, or say {ANSWER} what it holds.",
    )


def contradicts(body: Body, column: Column, why: str, *, alone_says: str = "") -> Problem:
    """A known name over values of another kind.

    `alone_says` is what nothing but the column says of the rows, which are no use without it.
    """
    out = "The column was left out."
    if alone_says:
        out = f"The sheet was left out: nothing else says {alone_says}."
    return header_of(body, column).ask(
        "column_contradicts",
        f"{column.name}: {why}.",
        f"{out} Say {ANSWER} what the column is, or mend the values.",
    )


def proposed(body: Body, column: Column, why: str, label: str) -> Problem:
    """A column under an unknown name that its values give away."""
    return header_of(body, column).ask(
        "column_proposed",
        f"{column.name}: {why}.",
        f"The column was left out. Confirm {ANSWER} that it is the {label}, or leave it out.",
    )


def footer_rows(body: Body, rows: Sequence[int]) -> Problem:
    """Totals or notes under the table; the cell is the first of them."""
    sheet, first = body.sheet, rows[0] + body.sheet.first_row
    columns = range(sheet.first_column, sheet.first_column + sheet.columns)
    filled = next(column for column in columns if sheet.quote(first, column))
    some = f"{len(rows)} rows" if len(rows) > 1 else "A row"
    problem = Spot(sheet, first, filled).warn(
        "footer_rows",
        f"{some} under the table from row {first} on: totals or notes, not rows of it.",
        "They were not read.",
    )
    return replace(problem, count=len(rows))


def lookup_offered(body: Body, key: Column, names: Column, used_by: str) -> Problem:
    """A list of ids with names, whose ids another sheet uses."""
    return header_of(body, key).ask(
        "lookup_offered",
        f"The sheet gives names ({names.name}) to the numbers in {key.name}, used by {used_by}.",
        f"The numbers stand as they are. Say {ANSWER} that the sheet is a lookup (lookup = true) "
        "to see the names instead, or lookup = false to keep the numbers.",
    )


def answer_unmatched(sheet: Sheet, header: str) -> Problem:
    """An answer about a column that is not there."""
    return Spot(sheet).warn(
        "answer_unmatched",
        f"The answers speak of a column {header}, which the sheet does not have.",
        "That answer changes nothing. Check how the header is written.",
    )

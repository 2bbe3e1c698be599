"""Every problem about a whole sheet: its code, its words and what now."""

from collections.abc import Sequence

from components.intake.recognise.body import Body, Column
from components.intake.recognise.needs import NEEDS
from components.intake.recognise.spot import ANSWER, Spot, first_of, header_of
from components.tables.problems import Problem, Severity
from components.tables.schema import TABLES
from components.tables.sheets import Sheet

_TRIED = ("people", "roles", "reviews")


def empty_sheet(sheet: Sheet) -> Problem:
    """Nothing stands in it."""
    return Spot(sheet).warn("empty_sheet", "The sheet is empty.", "It was left out.")


def hidden_sheet(sheet: Sheet) -> Problem:
    """Hidden in the workbook."""
    return Spot(sheet).warn(
        "hidden_sheet",
        "The sheet is hidden in the workbook.",
        f"It was left out. Show it in the workbook, or name its table {ANSWER}, to use it.",
    )


def left_out(sheet: Sheet) -> Problem:
    """An answer says so."""
    return Spot(sheet).warn(
        "sheet_left_out", "An answer says to leave the sheet out.", "It was left out."
    )


def no_header_row(sheet: Sheet) -> Problem:
    """Rows of values and nothing that names them."""
    place = " › ".join(dict.fromkeys(part for part in (sheet.file, sheet.name) if part))
    return first_of(sheet).ask(
        "no_header_row",
        f"{place} seems to have no header row: its first rows hold values, not names.",
        "It was left out, because columns are never guessed. Add a row with the column names, "
        f"or say {ANSWER} which row it is.",
    )


def header_not_there(sheet: Sheet, row: int) -> Problem:
    """An answer names a header row outside the sheet."""
    return Spot(sheet).ask(
        "header_row_not_there",
        f"The answers name row {row} as the header, but the sheet has no such row.",
        "It was left out. Give the number of a row that holds the column names.",
    )


def unknown_sheet(sheet: Sheet, known: Sequence[str]) -> Problem:
    """No table can be made of it."""
    seen = f" Known here: {', '.join(known[:6])}." if known else ""
    needs = "; ".join(f"for {TABLES[name].label.lower()} {NEEDS[name].words}" for name in _TRIED)
    return first_of(sheet).warn(
        "unknown_sheet",
        f"The sheet was not recognised.{seen}",
        f"It was not used. A sheet needs {needs}.",
    )


def pay_not_read(sheet: Sheet) -> Problem:
    """A sheet of pay while pay is not allowed."""
    return Spot(sheet).warn(
        "pay_not_read",
        "The sheet holds pay, and pay is not read.",
        "It was left out. Set pay_allowed = true in config/app.toml to read it.",
    )


def no_rows(body: Body) -> Problem:
    """A header and nothing under it."""
    return first_of(body.sheet).warn(
        "no_rows",
        "The sheet has a header row and no rows under it.",
        "Nothing was read from it.",
    )


def thin_sheet(body: Body, column: Column, label: str) -> Problem:
    """One known column among very many: the sheet may be about something else."""
    return header_of(body, column).ask(
        "thin_sheet",
        f"Of {len(body.columns)} columns only {column.name} is known beside the employee ID "
        f"(as the {label}): the sheet may be about something else.",
        f'It was left out. Say {ANSWER} that it is a sheet of people (table = "people"), or '
        "leave it out.",
    )


def lookup_not_used(sheet: Sheet) -> Problem:
    """Said to be a lookup, but no sheet uses its ids."""
    return Spot(sheet).warn(
        "lookup_not_used",
        "The answers say that the sheet gives names to numbers, but no other sheet uses them.",
        "It was not used.",
    )


def answer_about_nothing(file: str, sheet: str) -> Problem:
    """An answer about a sheet that was not given."""
    what = "The answers speak of a sheet that is not among the files."
    now = "That answer changes nothing. Check the names of file and sheet."
    return Problem("answer_unmatched", Severity.WARNING, what, now, file=file, sheet=sheet)

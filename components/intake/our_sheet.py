"""The list of problems that we put into a workbook ourselves: left out when it comes back."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from components.intake.arrive import Arrived
from components.intake.arrive.refusals import problem
from components.tables.problem_sheet import FILE_AT, NAME, STATE_AT, TITLE
from components.tables.problems import Problem
from components.tables.sheets import Sheet

CODE: Final = "our_problem_sheet"


def is_ours(sheet: Sheet) -> bool:
    """Whether the sheet is the list of an earlier download, by its name and its first cell."""
    named = sheet.name.casefold().startswith(NAME.casefold())
    return named and sheet.quote(1, 0) == TITLE


def named_originals(problems: Iterable[Problem]) -> dict[str, str]:
    """File that came back with our list → the file that the list says it is a copy of."""
    ours = (one for one in problems if one.code == CODE)
    return {one.file: one.value for one in ours if one.value}


def without_our_sheet(arrived: Arrived) -> Arrived:
    """What arrived without our own list, and a note for each file that held it."""
    ours = [sheet for sheet in arrived.sheets if is_ours(sheet)]
    if not ours:
        return arrived
    places = {(sheet.file, sheet.name) for sheet in ours}
    kept = [one for one in arrived.problems if (one.file, one.sheet) not in places]
    said = [_said(sheet) for sheet in ours]
    sheets = tuple(sheet for sheet in arrived.sheets if not is_ours(sheet))
    about = {sheet.file: state for sheet in ours if (state := sheet.quote(*STATE_AT))}
    return replace(arrived, sheets=sheets, problems=(*kept, *said), about=about)


def _said(sheet: Sheet) -> Problem:
    """The note; its value is the file that the list is about."""
    about = sheet.quote(*FILE_AT) or ""
    return problem(CODE, file=sheet.file, place=(sheet.name, ""), value=about)

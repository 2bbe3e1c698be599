"""The list of problems that we put into a workbook ourselves: left out when it comes back."""

from dataclasses import replace

from components.intake.arrive import Arrived
from components.intake.arrive.refusals import problem
from components.tables.problem_sheet import NAME, TITLE
from components.tables.sheets import Sheet


def is_ours(sheet: Sheet) -> bool:
    """Whether the sheet is the list of an earlier download, by its name and its first cell."""
    named = sheet.name.casefold().startswith(NAME.casefold())
    return named and sheet.quote(1, 0) == TITLE


def without_our_sheet(arrived: Arrived) -> Arrived:
    """What arrived without our own list, and a note for each file that held it."""
    ours = [sheet for sheet in arrived.sheets if is_ours(sheet)]
    if not ours:
        return arrived
    places = {(sheet.file, sheet.name) for sheet in ours}
    kept = [one for one in arrived.problems if (one.file, one.sheet) not in places]
    said = [problem("our_problem_sheet", file=one.file, place=(one.name, "")) for one in ours]
    sheets = tuple(sheet for sheet in arrived.sheets if not is_ours(sheet))
    return replace(arrived, sheets=sheets, problems=(*kept, *said))

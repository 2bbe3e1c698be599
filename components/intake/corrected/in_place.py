"""A corrected copy put in the place of the file it corrects, ready to be understood."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TypeVar

from components.intake.answers import Answers, SheetAnswer
from components.intake.arrive import Arrived
from components.intake.arrive.refusals import SENTENCES, problem
from components.intake.arrive.upload import unused
from components.intake.corrected.changed import Corrections, SheetCorrections
from components.intake.corrected.corrections import corrections
from components.intake.merged import filled
from components.intake.our_sheet import named_originals
from components.intake.read import Opened
from components.tables.problem_sheet import state_of
from components.tables.problems import Problem
from components.tables.sheets import Sheet, column_letter

Said = TypeVar("Said")


@dataclass(frozen=True)
class Corrected:
    """found: what differs. opened, answers: what to understand in place of what is held."""

    found: Corrections
    opened: Opened
    answers: Answers


def correct(
    opened: Opened,
    held: Sequence[Sheet],
    answers: Answers,
    *,
    problems: Sequence[Problem] = (),
    key: str = "",
) -> Corrected | None:
    """Put corrected copies among these files in the place of what they correct; None without any.

    held, answers, problems, key: the sheets of the version in use, what was said about them, what
    was wrong with them, and its fingerprint. Held files without a copy stay, with what was said
    when they were read; files that came beside the copies join them. One of these that has the
    name of a file that stays goes by a number behind it, which is said. The result can't be
    opened anew: let `reopen` have `opened`, and correct again.
    """
    found = _found(held, opened.arrived, answers)
    if not found.sheets:
        return None
    staying = [sheet for sheet in held if sheet.file not in found.files.values()]
    arrived = _told_apart({sheet.file for sheet in staying}, opened.arrived)
    if arrived is not opened.arrived:
        found = _found(held, arrived, answers)
    whole = Arrived(
        tuple(sorted((*staying, *arrived.sheets), key=lambda sheet: sheet.file)),
        (*_still_said(problems, staying), *arrived.problems),
    )
    both = sha256(f"{key}\0{opened.key}".encode()).hexdigest()
    return Corrected(found, Opened(whole, both), _of_copies(answers, found))


def _found(held: Sequence[Sheet], arrived: Arrived, answers: Answers) -> Corrections:
    """What differs; merged cells are filled on both sides where some are said to be."""
    then, now = list(held), list(arrived.sheets)
    if any(said.fill_merged for said in answers.sheet):
        then, now = [filled(sheet) for sheet in then], [filled(sheet) for sheet in now]
    named = named_originals(arrived.problems)
    surely = [
        file
        for file, about in named.items()
        if arrived.about.get(file) == state_of([sheet for sheet in held if sheet.file == about])
    ]
    return corrections(then, now, named, surely)


def _still_said(problems: Sequence[Problem], staying: Sequence[Sheet]) -> list[Problem]:
    """What was said when the files that stay were opened; the rest is found anew."""
    files = {sheet.file for sheet in staying}
    return [one for one in problems if one.file in files and one.code in SENTENCES]


def _told_apart(taken: set[str], arrived: Arrived) -> Arrived:
    """What arrived, with other names for files whose name is taken."""
    came = {sheet.file for sheet in arrived.sheets}
    names = {name: unused(name, taken | came) for name in sorted(taken & came)}
    if not names:
        return arrived
    sheets = tuple(replace(one, file=names.get(one.file, one.file)) for one in arrived.sheets)
    said = [replace(one, file=names.get(one.file, one.file)) for one in arrived.problems]
    said += [problem("same-name", file=name) for name in names.values()]
    about = {names.get(file, file): state for file, state in arrived.about.items()}
    return Arrived(sheets, tuple(said), about)


def _of_copies(answers: Answers, found: Corrections) -> Answers:
    """The answers to the files that are held, said of their corrected copies too."""
    for one in found.sheets:
        if any(said.speaks_of(one.before.file, one.before.name) for said in answers.sheet):
            answers = answers.with_answer(_of_copy(answers.about(one.before), one))
    return answers


def _of_copy(said: SheetAnswer, one: SheetCorrections) -> SheetAnswer:
    """The same answer; how letters are stored and columns separated is not said of a workbook."""
    row = said.header_row
    changes: Mapping[str, object] = {
        "file": one.after.file,
        "sheet": one.after.name,
        "header_row": one.rows.get(row, row) if row else row,
        "columns": _where_they_stand(said.columns, one),
        "formats": _where_they_stand(said.formats, one),
        "encoding": None,
        "separator": None,
    }
    return said.model_copy(update=changes)


def _where_they_stand(said: Mapping[str, Said], one: SheetCorrections) -> dict[str, Said]:
    """What was said of a column by its letters, of where it is now; not of one that is gone."""
    names = {_by_letter(then): _by_letter(now) for then, now in one.columns.items()}
    gone = {f"column {column.letter}" for column in one.columns_removed}
    return {names.get(name, name): what for name, what in said.items() if name not in gone}


def _by_letter(column: int) -> str:
    return f"column {column_letter(column)}"

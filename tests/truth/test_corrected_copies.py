"""From faults to corrections: marked, mended, loaded again, and only what was mended differs."""

import io
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from components.analysis.between import VersionChanges, changes_between
from components.exports import give_back
from components.intake import (
    Answers,
    Corrected,
    Opened,
    ProblemChanges,
    Reading,
    Upload,
    correct,
    open_files,
    problem_changes,
    understand,
)
from components.settings import load_settings
from components.tables.problem_sheet import NAME

SETTINGS = load_settings()
DAY = date(2026, 6, 30)
MESSY = Path(__file__).parents[2] / "sample_data" / "messy"
MENDED = {
    ("reviews_export.xlsx", "Excel Output"): {"L92": "L91", "L134": "L133", "I213": "I212"},
    ("people.csv", "Data"): {"H123": "H122"},
}
"""Problem cells by file and sheet as given back, each with the cell whose value it gets."""

SAID_ELSEWHERE = "001508"
"""Of this person, whose hire date is mended in people.csv, newer rows say the hire date too."""


@dataclass(frozen=True)
class RoundTrip:
    """Everything from the faulty files to the corrected version."""

    opened: Opened
    before: Reading
    corrected: Corrected
    after: Reading

    @property
    def problems(self) -> ProblemChanges:
        return problem_changes(self.before.problems, self.after.problems, self.corrected.found)

    @property
    def changes(self) -> VersionChanges:
        return changes_between(self.before.dataset, self.after.dataset, SETTINGS)

    def mended_people(self) -> set[str]:
        """The employee IDs beside the mended cells; they stand in the first column."""
        return {
            str(sheet.quote(int(address[1:]), 0))
            for (file, name), cells in MENDED.items()
            for sheet in self.before.dataset.sheets
            if (sheet.file, sheet.name or "Data") == (file, name)
            for address in cells
        }


def read(opened: Opened, answers: Answers) -> Reading:
    return understand(opened, SETTINGS, answers=answers, today=DAY)


def mended(content: bytes, sheet: str, cells: dict[str, str]) -> bytes:
    """What somebody saves who has corrected these cells.

    A spreadsheet program saves the values of formulas, openpyxl does not: they stand as values.
    """
    book = openpyxl.load_workbook(io.BytesIO(content))
    values = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    for cell in (cell for page in book for row in page.iter_rows() for cell in row):
        value = values[cell.parent.title][cell.coordinate].value
        if cell.data_type == "f" and value is not None:
            cell.value = value
    assert book.sheetnames[0] == NAME
    for address, good in cells.items():
        assert book[sheet][address].comment is not None
        book[sheet][address].value = book[sheet][good].value
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


@pytest.fixture(scope="module")
def trip() -> RoundTrip:
    uploads = [Upload(file.name, file.read_bytes()) for file in sorted(MESSY.iterdir())]
    opened = open_files(uploads, SETTINGS)
    before = read(opened, Answers())
    back = []
    for upload in uploads:
        for sheet, cells in ((s, c) for (file, s), c in MENDED.items() if file == upload.name):
            given = give_back(
                upload.name,
                upload.content,
                before.dataset.sheets,
                before.problems,
                limits=SETTINGS.app.reading,
            )
            back.append(Upload(f"trajectory-{len(back)}.xlsx", mended(given.content, sheet, cells)))
    corrected = correct(
        open_files(back, SETTINGS),
        before.dataset.sheets,
        Answers(),
        problems=before.problems,
        key=opened.key,
    )
    assert corrected is not None
    return RoundTrip(opened, before, corrected, read(corrected.opened, corrected.answers))


def test_only_the_mended_cells_are_shown(trip: RoundTrip) -> None:
    found = trip.corrected.found
    shown = {
        (found.files[cell.file], cell.sheet, cell.address, cell.address_before)
        for cell in found.cells
    }
    assert shown == {
        (file, sheet, address, address)
        for (file, sheet), cells in MENDED.items()
        for address in cells
    }
    assert found.sentence == "4 cells changed; everything else is the same."


def test_exactly_the_problems_of_the_mended_cells_are_gone(trip: RoundTrip) -> None:
    gone = {(one.file, address) for one in trip.problems.gone for address in one.addresses}
    assert gone == {(file, address) for (file, _), cells in MENDED.items() for address in cells}
    lists = [one for one in trip.problems.new if one.code == "our_problem_sheet"]
    assert [*trip.problems.new] == lists
    assert len(lists) == len(MENDED)
    assert len(trip.problems.remaining) == len(trip.before.problems) - len(trip.problems.gone)


def test_the_version_changes_for_exactly_the_people_who_were_mended(trip: RoundTrip) -> None:
    changed = [change for change in trip.changes.changes if change.count]
    people = {who for change in changed for who in change.rows()["employee_id"]}
    assert people == trip.mended_people() - {SAID_ELSEWHERE}
    assert [(change.key, change.count) for change in changed] == [("known_now", 3)]
    assert trip.changes.not_given == ()

"""The messy set: a part of the same company with the faults that real exports have."""

from pathlib import Path

from sample_data import messy_people, messy_reviews, messy_roles, records
from sample_data.faults import Draft, Fault
from sample_data.made import Made
from sample_data.people import Person
from sample_data.workbook import SheetOfRows, Value, write

_DEPARTMENTS = ("Sales", "Customer Success")
_ROLES, _REVIEWS, _PEOPLE = "role_history_export.xlsx", "reviews_export.xlsx", "people.csv"


def write_messy(made: Made, folder: Path) -> tuple[list[Path], list[Fault]]:
    """Three files of two departments, and the faults planted in them."""
    folder.mkdir(parents=True, exist_ok=True)
    people = _people(made)
    roles, reviews, listed = _roles(made, people), _reviews(made, people), _list(made, people)
    write(folder / _ROLES, [_cover(), roles.as_sheet()])
    write(folder / _REVIEWS, [reviews.as_sheet(), _archive(reviews)])
    text = messy_people.as_csv(listed)
    (folder / _PEOPLE).write_bytes(text.encode("utf-8-sig"))
    said = ("hidden sheet", "Old rows that nobody sees; skipped, and said so.")
    archived = Fault(_REVIEWS, "Archive 2019", "A2", str(reviews.rows[0][0]), *said)
    faults = [*roles.faults, *reviews.faults, archived, *listed.faults]
    return [folder / name for name in (_ROLES, _REVIEWS, _PEOPLE)], faults


def _people(made: Made) -> list[Person]:
    """Everybody who only ever worked in the departments, or led one of their teams."""
    inside = {t.number for t in made.world.teams if t.department in _DEPARTMENTS}
    leads = {person.employee_id for team in inside for _, person in made.world.seats[team]}
    return [
        person
        for person in made.world.people
        if person.employee_id in leads or all(move.team in inside for move in person.moves)
    ]


def _roles(made: Made, people: list[Person]) -> Draft:
    ids = {person.employee_id for person in people}
    sheet = records.history_sheet(made.history)
    rows = [list(row) for row in sheet.rows if row[0] in ids]
    column = sheet.header.index("Manager ID")
    for row in rows:
        row[column] = row[column] if row[column] in ids else None
    above = (
        ("Role history report",),
        ("Run by: HR reporting", "", "Departments: Sales; Customer Success"),
        ("Confidential",),
        (),
    )
    draft = Draft(_ROLES, "Role history report", list(sheet.header), rows, above)
    said = ("title rows above the header", "Title and parameters; the header stands in row 5.")
    draft.faults.append(Fault(_ROLES, draft.sheet, "A1", above[0][0], *said))
    messy_roles.spoil(draft)
    return draft


def _reviews(made: Made, people: list[Person]) -> Draft:
    """The last two cycles."""
    ids = {person.employee_id for person in people}
    held = [r for r in made.reviews if r.person.employee_id in ids and r.cycle >= "2025"]
    sheet = records.reviews_sheet(made.history, held, made.scores)
    rows = [list(row) for row in sheet.rows]
    for row in rows:
        for label in ("Manager ID", "Reviewer ID"):
            column = sheet.header.index(label)
            row[column] = row[column] if row[column] in ids else None
    above = (("Performance reviews 2025 and 2026",), ())
    draft = Draft(_REVIEWS, "Excel Output", list(sheet.header), rows, above)
    said = ("title rows above the header", "A title; the header stands in row 3.")
    draft.faults.append(Fault(_REVIEWS, draft.sheet, "A1", above[0][0], *said))
    messy_reviews.spoil(draft)
    return draft


def _list(made: Made, people: list[Person]) -> Draft:
    draft = Draft(_PEOPLE, "people", list(messy_people.HEADER), _listed(made, people))
    messy_people.spoil(draft)
    return draft


def _listed(made: Made, people: list[Person]) -> list[list[Value]]:
    """The rows of the list; a manager from elsewhere is left out."""
    ids = {person.employee_id for person in people}
    rows = messy_people.rows(made, people)
    column = messy_people.HEADER.index("Manager ID")
    for row in rows:
        row[column] = row[column] if row[column] in ids else None
    return rows


def _cover() -> SheetOfRows:
    """A first sheet that is no table."""
    lines = (
        ("The table stands on the next sheet.",),
        ("Questions: people.reporting@lumenfjord.example",),
    )
    return SheetOfRows("Read me", ("About this workbook",), lines)


def _archive(reviews: Draft) -> SheetOfRows:
    """A hidden sheet with the first rows once more, as if from an old year."""
    rows = tuple(tuple(row) for row in reviews.rows[:25])
    return SheetOfRows("Archive 2019", tuple(reviews.header), rows, hidden=True)

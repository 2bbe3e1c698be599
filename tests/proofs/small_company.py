"""A few people of the clean sample, as text files: small enough to be read a thousand times."""

import csv
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from io import StringIO
from itertools import cycle

import fastexcel

from components.intake import Upload
from tests.truth.road import DAY, SAMPLE

Rows = tuple[tuple[str, ...], ...]
_TABLES = {
    "People": "people",
    "Role history": "roles",
    "Reviews": "reviews",
    "Competencies": "competencies",
    "Aspirations": "aspirations",
    "Opportunities": "opportunities",
    "Work artifacts": "artifacts",
    "Successors": "successors",
    "Scorecards": "scorecards",
    "Stakeholders": "stakeholders",
}
"""Each sheet of the sample, and the table it is about: every one but pay, which is not read."""
MAIN = {f"{table}.csv": table for table in _TABLES.values()}
_ID = "Employee ID"
_LEADS = ("Manager ID", "Reviewer ID", "Manager name", "Incumbent ID", "Offered by")
_EACH, _PART_TIME = 4, ("0.8", "0.5", "0.75")
SERVICE = "Length of service (months)"
_TEAMS, _SIZES = 3, range(6, 10)


@dataclass(frozen=True)
class TextFile:
    """One file: its name, its header and its rows of text."""

    name: str
    header: tuple[str, ...]
    rows: Rows

    def column(self, header: str) -> int:
        """The index of a header."""
        return self.header.index(header)

    def with_cell(self, row: int, column: int, text: str) -> "TextFile":
        """The same file with one cell changed."""
        line = self.rows[row]
        changed = (*line[:column], text, *line[column + 1 :])
        return self.with_row(row, changed)

    def with_row(self, row: int, line: tuple[str, ...]) -> "TextFile":
        """The same file with one row replaced."""
        return replace(self, rows=(*self.rows[:row], line, *self.rows[row + 1 :]))

    def text(self) -> str:
        """The file as CSV."""
        held = StringIO(newline="")
        csv.writer(held).writerows([self.header, *self.rows])
        return held.getvalue()

    def upload(self) -> Upload:
        """The file as it arrives."""
        return Upload(self.name, self.text().encode())


@cache
def small_company() -> tuple[TextFile, ...]:
    """Some leads and the people who report to them: all that the sample says of them."""
    book = fastexcel.read_excel(SAMPLE / "clean" / "everything.xlsx")
    sheets = {name: _rows(book, name) for name in _TABLES}
    ids = _teams(sheets["People"])
    people, *others = (
        _of_teams(f"{_TABLES[name]}.csv", rows, ids) for name, rows in sheets.items()
    )
    return (_with_service(people), *others)


def _with_service(people: TextFile) -> TextFile:
    """The same with a stated length of service and some part time: units can be mistaken."""
    hired, share = people.column("Hire date"), people.column("FTE")
    months = [_months(date.fromisoformat(row[hired])) for row in people.rows]
    rows = tuple((*row, str(number)) for row, number in zip(people.rows, months, strict=True))
    longer = replace(people, header=(*people.header, SERVICE), rows=rows)
    for row, part in zip(range(0, len(rows), _EACH), cycle(_PART_TIME), strict=False):
        longer = longer.with_cell(row, share, part)
    return longer


def _months(hired: date) -> int:
    return (DAY.year - hired.year) * 12 + DAY.month - hired.month


def _rows(book: fastexcel.ExcelReader, name: str) -> Rows:
    table = book.load_sheet(name, header_row=None, dtypes="string").to_arrow()
    columns = [column.to_pylist() for column in table.columns]
    return tuple(
        tuple((text or "").removesuffix(" 00:00:00") for text in row)
        for row in zip(*columns, strict=True)
    )


def _teams(people: Rows) -> frozenset[str]:
    """The first teams of a middle size of which somebody has left, with their leads."""
    header, *rows = people
    lead, left = header.index("Manager ID"), header.index("Exit date")
    teams: dict[str, set[str]] = {}
    for row in rows:
        teams.setdefault(row[lead], set()).add(row[0])
    gone = {row[lead] for row in rows if row[left]}
    fit = [one for one in sorted(gone) if one and len(teams[one]) in _SIZES]
    return frozenset().union(*({one, *teams[one]} for one in fit[:_TEAMS]))


def _of_teams(name: str, rows: Rows, ids: frozenset[str]) -> TextFile:
    header, *lines = rows
    outside = {header.index(one) for one in _LEADS if one in header}
    kept = [line for line in lines if line[header.index(_ID)] in ids]
    return TextFile(name, header, tuple(_inside(line, outside, ids) for line in kept))


def _inside(line: tuple[str, ...], leads: set[int], ids: frozenset[str]) -> tuple[str, ...]:
    """A row that names nobody from outside."""
    return tuple(
        "" if place in leads and text not in ids else text for place, text in enumerate(line)
    )

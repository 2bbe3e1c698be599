"""One table of people, written in every way that systems and countries write it, by chance."""

import csv
from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO, StringIO
from random import Random

import openpyxl

from components.intake import Upload

NEEDED = ("id", "name", "department", "title", "hired", "fte")
HEADERS = {
    "en": ["Employee ID", "Name", "Department", "Job title", "Hire date", "FTE", "Rating"],
    "de": ["Personalnummer", "Name", "Abteilung", "Stelle", "Eintrittsdatum", "FTE", "Bewertung"],
    "fr": ["Matricule", "Nom complet", "Département", "Intitulé du poste", "Date d'embauche"],
    "es": ["Número de empleado", "Nombre completo", "Departamento", "Puesto", "Fecha de ingreso"],
    "pt": ["Matrícula", "Nome completo", "Departamento", "Cargo", "Data de admissão"],
}
HEADERS["fr"] += ["ETP", "Note"]
HEADERS["es"] += ["FTE", "Calificación"]
HEADERS["pt"] += ["FTE", "Avaliação"]
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252")
DATES = ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%d-%b-%Y", "%Y/%m/%d")
_NAMES = ("Ada", "Björn", "Chloé", "Iñigo", "João", "Marta", "Noor", "Øyvind", "Zoë", "Ólafur")
_LAST = ("King", "Müller", "Dupré", "Peña", "Simões", "Hart", "Novak", "Lind", "Ito", "Okafor")
_TEAMS = ("Sales", "Research", "Finance", "Customer care", "Logistics")
_TITLES = ("Analyst", "Engineer", "Clerk", "Team lead", "Advisor")
_FULL_TIME = (1.0, 0.5, 0.8, 0.75, 0.9)
_YEARS = (2023, 2024)
_ISO = ("%Y-%m-%d", "%d.%m.%Y", "%d-%b-%Y", "%Y/%m/%d")
_REPORT, _NOTE = "Staff list, all regions", "Confidential: for internal use only"


@dataclass(frozen=True)
class Person:
    """One row as it is meant; `ratings` by year."""

    id: str
    name: str
    department: str
    title: str
    hired: date
    fte: float
    ratings: dict[int, int]


@dataclass(frozen=True)
class Dialect:
    """One way to write a table."""

    origin: str
    separator: str
    encoding: str
    days: str
    decimal: str
    language: str
    wide: bool
    titled: bool
    footed: bool

    @property
    def is_asked_by_right(self) -> bool:
        """Whether letters may be read in two ways, or a header says 1 is the best elsewhere.

        "Note" is a French word for a rating, and the German one under which 1 is the best.
        """
        mistaken = self.origin == "csv" and self.encoding == "cp1252"
        return mistaken or (self.wide and HEADERS[self.language][-1] == "Note")


@dataclass(frozen=True)
class Written:
    """A table as it is meant, and the file it was written to."""

    people: tuple[Person, ...]
    dialect: Dialect
    upload: Upload

    @property
    def unambiguous(self) -> bool:
        """Whether a careful person reads it in one way without asking."""
        proved = self.dialect.days in _ISO or any(one.hired.day > 12 for one in self.people)
        return proved and not self.dialect.is_asked_by_right


def written(seed: int) -> Written:
    """The table and dialect of a seed."""
    dice = Random(seed)
    people = tuple(_person(number, dice) for number in range(dice.randint(8, 30)))
    dialect = Dialect(
        origin=dice.choice(("csv", "csv", "xlsx")),
        separator=dice.choice(";,\t|"),
        encoding=dice.choice(ENCODINGS),
        days=dice.choice(DATES),
        decimal=dice.choice(".,"),
        language=dice.choice(list(HEADERS)),
        wide=dice.random() < 0.4,
        titled=dice.random() < 0.3,
        footed=dice.random() < 0.3,
    )
    rows = [*_above(dialect), _header(dialect), *(_row(one, dialect) for one in people)]
    rows += [[], [_NOTE]] if dialect.footed else []
    content = _workbook(rows) if dialect.origin == "xlsx" else _text(rows, dialect)
    return Written(people, dialect, Upload(f"staff.{dialect.origin}", content))


def _person(number: int, dice: Random) -> Person:
    return Person(
        id=f"{1000 + 7 * number:06}",
        name=f"{dice.choice(_NAMES)} {dice.choice(_LAST)}",
        department=dice.choice(_TEAMS),
        title=dice.choice(_TITLES),
        hired=date(2012, 1, 1) + timedelta(dice.randrange(3_600)),
        fte=dice.choice(_FULL_TIME),
        ratings={year: dice.randint(1, 5) for year in _YEARS},
    )


def _above(dialect: Dialect) -> list[list[str]]:
    return [[_REPORT], []] if dialect.titled else []


def _header(dialect: Dialect) -> list[str]:
    *plain, rating = HEADERS[dialect.language]
    return [*plain, *(f"{year} {rating}" for year in _YEARS)] if dialect.wide else plain


def _row(one: Person, dialect: Dialect) -> list[str]:
    share = f"{one.fte:g}".replace(".", dialect.decimal)
    plain = [one.id, one.name, one.department, one.title, f"{one.hired:{dialect.days}}", share]
    return plain + ([str(one.ratings[year]) for year in _YEARS] if dialect.wide else [])


def _text(rows: list[list[str]], dialect: Dialect) -> bytes:
    held = StringIO(newline="")
    csv.writer(held, delimiter=dialect.separator).writerows(rows)
    return held.getvalue().encode(dialect.encoding)


def _workbook(rows: list[list[str]]) -> bytes:
    held, book = BytesIO(), openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(held)
    return held.getvalue()

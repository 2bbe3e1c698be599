"""From sheets and plans to one dataset: read, sift, number the persons, gather the tables."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import pyarrow as pa

from components.intake.facts import assemble
from components.intake.facts.built import Built
from components.intake.facts.competencies import competencies
from components.intake.facts.conflicts import PlaceOf, first_row_of_day, settle
from components.intake.facts.fields import fields
from components.intake.facts.persons import Persons
from components.intake.facts.reviews import reviews
from components.intake.facts.setting_aside import sift
from components.intake.facts.sheet_rows import SheetRows, has_key, read_rows
from components.intake.facts.statements import statements
from components.intake.facts.tables import part, together
from components.intake.facts.unread import unread
from components.intake.plan import SheetPlan
from components.settings import Settings
from components.tables.dataset import Dataset
from components.tables.problems import Problem, ordered
from components.tables.schema import TABLES
from components.tables.sheets import Sheet

_OWN_WAY = frozenset({"people", "reviews", "competencies"})

Parts = dict[str, list[pa.Table]]


def build(
    sheets: Sequence[Sheet],
    plans: Sequence[SheetPlan],
    settings: Settings,
    *,
    content_key: str,
    today: date,
) -> Built:
    """Turn every planned sheet into facts.

    `content_key` names the contents of the files; `today` is the day after which a date is a
    plan, not a fact. The order of sheets must not depend on the order of the files.
    """
    problems: list[Problem] = []
    read = dict(_read(sheets, plans, settings, problems))
    persons = Persons.of([rows.key.values for rows in read.values()])
    parts: Parts = {}
    for sheet, rows in read.items():
        for name, found in _parts(rows, persons, sheet, settings):
            parts.setdefault(name, []).append(found)
    tables = {name: together(found) for name, found in parts.items()}
    places = assemble.all_places(read)
    if "people" in tables:
        settled = settle(tables["people"], PlaceOf(read, places))
        tables["people"] = settled.table
        problems += settled.problems
    return Built(
        Dataset(
            tables=assemble.frames(tables, persons),
            persons=persons.frame(),
            sheets=tuple(sheets),
            places=places,
            last_day=assemble.last_day(tables, today),
            fingerprint=assemble.fingerprint(content_key, sheets, plans, settings),
        ),
        ordered(problems),
    )


def _read(
    sheets: Sequence[Sheet],
    plans: Sequence[SheetPlan],
    settings: Settings,
    problems: list[Problem],
) -> Iterator[tuple[int, SheetRows]]:
    for plan in sorted(plans, key=lambda plan: plan.sheet):
        if has_key(plan):
            whole = read_rows(sheets[plan.sheet], plan, settings)
            sifted = sift(whole)
            problems += [*unread(whole), *sifted.problems]
            yield plan.sheet, sifted.rows


def _parts(
    rows: SheetRows, persons: Persons, sheet: int, settings: Settings
) -> Iterator[tuple[str, pa.Table]]:
    said = statements(rows, persons, sheet)
    if said is not None:
        yield "people", said
    for found in reviews(rows, persons, sheet):
        yield "reviews", found
    for found in competencies(rows, persons, sheet, settings.competencies):
        yield "competencies", found
    for name in TABLES:
        values = {} if name in _OWN_WAY else fields(rows, name)
        if values:
            person = persons.numbers(rows.key.values)
            yield name, part(values, person=person, sheet=sheet, row=rows.row)

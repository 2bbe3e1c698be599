"""From sheets and plans to one dataset: read, sift, number the persons, gather the tables."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import pyarrow as pa

from components.intake.facts import assemble
from components.intake.facts.assembled import Facts
from components.intake.facts.built import Built
from components.intake.facts.competencies import competencies
from components.intake.facts.conflicts import PlaceOf, Settled, first_row_of_day, settle
from components.intake.facts.current_rows import derived_roles, said_by_current_rows, with_mark
from components.intake.facts.double_reviews import one_row_per_review
from components.intake.facts.exits import exits
from components.intake.facts.fields import fields
from components.intake.facts.groups import group_attributes
from components.intake.facts.hire_words import starting_at_hire
from components.intake.facts.joins import Joined, joined
from components.intake.facts.level_order import levels_waiting, order_of_levels
from components.intake.facts.lookups import lookups
from components.intake.facts.managers import Known, with_managers
from components.intake.facts.nine_box import nine_boxes
from components.intake.facts.other_keys import keyed
from components.intake.facts.persons import Persons
from components.intake.facts.rating_scales import scales_waiting
from components.intake.facts.reviews import reviews, without_cycle
from components.intake.facts.setting_aside import KEY_DATES, sift
from components.intake.facts.sheet_rows import SheetRows, has_ids, has_key, read_rows
from components.intake.facts.statements import statements
from components.intake.facts.tables import part, together
from components.intake.facts.twice_given import once
from components.intake.facts.unread import unread
from components.intake.plan import SheetPlan
from components.settings import Settings
from components.tables import columns as col
from components.tables.dataset import Dataset
from components.tables.problems import Problem, ordered
from components.tables.schema import GROUP_ATTRIBUTES, TABLES
from components.tables.sheets import Sheet

_OWN_WAY = frozenset({"people", "reviews", "competencies"})
_EPOCH = date(1970, 1, 1)

Tables = dict[str, pa.Table]


@dataclass(frozen=True)
class _Work:
    """What every step knows: the sheets as read, who is in them, the settings, the day."""

    read: Mapping[int, SheetRows]
    persons: Persons
    settings: Settings
    today: date
    problems: list[Problem] = field(default_factory=list)

    def settled(self, found: Settled) -> pa.Table:
        """The table of a step, its problems noted."""
        self.problems.extend(found.problems)
        return found.table


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
    joins = _joined(sheets, plans, settings)
    work = _numbered(joins, settings, today)
    places = assemble.all_places(work.read)
    place_of = PlaceOf(work.read, places)
    tables = _tables(work, place_of)
    dataset = Dataset(
        tables=assemble.frames(tables, work.persons),
        persons=work.persons.frame(),
        sheets=tuple(sheets),
        places=places,
        last_day=assemble.last_day(tables, today),
        fingerprint=assemble.fingerprint(content_key, sheets, plans, settings),
    )
    facts = Facts(work.read, work.persons, settings, today, tables, place_of, joins.offered)
    return Built(dataset, ordered(work.problems), facts)


def _numbered(joins: Joined, settings: Settings, today: date) -> _Work:
    """The rows that can be facts, and the persons they speak about, managers as ids."""
    problems: list[Problem] = []
    sifted = dict(_sifted(joins, settings, problems))
    persons = Persons.of([rows.key.values for rows in sifted.values()])
    read, unnamed = with_managers(Known(persons, settings, sifted))
    problems += [*unnamed, *order_of_levels(read, settings.levels)]
    return _Work(read, persons, settings, today, problems)


def _joined(sheets: Sequence[Sheet], plans: Sequence[SheetPlan], settings: Settings) -> Joined:
    """Every sheet read, its rows given to persons by one spelling of their ids."""
    known = lookups(sheets, plans)
    whole = {
        plan.sheet: read_rows(sheets[plan.sheet], plan, settings, known)
        for plan in sorted(plans, key=lambda plan: plan.sheet)
        if has_key(plan, settings)
    }
    by_id = joined({number: rows for number, rows in whole.items() if has_ids(rows.plan)})
    others = {number: rows for number, rows in whole.items() if number not in by_id.read}
    every = keyed(by_id.read, others)
    return Joined(every.read, (*by_id.problems, *every.problems), by_id.offered)


def _sifted(
    joins: Joined, settings: Settings, problems: list[Problem]
) -> Iterator[tuple[int, SheetRows]]:
    problems += joins.problems
    settled: Mapping[int, SheetRows] = starting_at_hire(joins.read, settings)
    for step in (nine_boxes, scales_waiting, levels_waiting):
        waiting = step(settled, settings)
        settled, problems[:] = waiting.read, [*problems, *waiting.problems]
    for sheet, rows in settled.items():
        sifted = sift(rows)
        problems += [*unread(rows), *sifted.problems, *without_cycle(sifted.rows)]
        yield sheet, sifted.rows


def _tables(work: _Work, place_of: PlaceOf) -> Tables:
    parts: dict[str, list[pa.Table]] = {}
    for sheet, rows in work.read.items():
        for name, found in _parts(rows, sheet, work):
            parts.setdefault(name, []).append(found)
    tables = {
        name: work.settled(once(name, together(found), place_of)) for name, found in parts.items()
    }
    if "reviews" in tables:
        tables["reviews"] = work.settled(one_row_per_review(tables["reviews"], place_of))
    if "people" in tables:
        tables |= _people_and_roles(work, tables, place_of)
    return tables


def _parts(rows: SheetRows, sheet: int, work: _Work) -> Iterator[tuple[str, pa.Table]]:
    person = work.persons.numbers(rows.key.values)
    said = statements(rows, person, sheet, work.today)
    if said is not None:
        is_people = rows.table == "people"
        yield "people", work.settled(first_row_of_day(said, rows)) if is_people else said
    for found in reviews(rows, person, sheet):
        yield "reviews", found
    for found in competencies(rows, person, sheet, work.settings.competencies):
        yield "competencies", found
    for found in group_attributes(rows, person, sheet, work.today):
        yield GROUP_ATTRIBUTES, found
    for name in TABLES:
        values = {} if name in _OWN_WAY else fields(rows, name)
        if values and KEY_DATES.get(name, "") in {"", *values}:
            yield name, part(values, person=person, sheet=sheet, row=rows.row)


def _people_and_roles(work: _Work, tables: Tables, place_of: PlaceOf) -> Tables:
    """Statements without contradictions, and the role rows that they imply."""
    today = (work.today - _EPOCH).days
    kinds = work.settings.values.category_of("people", col.EXIT_KIND)
    people = work.settled(settle(tables["people"], place_of))
    people = work.settled(exits(people, place_of, kinds))
    roles = tables.get("roles")
    sheets = np.zeros(max(work.read) + 1, dtype=np.bool_)
    sheets[[sheet for sheet, rows in work.read.items() if rows.table == "people"]] = True
    count = len(work.persons.ids)
    derived = derived_roles(people, roles, sheets, persons=count, today=today)
    if derived is None:
        return {"people": people, **({"roles": with_mark(roles)} if roles is not None else {})}
    given = [] if roles is None else [with_mark(roles)]
    return {
        "people": together([people, said_by_current_rows(derived)]),
        "roles": together([*given, derived]),
    }

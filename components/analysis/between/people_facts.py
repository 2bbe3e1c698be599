"""Who is known on a day, as facts to compare: status, place in the company, dates."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import narwhals as nw
import pyarrow as pa
import pyarrow.compute as pc

from components.analysis.arrow import Arrays, Columns, counted
from components.analysis.between.facts import Facts, Origin
from components.analysis.day_numbers import day_number
from components.analysis.dense import by_person, collected, numbers
from components.analysis.employment import Status
from components.analysis.in_order import ORDER, Frame, last_of_each
from components.analysis.newest import newest, spoken
from components.analysis.overlaps import set_aside
from components.analysis.people import BY_ROLE, status_of
from components.analysis.presence import known_by
from components.analysis.role_rows import Event, role_rows
from components.analysis.said import employment_of, statements_of, with_employment
from components.analysis.sequence import sequence
from components.analysis.words import Places
from components.settings import Settings
from components.tables import columns as col
from components.tables.dataset import Dataset

PERSON_ITSELF = "employee"
"""Where a person stands in the files: at the hire date, else at any row."""
STATE = "state"
STATES = (Status.ACTIVE.value, Status.LEFT.value, Status.NOT_STARTED.value)
"""A person's status as a whole number: its place here."""
SAID = (
    col.NAME,
    col.EMAIL,
    col.COUNTRY,
    col.WORK_MODE,
    col.FTE,
    col.HIRE_SOURCE,
    col.PRODUCTIVE_ON,
    col.KEY_ROLE,
    col.NOTICE_DATE,
    col.EXIT_REASON,
)
"""Fields that only statements say."""


def people_facts(dataset: Dataset, day: date, settings: Settings) -> Facts:
    """One fact for each person known on the day, by employee ID."""
    known = _Known.on(dataset, day, settings)
    status = status_of(known.employment, known.said)
    both = {name: pc.coalesce(known.role.text(name), known.said.text(name)) for name in BY_ROLE}
    names = {name: _as_given(known.said, name) for name in SAID}
    by_name = known.said.text(col.MANAGER_NAME)
    no_id = pc.is_null(both[col.MANAGER_ID])
    return Facts(
        dataset,
        persons=counted(dataset.people_count),
        held=pa.chunked_array([pa.array(known_by(dataset, day))]),
        keys=(),
        values={
            **both,
            **names,
            col.MANAGER_NAME: pc.if_else(no_id, by_name, pa.scalar(None, pa.string())),
            **{name: status[name] for name in _DATES},
            col.STATUS: status[col.STATUS],
            STATE: pc.index_in(status[col.STATUS], value_set=pa.array(STATES)),
        },
        origins=dict(_origins(known)),
    )


_DATES = (col.HIRE_DATE, col.EXIT_DATE, col.EXIT_KIND)


@dataclass(frozen=True)
class _Known:
    """What statements and role rows say on the day."""

    said: Places
    role: Places
    employment: Arrays
    newest_role: pa.ChunkedArray

    @classmethod
    def on(cls, dataset: Dataset, day: date, settings: Settings) -> "_Known":
        rows = role_rows(dataset, day, settings.levels)
        said = statements_of(dataset, day)
        employment = employment_of(said, rows, day, settings.clocks)
        held = _roles_held(numbers(with_employment(rows, employment)), settings, day)
        at = collected(held.select(col.PERSON, "place"))
        roles, people = Columns(dataset.tables.get("roles")), dataset.people_count
        places = {name: one.take(at["place"]) for name, one in spoken(roles, BY_ROLE).items()}
        order = {name: at[name] for name in at.column_names} | {ORDER: counted(at.num_rows)}
        found = newest(order | places, tuple(places), people)
        last = by_person(last_of_each(held).select(col.PERSON, "place"), people)["place"]
        return cls(said, Places(roles, found, people), employment, last)


def _roles_held(rows: Frame, settings: Settings, day: date) -> Frame:
    """Role rows in sequence, without those beside a main role and without mere events."""
    counting, _ = set_aside(rows, settings.clocks, day_number(day))
    return sequence(counting, settings.clocks, day_number(day)).filter(nw.col("is_role"))


def _as_given(said: Places, name: str) -> pa.ChunkedArray:
    if not said.table.given(name):
        return pa.chunked_array([pa.nulls(said.people, pa.string())])
    return said.take(name, said.table.of_any(name).type)


def _origins(known: _Known) -> Iterator[tuple[str, tuple[Origin, ...]]]:
    said, role = known.said, known.role
    for name in BY_ROLE:
        yield name, (Origin("roles", name, role.at(name)), Origin("people", name, said.at(name)))
    for name in (*SAID, col.MANAGER_NAME, col.HIRE_DATE, col.EXIT_KIND):
        yield name, (Origin("people", name, said.at(name)),)
    by_event = pc.equal(pc.fill_null(known.employment["last_event"], 0), int(Event.EXIT))
    ended = pc.if_else(by_event, known.employment["last_place"], pa.scalar(None, pa.int64()))
    exits = (
        Origin("people", col.EXIT_DATE, said.at(col.EXIT_DATE)),
        Origin("roles", col.EFFECTIVE_DATE, ended),
        Origin("people", col.STATED_STATUS, said.at(col.STATED_STATUS)),
    )
    yield col.EXIT_DATE, exits
    yield (
        PERSON_ITSELF,
        (
            Origin("people", col.HIRE_DATE, said.at(col.HIRE_DATE)),
            Origin("roles", col.EMPLOYEE_ID, known.newest_role),
            *(
                Origin("people", col.EMPLOYEE_ID, said.at(name))
                for name in (col.NAME, col.DEPARTMENT)
            ),
        ),
    )

"""Who somebody is on the day, as statements and role rows say it."""

from dataclasses import replace
from datetime import date

import narwhals as nw
import pyarrow as pa
import pyarrow.compute as pc

from components.analysis.arrow import Arrays, Columns, coded, counted
from components.analysis.day_numbers import day_number
from components.analysis.dense import by_person, collected, numbers
from components.analysis.employment import STATED, employed, last_steps
from components.analysis.in_order import last_of_each
from components.analysis.newest import newest
from components.analysis.role_rows import Event
from components.analysis.statements import AHEAD, given_fields, statement_rows
from components.analysis.words import Places
from components.settings import Clocks, label_key
from components.tables import columns as col
from components.tables.dataset import Dataset


def statements_of(dataset: Dataset, as_of: date) -> Places:
    """For each person and field, the statement that counts on the day."""
    rows = statement_rows(dataset, as_of)
    people = dataset.people_count
    places = newest(rows, given_fields(rows), people)
    return Places(Columns(dataset.tables.get("people")), places, people)


def hires_seen(said: Places, role_rows: Arrays, as_of: date) -> Places:
    """Statements without hire dates that tell of a later employment.

    Such a date lies ahead, of somebody whose roles had begun, and stands in a statement that says
    on no day: a dated one tells of a plan.
    """
    if col.HIRE_DATE not in said.places:
        return said
    undated = pc.is_null(said.days(col.KNOWN_ON, by=col.HIRE_DATE))
    ahead = pc.greater(said.days(col.HIRE_DATE), day_number(as_of))
    begun = pc.is_in(counted(said.people), value_set=role_rows[col.PERSON].combine_chunks())
    later = pc.and_(pc.and_(undated, begun), pc.fill_null(ahead, fill_value=False))
    hires = pc.if_else(later, pa.scalar(None, pa.int64()), said.at(col.HIRE_DATE))
    return replace(said, places={**said.places, col.HIRE_DATE: hires})


def employment_of(said: Places, role_rows: Arrays, as_of: date, clocks: Clocks) -> Arrays:
    """For each person: hire_day, exit_day, left_day, until, has_left, not_started, hire_place."""
    day = day_number(as_of)
    names = ("order", col.PERSON, "start", "event", "place")
    rows = numbers({name: role_rows[name] for name in names})
    hired = rows.filter(nw.col("event").is_in([int(Event.HIRE), int(Event.REHIRE)]))
    last_hire = last_of_each(hired).select(col.PERSON, hired_on="start")
    steps = by_person(last_steps(rows), said.people)
    by_event = by_person(last_hire, said.people)
    stated = coded(
        said.text(col.STATED_STATUS),
        lambda texts: [STATED.get(label_key(text), 0) for text in texts],
    )
    columns = {
        col.PERSON: counted(said.people),
        "hire_day": pc.coalesce(said.days(col.HIRE_DATE), by_event["hired_on"]),
        "said_exit": said.days(col.EXIT_DATE),
        "ahead": pc.is_valid(said.at(AHEAD)),
        "said_on": said.days(col.KNOWN_ON, by=col.EXIT_DATE),
        "stated": stated,
        **steps,
    }
    table = collected(employed(numbers(columns), clocks, day))
    return {name: table[name] for name in table.column_names}


def with_employment(rows: Arrays, employment: Arrays) -> Arrays:
    """Role rows with their person's hire_day, past stated exit_day and `until`."""
    names = {"hire_day": "hire_day", "exit_day": "said_exit", "until": "until"}
    person = rows[col.PERSON]
    return rows | {name: employment[source].take(person) for name, source in names.items()}

"""One row per person known on the day: who they are, their clocks, their ratings."""

import pyarrow as pa
import pyarrow.compute as pc

from components.analysis.arrow import Arrays, arrow_of
from components.analysis.day_numbers import days_of
from components.analysis.employment import Status
from components.analysis.words import Places, pointers
from components.settings import Levels
from components.tables import columns as col
from components.tables.dataset import Dataset

BY_ROLE = (
    col.MANAGER_ID,
    col.DEPARTMENT,
    col.REGION,
    col.LOCATION,
    col.LEVEL,
    col.TRACK,
    col.JOB_TITLE,
    col.JOB_FAMILY,
)
"""Fields that the newest role row says, where role rows hold them; else a statement."""


def identity(dataset: Dataset, said: Places, role: Places, levels: Levels) -> Arrays:
    """Who each person is: names, place in the company, level and its rank."""
    ids = arrow_of(dataset.persons[col.EMPLOYEE_ID]).cast(pa.string())
    both = {name: pc.coalesce(role.text(name), said.text(name)) for name in BY_ROLE}
    name = said.text(col.NAME)
    return {
        col.EMPLOYEE_ID: ids,
        col.NAME: name,
        col.EMAIL: said.text(col.EMAIL),
        **both,
        col.MANAGER_NAME: _manager_names(both[col.MANAGER_ID], ids, name, said),
        col.COUNTRY: said.text(col.COUNTRY),
        col.LEVEL_RANK: _ranks(both[col.LEVEL], levels),
        col.KEY_ROLE: said.take(col.KEY_ROLE, pa.bool_()),
        col.NOTICE_DATE: days_of(said.days(col.NOTICE_DATE)),
    }


def _manager_names(
    managers: pa.ChunkedArray, ids: pa.ChunkedArray, names: pa.ChunkedArray, said: Places
) -> pa.ChunkedArray:
    """The name of the person with the manager's number, else the name as stated."""
    at = pc.index_in(managers, value_set=ids.combine_chunks())
    return pc.coalesce(names.take(at), said.text(col.MANAGER_NAME))


def _ranks(labels: pa.ChunkedArray, levels: Levels) -> pa.Array:
    distinct = pc.unique(labels.drop_null()).to_pylist()
    ranks = levels.rank(distinct)
    known = pa.array([ranks[label] for label in distinct], pa.int32())
    return known.take(pc.index_in(labels, pa.array(distinct, pa.string())))


def status_of(employment: Arrays, said: Places) -> Arrays:
    """Status and days of employment, as of the day."""
    status = pc.if_else(
        employment["has_left"],
        Status.LEFT.value,
        pc.if_else(employment["not_started"], Status.NOT_STARTED.value, Status.ACTIVE.value),
    )
    kind = pc.coalesce(
        said.take(col.EXIT_KIND, pa.string(), by=col.EXIT_DATE), said.text(col.EXIT_KIND)
    )
    gone = pc.or_(employment["has_left"], pc.is_valid(employment["exit_day"]))
    return {
        col.STATUS: status,
        col.HIRE_DATE: days_of(employment["hire_day"]),
        col.EXIT_DATE: days_of(employment["exit_day"]),
        col.EXIT_KIND: pc.if_else(gone, kind, pa.scalar(None, pa.string())),
        **pointers(said.table, said.at(col.HIRE_DATE), "hire"),
    }

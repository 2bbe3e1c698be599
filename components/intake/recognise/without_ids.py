"""Sheets that name the people of other sheets in another way than by ID: by address, or by name."""

from collections.abc import Sequence

import pyarrow.compute as pc

from components.intake.plan import BY_NAME, ColumnPlan
from components.intake.recognise.body import Column
from components.intake.recognise.crowd import Crowd
from components.intake.recognise.id_column import likely_id, of_the_crowd
from components.intake.recognise.survey import Survey
from components.intake.recognise.which_table import nearest_table
from components.tables import columns as col

_KEYS = frozenset({col.EMPLOYEE_ID, col.CANDIDATE_ID})
_KNOWN = 0.5
"""Addresses say whom rows are about where so large a share of them is known."""


def names_persons(plans: Sequence[ColumnPlan], *, by_other_keys: bool) -> bool:
    """Whether the rows of a sheet say whom they are about: by ID, or as other sheets allow."""
    keys = _KEYS | ({col.EMAIL, col.NAME} if by_other_keys else set())
    return any(plan.used and plan.field in keys for plan in plans)


def table_without_ids(survey: Survey, crowd: Crowd) -> str:
    """The table of a sheet whose rows name people of other sheets by address or name; else empty.

    A column that may be the employee ID is asked about first. Nothing is given to anybody before
    a person says so; names alone make no sheet of people unless somebody says that they do.
    """
    found = survey.found()
    if any(col.EMPLOYEE_ID in names for names in found.fields.values()):
        return ""
    if not crowd.ids or (survey.answer.ids is None and _may_be_numbered(survey, crowd)):
        return ""
    mails = _column(survey, col.EMAIL)
    known = mails is not None and _share(survey, mails, crowd) >= _KNOWN
    table = nearest_table(found, lambda: mails is None or survey.repeats(mails))
    if known:
        return table
    said = survey.answer.ids == BY_NAME
    by_name = (mails is None or said) and _column(survey, col.NAME) is not None
    return table if by_name and (table != "people" or said) else ""


def _may_be_numbered(survey: Survey, crowd: Crowd) -> bool:
    body, readings = survey.body, survey.readings
    ids = of_the_crowd(survey.free, readings, crowd.ids)
    return ids is not None or likely_id(body, readings) is not None


def _column(survey: Survey, field: str) -> Column | None:
    """The column that holds the rows' own address or name: as said, else as its header says."""
    place = f"people.{field}"
    said = (one for one in survey.body.columns if survey.said.get(one.index) in (field, place))
    read = (
        one
        for one in survey.free
        for reading in survey.readings[one.index]
        if (reading.table, reading.field) == ("people", field) and not reading.asked
    )
    return next(said, None) or next(read, None)


def _share(survey: Survey, column: Column, crowd: Crowd) -> float:
    """How large a share of the addresses is that of somebody who has an ID."""
    words = pc.unique(survey.body.all_of(column)).to_pylist()
    texts = {word.strip().lower() for word in words if word and word.strip()}
    return len(texts & crowd.addresses_with_ids) / len(texts) if texts else 0.0

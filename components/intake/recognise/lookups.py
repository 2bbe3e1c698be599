"""Sheets that only give names to numbers: found by the ids that other sheets use."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from components.intake.plan import ColumnPlan, Confidence, SheetPlan
from components.intake.recognise.body import Body, Column
from components.settings import Settings, header_key, header_words
from components.tables import columns as col

LOOKUP = "lookup"
KEY, NAME = "id", "name"
_KEYS = frozenset({"id", "code", "key", "number", "no", "nr"})
_NAMES = frozenset({"name", "title", "description", "label", "text", "desc"})
_KNOWN = 0.8


@dataclass(frozen=True, slots=True)
class Lookup:
    """A sheet's column of ids, the column of their names, and which columns use the ids."""

    body: Body
    key: Column
    names: Column
    used_by: tuple[tuple[int, int], ...]


def find_lookup(
    body: Body, plans: Mapping[int, SheetPlan], bodies: Mapping[int, Body], settings: Settings
) -> Lookup | None:
    """The lookup a sheet is for columns of the used sheets; None where none uses its ids."""
    for key in body.columns:
        if not _numbers_each_once(key):
            continue
        users = [
            (number, plan)
            for number, sheet in plans.items()
            if number in bodies and sheet.table
            for plan in sheet.columns
            if _refers(plan, bodies[number], key)
        ]
        names = _names_for(body, key, {plan.field for _, plan in users}, settings)
        if users and names is not None:
            return Lookup(body, key, names, tuple((number, plan.column) for number, plan in users))
    return None


def lookup_plan(found: Lookup) -> SheetPlan:
    """The plan of a sheet that is used for its names only."""
    body = found.body
    parts = {found.key.index: KEY, found.names.index: NAME}
    why = {KEY: "the numbers that other sheets use", NAME: "their names"}
    columns = tuple(
        ColumnPlan(column.index, column.header, LOOKUP, part, Confidence.SURE, why[part])
        if (part := parts.get(column.index))
        else ColumnPlan(column.index, column.header, why="not needed from a lookup")
        for column in body.columns
    )
    said = "a lookup, as answered"
    return SheetPlan(body.number, "", body.header_row, body.last_row, columns, said, lookup=True)


def referring(found: Lookup, plan: SheetPlan) -> SheetPlan:
    """The plan of a sheet with the lookup named in the columns that use its ids."""
    users = {column for number, column in found.used_by if number == plan.sheet}
    detail = {LOOKUP: str(found.body.number)}
    file = found.body.sheet.file
    columns = tuple(
        replace(one, detail={**one.detail, **detail}, why=f"{one.why}; names from {file}")
        if one.column in users and one.used
        else one
        for one in plan.columns
    )
    return replace(plan, columns=columns)


def _numbers_each_once(column: Column) -> bool:
    words = header_words(column.header).split()
    values = column.values
    once = values.filled == len(values.distinct) > 0
    return bool(words) and words[-1] in _KEYS and once


def _refers(plan: ColumnPlan, body: Body, key: Column) -> bool:
    if not plan.used or plan.field in (col.EMPLOYEE_ID, col.MANAGER_ID):
        return False
    if header_key(plan.header) != header_key(key.header):
        return False
    column = next(one for one in body.columns if one.index == plan.column)
    known = frozenset(key.values.distinct)
    distinct = column.values.distinct
    return sum(text in known for text in distinct) >= _KNOWN * max(1, len(distinct))


def _names_for(body: Body, key: Column, fields: set[str], settings: Settings) -> Column | None:
    others = [column for column in body.columns if column is not key and column.values.distinct]
    stem = header_words(key.header).rpartition(" ")[0]
    ranked = [
        *(one for one in others if _stands_for(one, fields, settings)),
        *(one for one in others if header_words(one.header) == stem),
        *(one for one in others if _ends(one)),
    ]
    return next((one for one in ranked if not _numbers_each_once(one)), None)


def _ends(column: Column) -> bool:
    return header_words(column.header).rpartition(" ")[2] in _NAMES


def _stands_for(column: Column, fields: set[str], settings: Settings) -> bool:
    return any(place.field in fields for place in settings.columns.places_of(column.header))

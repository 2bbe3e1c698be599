"""The fields of one canonical table as one sheet gives them, and the columns they stand in."""

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from components.intake.facts.sheet_rows import Given, SheetRows, field_of
from components.tables import columns as col
from components.tables.fields import Kind

_NAME_PARTS = ("first_name", "last_name")


def fields(rows: SheetRows, table: str, cycle: str = "") -> dict[str, pa.Array]:
    """Field → values of the kept rows; columns that belong to another cycle are left out.

    Group attributes, scores of named competencies and the id are not among them.
    """
    values: dict[str, pa.Array] = {}
    for given in _plain(rows, table, cycle):
        values.setdefault(given.plan.field, given.values)
        if given.plan.field == col.RATING:
            values |= {k: v for k, v in given.beside.items() if k not in values}
    name = _full_name(rows, table)
    values |= {col.NAME: name} if name is not None and col.NAME not in values else {}
    return {**said_of_all(rows, table), **values} if values else values


def said_of_all(rows: SheetRows, table: str) -> dict[str, pa.Array]:
    """What an answer says of every row: the cycle of reviews, the day of a list of people."""
    count, plan = len(rows.row), rows.plan
    if table == "reviews" and plan.cycle:
        return {col.CYCLE: pa.array([plan.cycle] * count, pa.string()).dictionary_encode()}
    if table == rows.table == "people" and plan.known_on:
        return {col.KNOWN_ON: pa.array([plan.known_on] * count, pa.date32())}
    return {}


def places(rows: SheetRows, table: str) -> dict[str, int]:
    """Field → 0-based column; a field that stands in one column per cycle has no single place."""
    found: dict[str, int] = {}
    for given in rows.of(table):
        if "competency" not in given.plan.detail and "cycle" not in given.plan.detail:
            found.setdefault(given.plan.field, given.plan.column)
    return found


def cycles(rows: SheetRows) -> list[str]:
    """The review cycles that stand in headers, in order."""
    return sorted({g.plan.detail["cycle"] for g in rows.of("reviews") if "cycle" in g.plan.detail})


def of_cycle(rows: SheetRows, cycle: str) -> list[Given]:
    """The review columns of one cycle."""
    return [given for given in rows.of("reviews") if given.plan.detail.get("cycle") == cycle]


def _plain(rows: SheetRows, table: str, cycle: str) -> Iterator[Given]:
    for given in rows.of(table):
        detail, name = given.plan.detail, given.plan.field
        apart = name == col.EMPLOYEE_ID or "competency" in detail
        apart = apart or field_of(given.plan).kind is Kind.GROUP
        if not apart and detail.get("cycle", cycle) == cycle and not _is_part(given):
            yield given


def _is_part(given: Given) -> bool:
    return given.plan.detail.get("how") in _NAME_PARTS


def _full_name(rows: SheetRows, table: str) -> pa.Array | None:
    """First and last name as one, where they stand apart."""
    parts = [
        given.values.cast(pa.string())
        for how in _NAME_PARTS
        for given in rows.of(table)
        if given.plan.detail.get("how") == how and given.plan.field == col.NAME
    ]
    if not parts:
        return None
    joined = pc.binary_join_element_wise(*parts, " ", null_handling="replace")
    name = pc.utf8_trim_whitespace(joined)
    return pc.if_else(pc.equal(name, ""), pa.scalar(None, pa.string()), name).dictionary_encode()

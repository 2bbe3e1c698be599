"""The clocks as columns of people: from dated history, else as stated, else from the hire date."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

import pyarrow as pa
import pyarrow.compute as pc

from components.analysis.arrow import Arrays, Columns
from components.analysis.changes import By, named_by
from components.analysis.clocks import ACTING, CLOCKS
from components.analysis.day_numbers import day_number, days_of, months_ago, months_between
from components.analysis.words import Places, pointers
from components.tables import columns as col

DERIVED, HIRE_DATE_ROW = "derived", "hire date"
"""Column of roles and its mark of a row that only the hire date and the current row imply."""


class ClockSource(StrEnum):
    """Where a person's clocks come from."""

    HISTORY = "history"
    STATED = "as stated"
    HIRE_DATE = "hire date"


def clock_columns(
    clocks: Mapping[str, Arrays], roles: Columns, said: Places, as_of: date
) -> Arrays:
    """Starts, months, source, what scope changed by, and where each stands.

    `clocks` holds by person the three clocks, and `last`, what the last role row says.
    """
    stated = stated_months(said, as_of)
    scope = clocks["scope"]
    at = scope["place"]
    from_hire = pc.equal(roles.text(DERIVED).take(at), HIRE_DATE_ROW)
    from_hire = pc.fill_null(from_hire, fill_value=False)
    dated = pc.and_(pc.is_valid(at), pc.invert(from_hire))
    as_stated = pc.and_(pc.invert(dated), pc.is_valid(stated["scope"]))
    found: Arrays = {}
    for name in CLOCKS:
        clock = clocks[name]
        found[f"{name}_start"] = _unless(as_stated, days_of(clock["start"]))
        found[f"months_in_{name}"] = pc.if_else(as_stated, stated[name], clock["months"])
        found |= pointers(roles, _unless(as_stated, clock["place"]), name)
    at_least = pc.or_kleene(scope["at_least"], from_hire)
    return found | {
        col.CLOCK_AT_LEAST: pc.fill_null(_unless(as_stated, at_least), fill_value=False),
        col.CLOCK_SOURCE: _source(dated, as_stated, from_hire),
        col.SCOPE_BY: _unless(as_stated, _words(scope["by"])),
        col.ROLE_CHANGES: _unless(as_stated, clocks["last"]["role_changes"]),
        col.SCOPE_COUNTED_FROM: _unless(as_stated, days_of(scope["running"])),
        **pointers(said.table, _unless(pc.invert(as_stated), stated["at_role"]), "stated_role"),
        **pointers(said.table, _unless(pc.invert(as_stated), stated["at_level"]), "stated_level"),
    }


def settled(
    clocks: Mapping[str, Arrays],
    *,
    place: pa.ChunkedArray,
    employment: Arrays,
    cut_off: int | None,
) -> dict[str, Arrays]:
    """Clocks by person, with months, place and whether they read "at least".

    `place` is that of each row by its order. Acting moves the scope clock, and without any
    level only a promotion or demotion starts a level clock.
    """
    acting, scope, level = clocks[ACTING], clocks["scope"], clocks["level"]
    later = pc.fill_null(pc.greater(acting["order"], scope["order"]), fill_value=False)
    said = _has(level["by"], By.PROMOTION, By.DEMOTION)
    unknown = pc.invert(pc.or_(pc.fill_null(clocks["last"]["has_level"], fill_value=False), said))
    begun = {
        "role": clocks["role"],
        "level": {name: _unless(unknown, values) for name, values in level.items()},
        "scope": {name: pc.if_else(later, acting[name], scope[name]) for name in scope},
    }
    for clock in begun.values():
        months = months_between(clock["running"], employment["until"])
        clock["months"] = pc.max_element_wise(months, 0, skip_nulls=False)
        clock["place"] = place.take(clock["order"])
        clock["at_least"] = _at_least(clock, employment["hire_day"], cut_off)
    return {**begun, "last": clocks["last"]}


def _at_least(clock: Arrays, hire_day: pa.ChunkedArray, cut_off: int | None) -> pa.ChunkedArray:
    """Whether the clock began with the person's first row, on the extract's first day."""
    at_first = pc.equal(clock["start"], pa.scalar(cut_off, pa.int64()))
    unsaid = pc.and_(_has(clock["by"], By.FIRST_ROW), pc.invert(_has(clock["by"], By.HIRE)))
    hired_then = pc.fill_null(pc.greater_equal(hire_day, cut_off or 0), fill_value=False)
    found = pc.and_(pc.and_(at_first, unsaid), pc.invert(hired_then))
    return pc.fill_null(found, fill_value=False)


def _has(signs: pa.ChunkedArray, *any_of: By) -> pa.ChunkedArray:
    wanted = sum(2 ** int(by) for by in any_of)
    found = pc.greater(pc.bit_wise_and(signs, wanted), 0)
    return pc.fill_null(found, fill_value=False)


def _unless(condition: pa.ChunkedArray, values: pa.ChunkedArray) -> pa.ChunkedArray:
    return pc.if_else(condition, pa.scalar(None, values.type), values)


def _source(
    dated: pa.ChunkedArray, stated: pa.ChunkedArray, from_hire: pa.ChunkedArray
) -> pa.ChunkedArray:
    none = pa.scalar(None, pa.string())
    by_hire = pc.if_else(from_hire, ClockSource.HIRE_DATE.value, none)
    rest = pc.if_else(stated, ClockSource.STATED.value, by_hire)
    return pc.if_else(dated, ClockSource.HISTORY.value, rest)


def _words(signs: pa.ChunkedArray) -> pa.ChunkedArray:
    """What scope changed by, in words, worked out for the distinct sums of signs."""
    whole = pc.dictionary_encode(signs.combine_chunks())
    words = [named_by(each).words for each in whole.dictionary.to_pylist()]
    return pa.chunked_array([pa.array(words, pa.string()).take(whole.indices)])


def stated_months(said: Places, as_of: date) -> Arrays:
    """Months in role and level as stated, brought forward to the day; scope is the shorter.

    `at_role` or `at_level` is the place of the statement that the scope stands on. A duration
    stated for a later day is not seen; one without a day counts as it is.
    """
    found = {name: _brought_forward(said, f"months_in_{name}", as_of) for name in ("role", "level")}
    role, level = found["role"], found["level"]
    shorter = pc.min_element_wise(role, level)
    by_role = pc.fill_null(pc.equal(shorter, role), fill_value=False)
    none = pa.scalar(None, pa.int64())
    return found | {
        "scope": shorter,
        "at_role": pc.if_else(by_role, said.at(col.MONTHS_IN_ROLE), none),
        "at_level": pc.if_else(by_role, none, said.at(col.MONTHS_IN_LEVEL)),
    }


def _brought_forward(said: Places, name: str, as_of: date) -> pa.ChunkedArray:
    months = pc.floor(said.take(name, pa.float64())).cast(pa.int64())
    stated_on = pc.coalesce(said.days(col.STATED_ON, by=name), said.days(col.KNOWN_ON, by=name))
    none = pa.scalar(None, pa.int64())
    since = months_ago(stated_on, as_of)
    counted = pc.add(months, pc.fill_null(since, 0))
    later = pc.fill_null(pc.greater(stated_on, day_number(as_of)), fill_value=False)
    return pc.if_else(later, none, counted)


def months_of_service(employment: Arrays, said: Places, as_of: date) -> pa.ChunkedArray:
    """Completed months from the hire date to the day or the exit; else as stated."""
    served = months_between(employment["hire_day"], employment["until"])
    served = pc.if_else(pc.less(served, 0), pa.scalar(None, pa.int64()), served)
    return pc.coalesce(served, _brought_forward(said, col.MONTHS_OF_SERVICE, as_of))

"""Role rows that no history gives: the current row, the hire date, changes between snapshots."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from components.intake.facts.statements import SHARED
from components.intake.facts.tables import NO_DAY, codes, column
from components.tables import columns as col

DERIVED = "derived"
CURRENT, HIRED, SNAPSHOT = "current row", "hire date", "snapshot"
_SAYS_A_ROLE = (col.JOB_TITLE, col.LEVEL, col.JOB_FAMILY)
_CHANGES = (*_SAYS_A_ROLE, col.DEPARTMENT)
_NEVER = 2**31
"""Later than every day."""

Days = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class _History:
    """Per person: whether a dated history is given, whether it is still open, its last end."""

    given: Mask
    still_open: Mask
    last_end: Days


@dataclass(frozen=True)
class _Statements:
    """Statements about roles from sheets of people, by person and day."""

    table: pa.Table
    person: npt.NDArray[np.int32]
    day: Days
    hired: Days
    first: Mask
    last: Mask


def derived_roles(
    people: pa.Table, roles: pa.Table | None, people_sheets: Mask, *, persons: int, today: int
) -> pa.Table | None:
    """The role rows that sheets of people imply; nothing where they imply none.

    A person with past spells only holds the current row from the day after the last one, or
    from the hire date where that is later. A person without history holds the first row from
    the hire date (else from the snapshot), and each change from the snapshot that shows it.
    `people_sheets` marks the numbers of sheets that are about people; `today` is a day number:
    a history that ends later is still open.
    """
    said = _statements(people, people_sheets)
    if said is None:
        return None
    history = _history(roles, persons, today)
    left = _exit_days(people, persons)
    chosen, start, source = _starts(said, history, left)
    if not chosen.any():
        return None
    return _rows(said.table.filter(pa.array(chosen)), start[chosen], source[chosen])


def _statements(people: pa.Table, people_sheets: Mask) -> _Statements | None:
    names = [name for name in _SAYS_A_ROLE if name in people.column_names]
    speaks = people_sheets[np.asarray(column(people, col.SHEET))]
    says = np.zeros(people.num_rows, dtype=np.bool_)
    for name in names:
        says |= np.asarray(pc.is_valid(column(people, name)))
    if not (says & speaks).any():
        return None
    table = people if (says & speaks).all() else people.filter(pa.array(says & speaks))
    person, day = np.asarray(column(table, col.PERSON)), _days(table, col.KNOWN_ON)
    order = np.lexsort((day, person))
    if (order[1:] < order[:-1]).any():
        table = table.take(pa.array(order))
        person, day = person[order], day[order]
    anew = np.ones(len(person), dtype=np.bool_)
    anew[1:] = person[1:] != person[:-1]
    last = np.append(anew[1:], True)
    return _Statements(table, person, day, _days(table, col.HIRE_DATE), anew, last)


def _days(table: pa.Table, name: str) -> Days:
    if name not in table.column_names:
        return np.full(table.num_rows, NO_DAY, dtype=np.int64)
    return codes(column(table, name))


def _history(roles: pa.Table | None, persons: int, today: int) -> _History:
    given, still = np.zeros(persons, dtype=np.bool_), np.zeros(persons, dtype=np.bool_)
    last = np.full(persons, NO_DAY, dtype=np.int64)
    if roles is not None:
        person = np.asarray(column(roles, col.PERSON))
        end = _days(roles, col.END_DATE)
        given[person] = True
        still[person[(end == NO_DAY) | (end > today)]] = True
        np.maximum.at(last, person, end)
    return _History(given, still, last)


def _exit_days(people: pa.Table, persons: int) -> Days:
    """The newest exit day of each person; later than every day where there is none."""
    exit_day = np.full(persons, NO_DAY, dtype=np.int64)
    np.maximum.at(exit_day, np.asarray(column(people, col.PERSON)), _days(people, col.EXIT_DATE))
    exit_day[exit_day == NO_DAY] = _NEVER
    return exit_day


def _starts(
    said: _Statements, history: _History, left: Days
) -> tuple[Mask, Days, npt.NDArray[np.int8]]:
    """Which statements begin a role, on which day, and how that day is known."""
    hired = _hired(said)
    with_history = history.given[said.person]
    after = np.maximum(history.last_end[said.person] + 1, hired)
    current = with_history & said.last & ~history.still_open[said.person]
    current &= (history.last_end[said.person] > NO_DAY) & (after <= left[said.person])
    by_hire = said.first & (hired > NO_DAY)
    start = np.where(current, after, np.where(by_hire, hired, said.day))
    begins = ~with_history & (said.first | _moved(said)) & (start > NO_DAY)
    source = np.where(current, 0, np.where(by_hire, 1, 2)).astype(np.int8)
    return current | begins, start, source


def _hired(said: _Statements) -> Days:
    """The hire day of the row, else the newest one known of the person."""
    newest = np.full(int(said.person.max()) + 1, NO_DAY, dtype=np.int64)
    np.maximum.at(newest, said.person, said.hired)
    return np.where(said.hired > NO_DAY, said.hired, newest[said.person])


def _moved(said: _Statements) -> Mask:
    """Rows whose title, level, family or department is another than on the person's row before."""
    moved = np.zeros(len(said.person), dtype=np.bool_)
    for name in _CHANGES:
        if name in said.table.column_names:
            code = codes(column(said.table, name))
            moved[1:] |= (code[1:] != code[:-1]) & (code[1:] >= 0) & (code[:-1] >= 0)
    return moved & ~said.first & (said.day > NO_DAY)


def _rows(table: pa.Table, start: Days, source: npt.NDArray[np.int8]) -> pa.Table:
    names = [name for name in (*SHARED, col.FTE) if name in table.column_names]
    words = pa.array([CURRENT, HIRED, SNAPSHOT])
    values: Mapping[str, pa.Array] = {
        col.EFFECTIVE_DATE: pa.array(start.astype(np.int32)).view(pa.date32()),
        DERIVED: pa.DictionaryArray.from_arrays(pa.array(source.astype(np.int32)), words),
        **{name: column(table, name) for name in (*names, col.PERSON, col.SHEET, col.ROW)},
    }
    recorded = {col.RECORDED_ON: column(table, col.KNOWN_ON)} if _dated(table) else {}
    return pa.table({**values, **recorded})


def _dated(table: pa.Table) -> bool:
    return col.KNOWN_ON in table.column_names


def said_by_current_rows(derived: pa.Table) -> pa.Table:
    """What derived current rows say about persons, dated by their start."""
    among = derived.filter(pc.equal(derived.column(DERIVED).cast(pa.string()), CURRENT))
    names = [name for name in (*SHARED, *_WHERE) if name in among.column_names]
    known = {col.KNOWN_ON: column(among, col.EFFECTIVE_DATE)}
    return pa.table({**{name: column(among, name) for name in names}, **known})


_WHERE = (col.PERSON, col.SHEET, col.ROW)


def with_mark(roles: pa.Table) -> pa.Table:
    """Role rows that a history gives: derived from nothing."""
    mark = pa.DictionaryArray.from_arrays(
        pa.array(np.zeros(roles.num_rows, dtype=np.int32)), pa.array([""])
    )
    return roles.append_column(DERIVED, mark)

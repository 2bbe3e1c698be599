"""Changes that many people share on one day: a title renamed, a unit or team reorganised."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from components.intake.checks.check import Check, Found, rows_by_sheet
from components.intake.checks.spells import day
from components.intake.facts.assembled import Facts
from components.intake.facts.findings import Wording
from components.intake.facts.role_order import RoleOrder
from components.settings import label_key
from components.tables import columns as col
from components.tables.problems import Problem

Codes = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

RENAMED_SHARE, RENAMED = 0.20, 5
"""So large a share of a title's holders, and so many of them, make a rename. Source: methods,
spells, step 2."""
MOVED_SHARE, MOVED = 0.30, 10
"""The same for people of a department or of a manager."""
MOST = 100
"""So many changes are named, the largest first."""
_ROOM = 33


@dataclass(frozen=True)
class _Shared:
    """People who change from one value on one day.

    `rows` are places in the table of roles; `together` says that all of them go to one value.
    """

    day: int
    rows: Codes
    first: int
    held_by: int
    together: bool


def _renamed(facts: Facts, wording: Wording) -> Found:
    roles = facts.roles
    if roles is None or col.JOB_TITLE not in roles.table.column_names:
        return
    title = _titles(roles)
    moved = _changed(roles, title) & _same_scope(roles)
    limits = (RENAMED_SHARE, RENAMED)
    for one in _largest(_shared(roles, title, moved, to_one=True), limits):
        old, new = (roles.words(col.JOB_TITLE, one.first - back) for back in (1, 0))
        yield _said(facts, one, f"{old} → {new}", (col.JOB_TITLE, wording))


def _same_scope(roles: RoleOrder) -> Mask:
    """Rows with the level and family of the row before, where one of the two is given at all."""
    same, given = np.ones((2, len(roles.order)), dtype=np.bool_)
    given[:] = False
    for name in (col.LEVEL, col.JOB_FAMILY):
        values = roles.values(name)
        same[1:] &= values[1:] == values[:-1]
        given |= values >= 0
    return same & given


def _reorganised(facts: Facts, wording: Wording) -> Found:
    roles = facts.roles
    for name in (col.DEPARTMENT, col.MANAGER_ID):
        if roles is not None and name in roles.table.column_names:
            values = roles.values(name)
            shared = _shared(roles, values, _changed(roles, values), to_one=False)
            if name == col.MANAGER_ID:  # a team that passes to one other manager was handed over
                shared = (one for one in shared if not one.together)
            for one in _largest(shared, (MOVED_SHARE, MOVED)):
                yield _said(facts, one, roles.words(name, one.first - 1), (name, wording))


def _said(facts: Facts, one: _Shared, words: str, how: tuple[str, Wording]) -> Problem:
    name, wording = how
    roles = facts.tables["roles"]
    marked = np.zeros(roles.num_rows, dtype=np.bool_)
    marked[one.rows] = True
    sheet, numbers = next(rows_by_sheet(roles, marked))
    said = f"{words}, {len(one.rows):,} of {one.held_by:,} people on {day(one.day)}"
    place = facts.place_of(sheet, "roles", name)
    return place.problem(wording, int(numbers[0]), count=len(one.rows), said=said, rows=numbers)


def _titles(roles: RoleOrder) -> Codes:
    """Titles as whole numbers, equal where case and spaces alone differ."""
    texts = roles.table.column(col.JOB_TITLE).chunk(0).dictionary.to_pylist()
    keys = np.array([label_key(text) for text in texts] or [""])
    _, same = np.unique(keys, return_inverse=True)
    return np.append(same, -1)[roles.values(col.JOB_TITLE)]


def _changed(roles: RoleOrder, values: Codes) -> Mask:
    """Rows that hold another value than the person's row before; both are given."""
    changed = roles.follows.copy()
    changed[1:] &= (values[1:] != values[:-1]) & (values[1:] >= 0) & (values[:-1] >= 0)
    return changed


def _shared(roles: RoleOrder, values: Codes, moved: Mask, *, to_one: bool) -> Iterator[_Shared]:
    """Changes on one day away from one value (`to_one`: to one other), with who held it before."""
    at = np.flatnonzero(moved)
    if not len(at):
        return
    after = values[at] if to_one else np.zeros(len(at), dtype=np.int64)
    table = np.column_stack([roles.start[at], values[at - 1], after])
    order = np.lexsort(table.T[::-1])
    ends = np.flatnonzero((np.diff(table[order], axis=0) != 0).any(axis=1)) + 1
    sizes = np.diff(np.concatenate([[0], ends, [len(at)]]))
    firsts = order[np.concatenate([[0], ends])]
    held = _holders(roles, values, table[firsts])
    wanted = np.flatnonzero(sizes >= min(RENAMED, MOVED))
    starts = np.concatenate([[0], ends])
    for group in wanted.tolist():
        places = at[order[starts[group] : starts[group] + sizes[group]]]
        changed_on = int(roles.start[places[0]])
        together = bool((values[places] == values[places[0]]).all())
        rows = roles.order[places]
        yield _Shared(changed_on, rows, int(places[0]), int(held[group]), together)


def _holders(roles: RoleOrder, values: Codes, groups: Codes) -> Codes:
    """How many role rows hold the value of each group on the day before its day."""
    begun = np.sort((values << _ROOM) + roles.start + 2**31)
    ended = np.sort((values << _ROOM) + roles.stop + 2**31)
    first = groups[:, 1] << _ROOM
    on = first + groups[:, 0] + 2**31
    older = np.searchsorted(begun, on) - np.searchsorted(begun, first)
    return older - (np.searchsorted(ended, on - 1) - np.searchsorted(ended, first))


def _largest(found: Iterator[_Shared], limits: tuple[float, int]) -> list[_Shared]:
    share, least = limits
    enough = [
        one for one in found if len(one.rows) >= least and len(one.rows) >= share * one.held_by
    ]
    return sorted(enough, key=lambda one: (-len(one.rows), one.day, one.first))[:MOST]


BULK_RENAME = Check(
    f"A title of which at least {RENAMED} people and {RENAMED_SHARE:.0%} of those who hold it "
    "get the same new title on one day, with the same level and family.",
    Wording(
        "bulk_rename",
        "One person gets a new title: {value}.",
        "{count} people get the same new title on one day, with the same level and family: "
        "{value}.",
        "It looks like a title that was renamed, not like new roles. Check it before you read "
        "times in role across that day.",
    ),
    _renamed,
)
REORGANISATION = Check(
    f"A department or a manager of whose people at least {MOVED} and {MOVED_SHARE:.0%} change "
    "department or manager on one day; not a team that passes to one other manager as a whole.",
    Wording(
        "sudden_reorganisation",
        "One person leaves a department or manager: {value}.",
        "{count} people leave one department or manager on one day: {value}.",
        "Both are kept as they stand. Check whether it was a reorganisation or a mistake in the "
        "file.",
    ),
    _reorganised,
)

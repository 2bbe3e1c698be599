"""How many people stand at each rating, by manager, unit, level or region.

Counted are active people with their latest usable rating, unless that is too old to count; a group
is as large as its rated people. Groups below the limit are pooled, so every rated person is counted
in a row that may be shown, and nothing can be worked out by subtracting rows from "Everyone rated".
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import Any

import narwhals as nw
import pandas as pd

from components.analysis.arrow import narrow
from components.analysis.rating_counts import (
    BY_MANAGER,
    COUNTED,
    NOT_KNOWN,
    STALE,
    counted,
    needed,
)
from components.tables import columns as col

EVERYONE, GROUP, POOL = "everyone", "group", "pool"
SMALLER_UNITS = "Smaller units"

COLUMNS = (
    *("order", "unit", "kind", "group", "key", "rating", "people", "rated", "not_rated", "stale"),
    *("mean", "hidden"),
)
_ONCE = (
    *("order", "unit", "kind", "group", "key", "rated", "not_rated", "stale", "mean", "hidden"),
)

_UNIT_ORDER = {NOT_KNOWN: 1, SMALLER_UNITS: 2}


@dataclass(slots=True)
class _Row:
    """People of one row while they are counted: at each step, without, sum of ratings."""

    unit: str = ""
    kind: str = EVERYONE
    words: str = "Everyone rated"
    key: str = ""
    steps: dict[int, int] = field(default_factory=dict)
    not_rated: int = 0
    stale: int = 0
    total: float = 0.0

    def add(self, other: "_Row") -> "_Row":
        """Count the other row's people here too."""
        for step, people in other.steps.items():
            self.steps[step] = self.steps.get(step, 0) + people
        self.not_rated += other.not_rated
        self.stale += other.stale
        self.total += other.total
        return self

    @property
    def rated(self) -> int:
        return sum(self.steps.values())


_Groups = dict[tuple[str, str], _Row]


def distribution(
    people: pd.DataFrame,
    by: str,
    *,
    steps: Sequence[int],
    limit: int,
    months: int | None = None,
    names: Mapping[str, str] | None = None,
    in_order: Sequence[str] = (),
) -> pd.DataFrame:
    """Rows to draw, one line per row and rating step, in the order in which they are shown.

    steps: the rating scale. limit: the smallest group. months: an older rating does not count; all
    do where it is not given. names: what to call a group (employee ID → name of a manager).
    in_order: groups that have an order of their own, such as levels; others follow in name order,
    "Not known" and pools last.

    Columns: order (of the row), unit, kind (everyone, group or pool), group (its words), key (a
    group's value), rating, people, rated, not_rated, stale (rated, but too long ago), mean (of the
    ratings), hidden (only where the whole selection is below the limit; numbers are left out).
    """
    groups = _groups(counted(narrow(people, sorted(needed(by))), by, months))
    numbers = {group for _, group in groups if by == col.LEVEL and group.isdigit()}
    levels = {group: f"Level {group}" for group in numbers}
    words = _words({group for _, group in groups}, names or levels)
    rank = {words.get(group, group): place for place, group in enumerate(in_order)}
    teams = "Small teams" if by == BY_MANAGER else "Small groups"
    rows = sorted(_placed(groups, words, teams, limit), key=lambda row: _place(row, rank))
    everyone = _together(groups.values())
    return _table([everyone, *rows] if groups else [], sorted({*steps, *everyone.steps}), limit)


def _groups(counts: nw.LazyFrame[Any]) -> _Groups:
    """The counts of each unit and group."""
    groups: _Groups = defaultdict(_Row)
    table = counts.collect(backend="pyarrow").to_native()
    columns = (table.column(name).to_pylist() for name in COUNTED)
    for unit, group, step, people, total in zip(*columns, strict=True):
        row = groups[unit, group]
        if step is None:
            row.not_rated += people
        elif step == STALE:
            row.stale += people
        else:
            row.steps[step] = row.steps.get(step, 0) + people
            row.total += total
    return dict(groups)


def _words(groups: set[str], names: Mapping[str, str]) -> dict[str, str]:
    """What each group is called; two people of one name keep their IDs."""
    held = Counter(names.get(group, group) for group in groups)
    spoken = {group: names.get(group, group) for group in groups}
    return {
        group: name if held[name] == 1 else f"{name} ({group})" for group, name in spoken.items()
    }


def _placed(groups: _Groups, words: Mapping[str, str], teams: str, limit: int) -> list[_Row]:
    """The rows: groups that are large enough, the rest pooled in their unit."""
    units: dict[str, dict[str, _Row]] = defaultdict(dict)
    for (unit, group), row in groups.items():
        units[unit][group] = row
    small = pooled({unit: _together(one.values()) for unit, one in units.items()}, limit)
    rows = []
    for unit, held in units.items():
        pool = set() if unit in small else pooled(held, limit)
        if unit not in small:
            rows += [
                _Row(unit, GROUP, words[one], one).add(held[one]) for one in held if one not in pool
            ]
            rows += _pool(unit, [held[one] for one in pool], teams)
    rest = [row for unit in small for row in units[unit].values()]
    return rows + _pool(next(iter(small)) if len(small) == 1 else SMALLER_UNITS, rest, teams)


def _pool(unit: str, held: list[_Row], teams: str) -> list[_Row]:
    return [_Row(unit, POOL, f"{teams} ({len(held)})").add(_together(held))] if held else []


def _together(rows: Iterable[_Row]) -> _Row:
    return reduce(_Row.add, rows, _Row())


def pooled(groups: Mapping[str, _Row], limit: int) -> set[str]:
    """Groups with fewer rated people than the limit, and the next smallest where that is too few.

    Too few: all of them together are fewer rated, or nobody is rated and they are fewer people.
    A rating too old to count is none.

    >>> rows = {"a": _Row(steps={3: 3}), "b": _Row(steps={3: 9}), "c": _Row(steps={3: 30})}
    >>> sorted(pooled(rows, 5))
    ['a', 'b']
    >>> sorted(pooled({"a": _Row(not_rated=1), "b": _Row(steps={3: 9})}, 5))
    ['a', 'b']
    """
    ordered = sorted(groups, key=lambda group: (groups[group].rated, group))
    small = [group for group in ordered if groups[group].rated < limit]
    held = _together(groups[group] for group in small)
    enough = held.rated >= limit or (not held.rated and held.not_rated + held.stale >= limit)
    return set(ordered[: len(small) + (bool(small) and not enough)])


def _place(row: _Row, rank: Mapping[str, int]) -> tuple[object, ...]:
    """Units and groups by name; pools and the unknown last."""
    last = (row.kind == POOL, row.words == NOT_KNOWN, rank.get(row.words, len(rank)))
    return (
        _UNIT_ORDER.get(row.unit, 0),
        row.unit.casefold(),
        *last,
        row.words.casefold(),
        row.words,
    )


def _table(rows: list[_Row], steps: list[int], limit: int) -> pd.DataFrame:
    """One line per row and step."""
    once = pd.DataFrame(
        [_numbers(order, row, limit) for order, row in enumerate(rows)], columns=[*_ONCE]
    )
    table = once.loc[once.index.repeat(len(steps))].reset_index(drop=True)
    people = [
        None if hidden else row.steps.get(step, 0)
        for row, hidden in zip(rows, once["hidden"], strict=True)
        for step in steps
    ]
    table = table.assign(rating=steps * len(rows), people=pd.array(people, "Int64"))[[*COLUMNS]]
    counts = dict.fromkeys(("rated", "not_rated", "stale"), "Int64")
    return table.astype({**counts, "mean": "Float64", "hidden": bool})


def _numbers(order: int, row: _Row, limit: int) -> tuple[object, ...]:
    """A row without its steps; no numbers of rated people where they are too few."""
    rated = row.rated
    hidden = 0 < rated < limit
    mean = row.total / rated if rated and not hidden else None
    who = (order, row.unit, row.kind, row.words, row.key)
    return (*who, None if hidden else rated, row.not_rated, row.stale, mean, hidden)

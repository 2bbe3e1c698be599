"""Mean scores on each competency by department, level or region, and how many they stand on.

Three questions: the manager's score minus what level and track ask for (`GAP_TO_ROLE`), the own
score minus the manager's (`SELF_AGAINST_MANAGER`), the manager's score (`MANAGER_SCORE`). Of
several cycles a person's latest counts. A cell below the smallest group has no number; the row
of all groups leaves such cells out, so nothing can be worked out by subtracting.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import narwhals as nw
import pandas as pd
from narwhals.typing import FrameT

from components.analysis.arrow import narrow
from components.analysis.latest_scores import latest_scores
from components.settings.competencies import NOT_REQUIRED, Framework
from components.tables import columns as col

__all__ = ["Grid", "competency_grid", "latest_scores"]

GAP_TO_ROLE = "gap_to_role"
SELF_AGAINST_MANAGER = "self_against_manager"
MANAGER_SCORE = "manager_score"

SHOWN, LOW_N, HIDDEN = "shown", "low n", "hidden"
NOT_RATED, REQUIRED_NOWHERE, NO_TARGET = "not rated", "not required", "no target"
VISIBLE = (SHOWN, LOW_N)
LOW_N_BELOW, NOT_KNOWN = 10, "Not known"

_ALL = {col.DEPARTMENT: "Departments shown", col.LEVEL: "Levels shown", col.REGION: "Regions shown"}
COLUMNS = ("order", "group", "place", "competency", "n", "mean", "state")
_WHO = ("group", col.LEVEL, col.TRACK)


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells in the order in which they are shown, and how the people divide.

    cells: order and group (row; 0 is the row of all groups shown), place and competency
    (column), n, mean, state. n and mean are empty where the state is not shown or low n.
    rated + not_rated + hidden are the active people, each counted from its own rows: hidden
    people stand in a group with small cells and without a single visible one.
    """

    cells: pd.DataFrame
    rated: int
    not_rated: int
    hidden: int


def competency_grid(
    people: pd.DataFrame,
    latest: pd.DataFrame,
    framework: Framework,
    *,
    by: str,
    question: str,
    limit: int,
    in_order: Sequence[str] = (),
) -> Grid:
    """The grid of one question by one grouping of active people.

    people: one row per person; latest: what `latest_scores` makes of the data version. limit:
    the smallest group. in_order: groups that have an order of their own, such as levels.
    """
    who = narrow(people, {col.PERSON, col.LEVEL, col.TRACK, col.STATUS, by})
    told = narrow(latest, latest.columns)
    divided = _lines(people_rated(who, told, by=by, question=question))
    sums = _lines(summed(who, told, by=by, question=question))
    cells = _cells(sums, _lines(people_of(who, by)), framework, question)
    sizes = Counter[str]()
    for line in divided:
        sizes[line["group"]] += line["people"]
    few = frozenset(group for group, size in sizes.items() if size < limit)
    groups = _in_order(sizes, in_order)
    beyond = {competency for _, competency in cells}.difference(framework.names)
    asked = _Asked(question, limit, groups, few, [*framework.names, *sorted(beyond)])
    rows = _rows(cells, asked, _ALL.get(by, "Groups shown"))
    return Grid(rows, *_people_counts(rows, divided))


def summed(people: FrameT, latest: FrameT, *, by: str, question: str) -> FrameT:
    """People with a value and the sum of their values: group, level, track, competency."""
    valued = latest.with_columns(_value(question).alias("value"))
    valued = valued.filter(~nw.col("value").is_null())
    return (
        valued.join(_who(people, by), on=col.PERSON, how="inner")
        .group_by(*_WHO, col.COMPETENCY)
        .agg(nw.len().alias("n"), nw.col("value").sum())
    )


def people_of(people: FrameT, by: str) -> FrameT:
    """People of each group, level and track."""
    return _who(people, by).group_by(*_WHO).agg(nw.len().alias("people"))


def people_rated(people: FrameT, latest: FrameT, *, by: str, question: str) -> FrameT:
    """People of each group with at least one value, and those without."""
    valued = latest.filter(~_value(question).is_null()).select(col.PERSON).unique()
    marked = _who(people, by).join(
        valued.with_columns(rated=nw.lit(value=True)), on=col.PERSON, how="left"
    )
    marked = marked.with_columns(nw.col("rated").fill_null(value=False))
    return marked.group_by("group", "rated").agg(nw.len().alias("people"))


def _value(question: str) -> nw.Expr:
    if question == SELF_AGAINST_MANAGER:
        return nw.col(col.SELF) - nw.col(col.MANAGER)
    return nw.col(col.MANAGER)


def _who(people: FrameT, by: str) -> FrameT:
    """Active people with their group; the wide frame is left behind first."""
    group = nw.col(by).cast(nw.String).fill_null(NOT_KNOWN)
    narrow = people.select(col.PERSON, col.LEVEL, col.TRACK, col.STATUS, group=group)
    return narrow.filter(nw.col(col.STATUS) == "active")


def _lines(counts: nw.LazyFrame[Any]) -> list[dict[str, Any]]:
    """The rows of a small table of counts."""
    lines: list[dict[str, Any]] = counts.collect(backend="pyarrow").to_native().to_pylist()
    return lines


@dataclass(slots=True)
class _Cell:
    """One group and competency while it is added up."""

    n: int = 0
    total: float = 0.0
    required: int = 0
    with_target: int = 0


_Cells = dict[tuple[str, str], _Cell]


def _cells(
    sums: list[dict[str, Any]], sizes: list[dict[str, Any]], framework: Framework, question: str
) -> _Cells:
    """What each group's people on each competency add up to."""
    gap = question == GAP_TO_ROLE
    cells: _Cells = defaultdict(_Cell)
    for line in sums:
        target = _target(framework, line[col.COMPETENCY], line) if gap else 0
        if gap and target in {None, NOT_REQUIRED}:
            continue
        cell = cells[line["group"], line[col.COMPETENCY]]
        cell.n += line["n"]
        cell.total += line["value"] - line["n"] * (target or 0)
    for line in sizes:
        for competency in framework.names:
            target = _target(framework, competency, line)
            cell = cells[line["group"], competency]
            cell.with_target += 0 if target is None else line["people"]
            cell.required += line["people"] if target else 0
    return cells


def _target(framework: Framework, competency: str, who: dict[str, Any]) -> int | None:
    level, track = who[col.LEVEL], who[col.TRACK]
    if level is None or track is None:
        return None
    return framework.target(competency, level=str(level), track=str(track))


def _state(cell: _Cell, question: str, limit: int) -> str:
    if cell.n == 0 and question == GAP_TO_ROLE and not cell.required:
        return REQUIRED_NOWHERE if cell.with_target else NO_TARGET
    return state_of(cell.n, limit)


def state_of(n: int, limit: int) -> str:
    """How a cell that stands on n people is shown.

    >>> [state_of(n, 5) for n in (0, 4, 5, 9, 10)]
    ['not rated', 'hidden', 'low n', 'low n', 'shown']
    """
    if n == 0:
        return NOT_RATED
    return HIDDEN if n < limit else LOW_N if n < LOW_N_BELOW else SHOWN


def _in_order(groups: Iterable[str], in_order: Sequence[str]) -> list[str]:
    ranked = {group: rank for rank, group in enumerate(in_order)}
    last = len(ranked)
    return sorted(
        groups, key=lambda one: (one == NOT_KNOWN, ranked.get(one, last), one.casefold(), one)
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the grid is asked for, while its rows are made; `few` groups are too small."""

    question: str
    limit: int
    groups: list[str]
    few: frozenset[str]
    competencies: list[str]


def _rows(cells: _Cells, asked: _Asked, whole: str) -> pd.DataFrame:
    """The row of all groups shown, then each group; numbers only where they may be seen."""
    rows, total = [], {name: _Cell() for name in asked.competencies}
    for order, group in enumerate(asked.groups, start=1):
        for place, name in enumerate(asked.competencies):
            cell = cells[group, name]
            state = HIDDEN if group in asked.few else _state(cell, asked.question, asked.limit)
            if state in VISIBLE:
                total[name].n += cell.n
                total[name].total += cell.total
            rows.append((order, group, place, name, *_numbers(cell, state)))
    first = [
        (0, whole, place, name, *_numbers(total[name], state_of(total[name].n, asked.limit)))
        for place, name in enumerate(asked.competencies)
    ]
    table = pd.DataFrame([*first, *rows], columns=[*COLUMNS])
    return table.astype({"n": "Int64", "mean": "Float64"})


def _numbers(cell: _Cell, state: str) -> tuple[int | None, float | None, str]:
    return (cell.n, cell.total / cell.n, state) if state in VISIBLE else (None, None, state)


def _people_counts(rows: pd.DataFrame, divided: list[dict[str, Any]]) -> tuple[int, int, int]:
    """Rated, not rated and hidden people."""
    small = set(rows.loc[rows["state"].eq(HIDDEN), "group"])
    hidden = small.difference(rows.loc[rows["state"].isin(VISIBLE), "group"])
    seen = [line for line in divided if line["group"] not in hidden]
    return (
        sum(line["people"] for line in seen if line["rated"]),
        sum(line["people"] for line in seen if not line["rated"]),
        sum(line["people"] for line in divided if line["group"] in hidden),
    )

"""Levels in no order: asked where they are many, listed where they are strays."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from components.intake.facts.findings import Place, Rows, Wording
from components.intake.facts.held_back import Read, Waiting, question, with_given, without_values
from components.intake.facts.sheet_rows import Given, SheetRows
from components.settings import Levels, Settings, header_key, label_key
from components.settings.levels import PLAIN
from components.tables import columns as col
from components.tables.problems import Problem, Severity

_ASKED_SHARE = 0.05
"""Several labels without an order in so many of the cells are asked about together."""
_NAMED = 12
"""So many labels are named in a question."""

_LEVEL = Wording(
    "unknown_level",
    "The level “{value}” is in no list, so it has no order.",
    "The level “{value}” is in no list, so it has no order, in {count} cells.",
    "A change of it is a change, but not known to be a promotion. Add it to config/levels.toml.",
)
_ORDER = Wording(
    "level_order",
    "Which level is higher? Not known of {value}.",
    "Which level is higher? Not known of {value}; {count} cells.",
    "A change between them is a change, but not known to be a promotion, until you order the "
    "levels from low to high on Load data or in answers (levels = […]).",
    Severity.QUESTION,
)
_DIRECTION = Wording(
    "level_order",
    "Is level 1 the lowest or the highest? {value}",
    "Is level 1 the lowest or the highest? {value} {count} cells.",
    "The levels are left out until you order them from low to high on Load data or in answers "
    "(levels = […]).",
    Severity.QUESTION,
)


def levels_waiting(read: Read, settings: Settings) -> Waiting:
    """Hold back numbers of levels that seem to run against the settings.

    Evidence is a header under which 1 is mostly the top, or people with a top title who stand
    at the end that should be the lowest, and none of them at the other.
    """
    sheets, problems = dict(read), list[Problem]()
    for number, rows in read.items():
        for at, given in enumerate(rows.given):
            why = _against(rows, given, settings.levels) if given.plan.field == col.LEVEL else ""
            if why:
                problems.append(question(rows, given, _DIRECTION, why))
                sheets[number] = with_given(sheets[number], {at: (without_values(given),)})
    return Waiting(sheets, tuple(problems))


def _against(rows: SheetRows, given: Given, levels: Levels) -> str:
    """Why the numbers of a column may run the other way; empty where nothing says so."""
    labels = [label for label in given.values.dictionary.to_pylist() if label is not None]
    steps = [levels.step_of(label) for label in labels]
    numbers = [step.step for step in steps if step and step.ladder == PLAIN]
    if len(set(numbers)) < 2 or len(numbers) < len(labels):
        return ""
    if levels.top == "highest" and header_key(given.plan.header) in map(
        header_key, levels.runs_down
    ):
        return f"Under {given.plan.header} 1 is mostly the highest."
    ends = _ends_of_top_titles(rows, given, levels)
    if min(numbers) in ends and max(numbers) not in ends:
        label = labels[numbers.index(min(numbers))]
        return f"People with a title of the top stand at {label}."
    return ""


def _ends_of_top_titles(rows: SheetRows, given: Given, levels: Levels) -> set[int]:
    """The steps at which people with a title of the top stand."""
    title = next(
        (
            g
            for g in rows.given
            if g.plan.field == col.JOB_TITLE and g.plan.table == given.plan.table
        ),
        None,
    )
    if title is None:
        return set()
    wanted = {label for label in title.values.dictionary.to_pylist() if _is_top(label, levels)}
    if not wanted:
        return set()
    among = pc.is_in(
        title.values.cast(pa.string()), value_set=pa.array(sorted(wanted), pa.string())
    )
    there = given.values.cast(pa.string()).filter(among).unique().to_pylist()
    found = (levels.step_of(label) for label in there if label is not None)
    return {step.step for step in found if step is not None}


def _is_top(title: str, levels: Levels) -> bool:
    """Whether a title begins with one of those at the top."""
    spoken = " ".join(re.findall(r"\w+", label_key(title)))
    tops = (" ".join(re.findall(r"\w+", label_key(one))) for one in levels.top_titles)
    return any(f"{spoken} ".startswith(f"{one} ") for one in tops)


@dataclass(frozen=True, slots=True)
class _Unplaced:
    """A label without an order: where it stands in one column."""

    place: Place
    label: str
    rows: Rows


def order_of_levels(read: Read, levels: Levels) -> Iterator[Problem]:
    """Labels of levels in no order: one question for all of them, or a warning for each stray.

    Once an order was answered nothing is asked again: what it leaves out has none on purpose.
    """
    unplaced, filled = list[_Unplaced](), 0
    for rows in read.values():
        for given in rows.given:
            if given.plan.field == col.LEVEL:
                filled += len(given.values) - given.values.null_count
                unplaced += _unplaced(rows, given, levels)
    cells = sum(len(one.rows) for one in unplaced)
    several = len({one.label for one in unplaced}) > 1
    if several and not levels.answered and cells >= _ASKED_SHARE * filled:
        yield _asked(unplaced, cells)
        return
    for one in unplaced:
        count = len(one.rows)
        yield one.place.problem(
            _LEVEL,
            int(one.rows[0]),
            count=count,
            said=one.label,
            rows=one.rows if count > 1 else (),
        )


def _asked(unplaced: list[_Unplaced], cells: int) -> Problem:
    """One question for every label, at the first cell, with the first cell of each label."""
    counts: dict[str, int] = {}
    for one in unplaced:
        counts[one.label] = counts.get(one.label, 0) + len(one.rows)
    named = [f"“{label}” ({count:,})" for label, count in list(counts.items())[:_NAMED]]
    rest = len(counts) - len(named)
    words = ", ".join(named) + (f" and {rest} more" if rest else "")
    first = unplaced[0]
    problem = first.place.problem(_ORDER, int(first.rows[0]), count=cells, said=words)
    same = [one for one in unplaced if one.place == first.place]
    cells_of = tuple(one.place.source.address(int(one.rows[0]), one.place.column) for one in same)
    return replace(problem, cells=cells_of)


def _unplaced(rows: SheetRows, given: Given, levels: Levels) -> Iterator[_Unplaced]:
    code = np.asarray(given.values.indices.fill_null(-1))
    for number, label in enumerate(given.values.dictionary.to_pylist()):
        if label is not None and levels.step_of(label) is None:
            at = np.flatnonzero(code == number)
            if len(at):
                yield _Unplaced(Place(rows.source, given.plan.column), label, rows.row[at])

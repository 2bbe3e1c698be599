"""The rows of flags: one for each active person and rule, put together column by column.

Only the few rows that are a yes, or unknown, carry words, days and pointers: these are worked
out for those people alone and laid in their places.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from components.signals.flags import NO, UNKNOWN, YES
from components.signals.rule import Rule
from components.tables import columns as col

Marks = npt.NDArray[np.bool_]
Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one rule says of all people: two marks each, and words for those it speaks of.

    `reason` and `since` have one value for each yes, `missing` one for each unknown.
    """

    rule: Rule
    yes: Marks
    unknown: Marks
    reason: pa.Array
    since: pa.Array
    missing: pa.Array


def rows_of(verdicts: Sequence[Verdict], people: pd.DataFrame, active: Marks) -> pd.DataFrame:
    """One row for each active person and verdict, in order of person and rule."""
    rules = len(verdicts)
    who = pa.array(np.repeat(np.flatnonzero(active), rules))
    which = pa.array(np.tile(np.arange(rules), int(active.sum())))
    yes, unknown = (_lined_up(verdicts, name)[active] for name in ("yes", "unknown"))
    at_yes, at_unknown = _places(yes), _places(unknown)
    columns = {
        col.PERSON: whole(people[col.PERSON]).take(who),
        col.EMPLOYEE_ID: whole(people[col.EMPLOYEE_ID]).take(who),
        col.RULE: pa.array([verdict.rule.key for verdict in verdicts]).take(which),
        col.KIND: pa.array([verdict.rule.kind for verdict in verdicts]).take(which),
        col.STATE: pa.array([NO, YES, UNKNOWN]).take(pa.array((yes + 2 * unknown).ravel())),
        col.REASON: _laid(at_yes, (verdict.reason for verdict in verdicts), pa.string()),
        col.SINCE: _laid(at_yes, (verdict.since for verdict in verdicts), pa.date32()),
        col.MISSING: _laid(at_unknown, (verdict.missing for verdict in verdicts), pa.string()),
    }
    for name in _pointers(verdicts):
        columns[name] = _laid(at_yes, _pointed(verdicts, people, name), pa.int32())
    rows: pd.DataFrame = pa.table(columns).to_pandas(types_mapper=pd.ArrowDtype)
    return rows


def _lined_up(verdicts: Sequence[Verdict], name: str) -> npt.NDArray[np.int8]:
    """The marks of all rules: people down, rules across."""
    return np.column_stack([getattr(verdict, name) for verdict in verdicts]).astype(np.int8)


def _places(marks: npt.NDArray[np.int8]) -> pa.Array:
    """For each row the place of its value among the values of all rules; missing without a mark.

    The values stand rule after rule, the rows person after person.
    """
    place = np.cumsum(marks.T.ravel(), dtype=np.int64).reshape(marks.T.shape).T - 1
    return pa.array(place.ravel(), mask=(marks == 0).ravel())


def _laid(places: pa.Array, values: Iterable[pa.Array], kind: pa.DataType) -> pa.Array:
    return pa.concat_arrays([part.cast(kind) for part in values]).take(places)


def _pointers(verdicts: Sequence[Verdict]) -> list[str]:
    names = [pointer.name for verdict in verdicts for pointer in verdict.rule.evidence]
    return [f"{name}_{end}" for name in dict.fromkeys(names) for end in ("sheet", "row")]


def _pointed(verdicts: Sequence[Verdict], people: pd.DataFrame, name: str) -> list[pa.Array]:
    column = whole(people[name])
    return [
        column.filter(pa.array(verdict.yes))
        if name in _pointers([verdict])
        else pa.nulls(int(verdict.yes.sum()), pa.int32())
        for verdict in verdicts
    ]


def whole(values: pd.Series) -> pa.Array:
    """A column as Arrow, in one piece."""
    found = pa.array(values.array, from_pandas=True)
    return found.combine_chunks() if isinstance(found, pa.ChunkedArray) else found

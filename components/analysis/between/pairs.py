"""Pairing the facts of two versions in whole numbers, and judging each pair.

A pair holds `before` and `after`, the places of one fact in the two versions; one is missing
where the fact stands only in the other. Values are codes that are equal where the values are,
so that the same expressions run on every engine. Missing is never a change: a value that is
there no more is *no longer known*, one that is there for the first time is *known now*.
"""

from collections.abc import Mapping, Sequence

import narwhals as nw
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from components.analysis.arrow import Arrays, arrow_of, counted
from components.analysis.between.facts import Facts
from components.analysis.between.people_facts import STATE
from components.analysis.in_order import Frame
from components.settings import label_key
from components.tables import columns as col
from components.tables.dataset import Dataset

KEY, BEFORE, AFTER = "key", "before", "after"
Codes = npt.NDArray[np.int64]
Sides = tuple[pa.Array, pa.Array]
ROOM = 2**62
"""Keys stay below this."""


def shared_numbers(before: Dataset, after: Dataset) -> Sides:
    """For each version, by person number, a number that is equal for equal employee IDs."""
    then, now = (arrow_of(one.persons[col.EMPLOYEE_ID]) for one in (before, after))
    return _both(then, now, spelled=False)


def coded_sides(
    before: Facts, after: Facts, who: Sides, *, by_spelling: Sequence[str] = ()
) -> tuple[Arrays, Arrays]:
    """Both sides as whole numbers: key, place, and a code for each field.

    `who` is from shared_numbers. Of fields in `by_spelling`, texts that differ only in width,
    case or spaces are equal.
    """
    keys = _keys(before, after, who)
    fields = {
        name: _both(before.values[name], after.values[name], spelled=name in by_spelling)
        for name in given_by_both(before, after)
    }
    first, second = (
        {KEY: pa.chunked_array([keys[side]]), "place": counted(len(keys[side]))}
        | {name: pa.chunked_array([found[side]]) for name, found in fields.items()}
        for side in (0, 1)
    )
    return _held(first, before.held), _held(second, after.held)


def given_by_both(before: Facts, after: Facts) -> tuple[str, ...]:
    """The fields that any fact of each side says; the state of a person is always asked for."""
    names = {*before.fields} & {*after.fields} | {STATE}
    return tuple(name for name in after.values if name in names)


def paired(before: Frame, after: Frame, fields: Sequence[str]) -> Frame:
    """One row for each key that either side holds, with `<field>` and `<field>_before`."""
    then = before.select(
        nw.col(KEY).alias("_key"),
        nw.col("place").alias(BEFORE),
        *(nw.col(name).alias(f"{name}_before") for name in fields),
    )
    now = after.select(nw.col(KEY), nw.col("place").alias(AFTER), *fields)
    joined = now.join(then, how="full", left_on=KEY, right_on="_key")  # type: ignore[arg-type]
    return joined.drop(KEY, "_key")


def differing(pairs: Frame, fields: Sequence[str]) -> Frame:
    """The pairs in which anything differs."""
    judges = (changed, no_longer_known, known_now)
    any_of = [judge(field) for field in fields for judge in judges]
    return pairs.filter(nw.any_horizontal(added(), gone(), *any_of, ignore_nulls=False))


def added() -> nw.Expr:
    """The fact stands only in the new version."""
    return nw.col(BEFORE).is_null()


def gone() -> nw.Expr:
    """The fact stands only in the old version."""
    return nw.col(AFTER).is_null()


def changed(field: str) -> nw.Expr:
    """Both versions say the value, and not the same."""
    differs = nw.col(field) != nw.col(f"{field}_before")
    return differs.fill_null(value=False)


def no_longer_known(field: str) -> nw.Expr:
    """The fact stands in both versions; only the old one says the value."""
    return ~gone() & nw.col(field).is_null() & ~nw.col(f"{field}_before").is_null()


def known_now(field: str) -> nw.Expr:
    """The fact stands in both versions; only the new one says the value."""
    return ~added() & ~nw.col(field).is_null() & nw.col(f"{field}_before").is_null()


def picked(pairs: Frame, which: nw.Expr) -> Frame:
    """The places of the pairs for which the judgement holds."""
    return pairs.filter(which).select(BEFORE, AFTER)


def _held(table: Mapping[str, pa.ChunkedArray], held: pa.ChunkedArray) -> Arrays:
    kept = pa.table(dict(table)).filter(held)
    return dict(zip(kept.column_names, kept.columns, strict=True))


def _both(then: pa.ChunkedArray, now: pa.ChunkedArray, *, spelled: bool) -> Sides:
    """Codes of the values of both sides; equal values have equal codes, missing stays missing."""
    values = pa.concat_arrays([*_cast(then).chunks, *_cast(now).chunks])
    if not pa.types.is_string(values.type):
        return values[: len(then)], values[len(then) :]
    encoded = pc.dictionary_encode(values)
    codes = encoded.indices
    if spelled:
        seen: dict[str, int] = {}
        keys = [label_key(text) for text in encoded.dictionary.to_pylist()]
        alike = pa.array([seen.setdefault(key, len(seen)) for key in keys], pa.int32())
        codes = alike.take(codes)
    return codes[: len(then)], codes[len(then) :]


def _cast(values: pa.ChunkedArray) -> pa.ChunkedArray:
    """Days, yes and no, and numbers as numbers; text as it is."""
    kind = values.type
    if pa.types.is_date32(kind):
        return values.cast(pa.int32())
    if pa.types.is_boolean(kind):
        return values.cast(pa.int8())
    if pa.types.is_integer(kind) or pa.types.is_floating(kind):
        return values.cast(pa.float64())
    return values.cast(pa.string())


def _keys(before: Facts, after: Facts, who: Sides) -> tuple[pa.Array, pa.Array]:
    """One whole number for each fact: its keys, and which of several with equal keys it is."""
    sides = zip(who, (before, after), strict=True)
    persons = [numbers.take(side.persons.combine_chunks()) for numbers, side in sides]
    whole = _from_zero(pa.concat_arrays(persons))
    for then, now in zip(before.keys, after.keys, strict=True):
        whole = _beside(whole, _from_zero(pa.concat_arrays(_both(then, now, spelled=False))))
    halves = whole[: len(persons[0])], whole[len(persons[0]) :]
    turns = [_turn(half) for half in halves]
    most = max(int(turn.max(initial=0)) for turn in turns) + 1
    first, second = (half * most + turn for half, turn in zip(halves, turns, strict=True))
    return pa.array(first), pa.array(second)


def _from_zero(codes: pa.Array) -> Codes:
    """Codes from 1, 0 where missing."""
    return np.asarray(pc.fill_null(codes, -1)).astype(np.int64) + 1


def _beside(whole: Codes, further: Codes) -> Codes:
    """Two codes as one."""
    room = int(further.max(initial=0)) + 1
    if int(whole.max(initial=0)) >= ROOM // room:
        whole = np.unique(whole, return_inverse=True)[1].astype(np.int64)
    return whole * room + further


def _turn(keys: Codes) -> Codes:
    """Which of the facts with an equal key each is, from 0, in the order they stand."""
    order = np.argsort(keys, kind="stable")
    in_turn = keys[order]
    begins = np.flatnonzero(np.append(True, in_turn[1:] != in_turn[:-1])[: len(keys)])
    since = np.repeat(begins, np.diff(np.append(begins, len(keys))))
    turns = np.empty(len(keys), np.int64)
    turns[order] = np.arange(len(keys)) - since
    return turns

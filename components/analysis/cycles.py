"""Review cycles in their order, and the day each stands for."""

import re
from collections.abc import Mapping, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from components.analysis.arrow import Arrays, Columns
from components.analysis.day_numbers import day_of
from components.tables import columns as col

NO_DAY = 0
"""Stands for the day of a review that neither its row nor its cycle dates."""


def with_cycles(reviews: Columns) -> Arrays:
    """`cycle` (its place in the order, from 0), `day` (NO_DAY where unknown), `dated` (0, 1).

    A review without a day stands on the first day of its cycle; a cycle without any day follows
    the cycle before it by name. A review without a cycle is one of its own day.
    """
    days = reviews.days(col.REVIEW_DATE)
    names = _names(reviews.text(col.CYCLE), days)
    encoded = pc.dictionary_encode(names.combine_chunks())
    cycles = encoded.dictionary.to_pylist()
    first_days = _first_days(encoded.indices, days, cycles)
    order = sorted(range(len(cycles)), key=lambda n: (first_days[cycles[n]], _natural(cycles[n])))
    places = pa.array(np.argsort(np.array(order, np.int64)) if order else [], pa.int64())
    by_cycle = pa.array([first_days[name] for name in cycles], pa.int64()).take(encoded.indices)
    return {
        "cycle": pa.chunked_array([places.take(encoded.indices)]),
        "day": pc.coalesce(days, pa.chunked_array([by_cycle])),
        "dated": pc.is_valid(days).cast(pa.int64()),
    }


def first_days(reviews: Columns) -> Mapping[str, int]:
    """The day on which each cycle begins: that of its first dated review."""
    days = reviews.days(col.REVIEW_DATE)
    encoded = pc.dictionary_encode(_names(reviews.text(col.CYCLE), days).combine_chunks())
    return _first_days(encoded.indices, days, encoded.dictionary.to_pylist())


def _names(cycles: pa.ChunkedArray, days: pa.ChunkedArray) -> pa.ChunkedArray:
    if not cycles.null_count:
        return cycles
    distinct = pc.dictionary_encode(days.combine_chunks())
    texts = [day_of(day).isoformat() for day in distinct.dictionary.to_pylist()]
    of_day = pa.array(texts, pa.string()).take(distinct.indices)
    return pc.fill_null(pc.coalesce(cycles, pa.chunked_array([of_day])), "")


def _first_days(
    indices: pa.Array, days: pa.ChunkedArray, cycles: Sequence[str]
) -> Mapping[str, int]:
    table = pa.table({"cycle": indices, "day": days}).group_by("cycle").aggregate([("day", "min")])
    found = dict(zip(table["cycle"].to_pylist(), table["day_min"].to_pylist(), strict=True))
    known: dict[str, int] = {}
    latest = NO_DAY
    for place in sorted(range(len(cycles)), key=lambda n: _natural(cycles[n])):
        latest = found.get(place) or latest
        known[cycles[place]] = latest
    return known


def _natural(name: str) -> list[tuple[int, int, str]]:
    """Text with its numbers as numbers, so that cycle 10 follows cycle 9."""
    parts = re.findall(r"\d+|\D+", name.casefold())
    return [(0, int(part), "") if part.isdigit() else (1, 0, part) for part in parts]

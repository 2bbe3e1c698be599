"""Every exit the data tells of, also of people who came back: when, of which kind, and notice.

An exit said by several statements, or by a statement and a row of role history, is one exit: its
day is that of the statement known last. Exits of one person further apart than
`new_employment_over_days` are different ones.
"""

from collections.abc import Sequence
from datetime import date
from enum import IntEnum

import narwhals as nw
import pyarrow as pa
import pyarrow.compute as pc

from components.analysis.arrow import Arrays, Columns, coded, in_sequence, kept
from components.analysis.day_numbers import day_number
from components.analysis.dense import collected, numbers
from components.analysis.in_order import Frame, before, in_order
from components.analysis.role_rows import DAYS_BELOW, Event, role_rows
from components.settings import Settings
from components.tables import columns as col
from components.tables.dataset import Dataset

_KNOWN_BELOW = 2**31


class ExitKind(IntEnum):
    """Whose decision an exit was; UNKNOWN is a kind of its own and never taken for another."""

    UNKNOWN = 0
    VOLUNTARY = 1
    INVOLUNTARY = 2
    RETIREMENT = 3
    OTHER = 4


def exits(dataset: Dataset, until: date, settings: Settings) -> Arrays:
    """One row for each exit whose last day is known and lies on or before the day.

    Columns: person, day (its last day, a day number), kind (`ExitKind`), notice (the day on
    which it was announced, missing where nobody says).
    """
    rows = exit_rows(dataset, until, settings)
    table = collected(one_for_each(numbers(rows), settings.clocks.new_employment_over_days))
    return {name: table[name] for name in table.column_names}


def exit_rows(dataset: Dataset, until: date, settings: Settings) -> Arrays:
    """What statements and role history say of exits, by person and day; the last known last."""
    stated, events = _stated(dataset), _events(dataset, until, settings)
    whole = pa.concat_tables([pa.table(stated), pa.table(events)]).combine_chunks()
    columns = dict(zip(whole.column_names, whole.columns, strict=True))
    columns = kept(columns, pc.less_equal(columns["day"], day_number(until)))
    persons = max(dataset.people_count, 1)
    by_known = in_sequence(columns, ("known", DAYS_BELOW))
    return in_sequence(by_known, (col.PERSON, persons), ("day", DAYS_BELOW))


def one_for_each(rows: Frame, apart: int) -> Frame:
    """The row that counts of each exit, and what others of it say of kind and notice."""
    rows = in_order(rows, last_person=before(col.PERSON), last_day=before("day"))
    same = (nw.col(col.PERSON) == nw.col("last_person")) & (
        nw.col("day") - nw.col("last_day") <= apart
    )
    rows = rows.with_columns(begins=(~same).fill_null(value=True).cast(nw.Int64))
    rows = in_order(rows, which=nw.col("begins").cum_sum())
    said = nw.when(nw.col("kind") > 0).then(nw.col("known") * _KNOWN_BELOW + nw.col("kind"))
    told = nw.when(~nw.col("notice").is_null()).then(
        nw.col("known") * _KNOWN_BELOW + nw.col("notice")
    )
    rows = rows.with_columns(
        rank=nw.col("known") * _KNOWN_BELOW + nw.col("order"), said=said, told=told
    )
    newest = {name: nw.col(name).max() for name in ("rank", "said", "told")}
    best = rows.group_by("which").agg(**newest)
    found = rows.select(col.PERSON, "day", "which", "rank").join(best, on=["which", "rank"])  # type: ignore[arg-type]
    return found.sort("which").select(
        col.PERSON,
        "day",
        kind=_low("said").fill_null(0),
        notice=_low("told"),
    )


def _low(key: str) -> nw.Expr:
    return nw.col(key) - nw.col(key) // _KNOWN_BELOW * _KNOWN_BELOW


def _stated(dataset: Dataset) -> Arrays:
    people = Columns(dataset.tables.get("people"))
    columns = {
        col.PERSON: people.number(col.PERSON),
        "day": people.days(col.EXIT_DATE),
        "known": pc.add(pc.fill_null(people.days(col.KNOWN_ON), 0), 1),
        "kind": pc.fill_null(coded(people.text(col.EXIT_KIND), _kinds), 0),
        "notice": people.days(col.NOTICE_DATE),
    }
    dated = pc.and_(pc.is_valid(columns["day"]), pc.is_valid(columns[col.PERSON]))
    return kept(columns, dated)


def _events(dataset: Dataset, until: date, settings: Settings) -> Arrays:
    """Exits that only role history tells; they never win over a statement."""
    rows = role_rows(dataset, until, settings.levels)
    found = kept(rows, pc.equal(rows["event"], int(Event.EXIT)))
    count = len(found[col.PERSON])
    zero = pa.chunked_array([pa.repeat(pa.scalar(0, pa.int64()), count)])
    return {
        col.PERSON: found[col.PERSON],
        "day": found["start"],
        "known": zero,
        "kind": zero,
        "notice": pa.chunked_array([pa.nulls(count, pa.int64())]),
    }


def _kinds(texts: Sequence[str]) -> list[int]:
    known = {kind.name.lower(): int(kind) for kind in ExitKind}
    return [known.get(text, ExitKind.UNKNOWN) for text in texts]


__all__ = ["ExitKind", "exit_rows", "exits", "one_for_each"]

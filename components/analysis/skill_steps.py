"""Steps by which people learn beside their role, and whether their scores have risen."""

from datetime import date

import narwhals as nw
import pyarrow as pa
import pyarrow.compute as pc
from narwhals.typing import FrameT

from components.analysis.arrow import Arrays, Columns, arrow_of, in_sequence, kept
from components.analysis.cycles import first_days
from components.analysis.day_numbers import day_number, days_of, months_ago
from components.analysis.dense import by_person, numbers
from components.analysis.in_order import last_of_each
from components.analysis.role_rows import DAYS_BELOW
from components.tables import columns as col
from components.tables.dataset import Dataset

TAKEN = ("accepted", "completed")
KINDS = ("stretch assignment", "rotation", "acting role", "mentoring", "course")
THOUSANDTHS = 1000
"""Scores are compared in whole thousandths."""


def skill_steps(dataset: Dataset, as_of: date) -> Arrays:
    """The last step taken up or completed, the months since, and the change of mean scores."""
    steps = _steps(dataset, as_of)
    return {
        col.LAST_SKILL_STEP: days_of(steps),
        col.MONTHS_SINCE_SKILL_STEP: months_ago(steps, as_of),
        col.SCORE_CHANGE: _change(dataset, as_of),
    }


def _steps(dataset: Dataset, as_of: date) -> pa.ChunkedArray:
    """For each person the day of the last step seen: its end, else its decision, else its day.

    What was decided later was not taken up yet, and what ended later had not ended.
    """
    rows, today = Columns(dataset.tables.get("opportunities")), day_number(as_of)
    decided, ended = rows.days(col.DECIDED_ON), rows.days(col.ENDED_ON)
    told = pc.less_equal(pc.coalesce(decided, ended, rows.days(col.DATE)), today)
    over = pc.if_else(pc.less_equal(ended, today), ended, pa.scalar(None, pa.int64()))
    day = pc.coalesce(over, decided, rows.days(col.DATE))
    taken = pc.and_(
        pc.is_in(rows.text(col.OUTCOME), pa.array(TAKEN)),
        pc.is_in(rows.text(col.KIND), pa.array(KINDS)),
    )
    columns = {col.PERSON: rows.number(col.PERSON), "day": day}
    seen = pc.and_(pc.and_(pc.less_equal(day, today), told), taken)
    columns = kept(columns, pc.fill_null(pc.and_(seen, pc.is_valid(columns[col.PERSON])), False))
    keys = ((col.PERSON, dataset.people_count + 1), ("day", DAYS_BELOW))
    last = last_of_each(numbers(in_sequence(columns, *keys))).select(col.PERSON, "day")
    return by_person(last, dataset.people_count)["day"]


def _change(dataset: Dataset, as_of: date) -> pa.ChunkedArray:
    """For each person the manager's mean score in the latest cycle minus that of the one before.

    Only competencies scored in both count.
    """
    scores = dataset.tables.get("competencies")
    wanted = {col.CYCLE, col.COMPETENCY, col.MANAGER}
    if scores is None or not wanted.issubset(scores.columns):
        return pa.chunked_array([pa.nulls(dataset.people_count, pa.float64())])
    begun = first_days(Columns(dataset.tables.get("reviews")))
    seen = {name: day for name, day in begun.items() if day <= day_number(as_of)}
    order = {name: at for at, name in enumerate(sorted(seen, key=lambda one: (seen[one], one)))}
    cycle = arrow_of(scores[col.CYCLE]).cast(pa.string())
    place = pa.array([order[name] for name in order], pa.int64())
    at = pc.index_in(cycle, pa.array(list(order), pa.string())).combine_chunks()
    rows = {
        col.PERSON: arrow_of(scores[col.PERSON]).cast(pa.int64()),
        "cycle": pa.chunked_array([place.take(at)]),
        "competency": _codes(arrow_of(scores[col.COMPETENCY])),
        "score": pc.round(
            pc.multiply(arrow_of(scores[col.MANAGER]).cast(pa.float64()), float(THOUSANDTHS))
        ).cast(pa.int64()),
    }
    told = pc.and_(pc.is_valid(rows["score"]), pc.is_valid(rows["cycle"]))
    found = by_person(score_changes(numbers(kept(rows, told))), dataset.people_count)["change"]
    return pc.divide(found.cast(pa.float64()), float(THOUSANDTHS))


def _codes(texts: pa.ChunkedArray) -> pa.ChunkedArray:
    whole = pc.dictionary_encode(texts.cast(pa.string()).combine_chunks())
    return pa.chunked_array([whole.indices.cast(pa.int64())])


def score_changes(rows: FrameT) -> FrameT:
    """One row per person scored on the same competency in their two latest cycles: `change`.

    rows: person, cycle (its place in the order), competency, score.
    """
    cycles = rows.select(col.PERSON, "cycle").unique()
    latest = cycles.group_by(col.PERSON).agg(latest=nw.col("cycle").max())
    earlier = cycles.join(latest, on=col.PERSON).filter(nw.col("cycle") < nw.col("latest"))
    before = earlier.group_by(col.PERSON).agg(before=nw.col("cycle").max())
    both = latest.join(before, on=col.PERSON)
    means = rows.group_by(col.PERSON, "cycle", "competency").agg(score=nw.col("score").mean())
    now = means.join(both, on=col.PERSON).filter(nw.col("cycle") == nw.col("latest"))
    then = means.join(both, on=col.PERSON).filter(nw.col("cycle") == nw.col("before"))
    pairs = now.select(col.PERSON, "competency", now="score").join(
        then.select(col.PERSON, "competency", then="score"), on=[col.PERSON, "competency"]
    )
    pairs = pairs.with_columns(change=nw.col("now") - nw.col("then"))
    risen = pairs.group_by(col.PERSON).agg(nw.col("change").mean())
    return risen.with_columns(change=nw.col("change").round(0).cast(nw.Int64))

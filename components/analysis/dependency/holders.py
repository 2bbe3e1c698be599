"""Who alone in a department holds a competency at the level their role asks for.

A *holder* is an active person whose manager's latest score reaches the target of level and
track. With fewer than `FEWEST` people of the department scored on it, it can't be told.
"""

from datetime import date

import narwhals as nw
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from narwhals.typing import FrameT

from components.analysis.arrow import Arrays, Columns, coded, kept, narrow
from components.analysis.cycles import first_days
from components.analysis.dense import by_person, collected, numbers
from components.analysis.latest_scores import latest_scores
from components.analysis.role_rows import spelling_codes
from components.analysis.seen_rows import competencies_seen
from components.analysis.words import pointers
from components.settings import Settings
from components.settings.competencies import NOT_REQUIRED
from components.tables import columns as col
from components.tables.dataset import Dataset

FEWEST = 5
_READ = (col.PERSON, col.COMPETENCY, col.CYCLE, col.REVIEW_DATE, col.SELF, col.MANAGER)


def sole_holders(dataset: Dataset, as_of: date, settings: Settings, standing: Arrays) -> Arrays:
    """`sole_holder` by person, of which competency, and the cell of that score."""
    people = dataset.people_count
    scores = competencies_seen(dataset, as_of)
    if scores.empty or col.MANAGER not in scores.columns:
        nobody = pa.chunked_array([pa.nulls(people, pa.int64())])
        return _columns(Columns(None), nobody.cast(pa.bool_()), nobody.cast(pa.string()), nobody)
    given = [name for name in _READ if name in scores.columns]
    latest = collected(latest_scores(narrow(scores, given)))
    latest = latest.filter(pc.is_valid(latest[col.MANAGER]))
    names = pc.unique(latest[col.COMPETENCY])
    rows = _rows(latest, names, settings, standing)
    found = by_person(sole(numbers(rows)), people)
    which = pa.chunked_array([names.take(found["which"].combine_chunks())])
    table = Columns(scores)
    return _columns(table, found["sole"], which, _places(table, dataset, which))


def _columns(
    scores: Columns, sole_one: pa.ChunkedArray, which: pa.ChunkedArray, places: pa.ChunkedArray
) -> Arrays:
    return {
        col.SOLE_HOLDER: sole_one,
        col.SOLE_HOLDER_OF: which,
        **pointers(scores, places, "sole"),
    }


def _rows(latest: pa.Table, names: pa.Array, settings: Settings, standing: Arrays) -> Arrays:
    """person, department, competency (codes) and holds, of active people with a department."""
    person = latest[col.PERSON].cast(pa.int64())
    department = coded(standing[col.DEPARTMENT], spelling_codes).take(person)
    target = _targets(latest, person, settings, standing)
    asked = pc.greater(target, NOT_REQUIRED)
    holds = pc.and_(asked, pc.greater_equal(latest[col.MANAGER], target))
    columns = {
        col.PERSON: person,
        "department": department,
        "competency": pc.index_in(latest[col.COMPETENCY], value_set=names).cast(pa.int64()),
        "holds": pc.fill_null(holds, False).cast(pa.int64()),
    }
    here = pc.and_(standing["active"].take(person), pc.is_valid(department))
    return kept(columns, pc.fill_null(here, False))


def _targets(
    latest: pa.Table, person: pa.ChunkedArray, settings: Settings, standing: Arrays
) -> pa.ChunkedArray:
    """What each score has to reach, worked out for distinct competencies, levels and tracks."""
    parts = (
        latest[col.COMPETENCY],
        standing[col.LEVEL].take(person),
        standing[col.TRACK].take(person),
    )
    encoded = [pc.dictionary_encode(pc.fill_null(part, "").combine_chunks()) for part in parts]
    whole = np.zeros(len(person), np.int64)
    for one in encoded:
        whole = whole * (len(one.dictionary) + 1) + one.indices.to_numpy()
    _, first, place = np.unique(whole, return_index=True, return_inverse=True)
    texts = [one.dictionary.take(one.indices.take(pa.array(first))).to_pylist() for one in encoded]
    known = [
        settings.competencies.target(name, level=level, track=track)
        for name, level, track in zip(*texts, strict=True)
    ]
    return pa.chunked_array([pa.array(known, pa.int64()).take(pa.array(place))])


def sole(rows: FrameT) -> FrameT:
    """One row per person: `sole` (yes, no or unknown), and `which` competency (its code).

    rows: person, department, competency, holds (0 or 1), one for each score of an active person.
    """
    holders = rows.group_by("department", "competency").agg(
        scored=nw.col("holds").count(), holders=nw.col("holds").sum()
    )
    judged = rows.join(holders, on=["department", "competency"]).with_columns(
        alone=(nw.col("holds") == 1) & (nw.col("holders") == 1) & (nw.col("scored") >= FEWEST),
        open=(nw.col("holds") == 1) & (nw.col("scored") < FEWEST),
    )
    judged = judged.with_columns(nw.col("alone", "open").cast(nw.Int64))
    of_person = judged.group_by(col.PERSON).agg(nw.col("alone").max(), nw.col("open").max())
    alone = judged.filter(nw.col("alone") == 1)
    first = alone.group_by(col.PERSON).agg(which=nw.col("competency").min())
    both = of_person.join(first, on=col.PERSON, how="left")
    told = (nw.col("alone") == 1) | (nw.col("open") == 0)
    return both.select(col.PERSON, "which", sole=nw.when(told).then(nw.col("alone") == 1))


def _places(scores: Columns, dataset: Dataset, which: pa.ChunkedArray) -> pa.ChunkedArray:
    """Where the newest score of each person on that competency stands."""
    days = first_days(Columns(dataset.tables.get("reviews")))
    cycles = scores.text(col.CYCLE).to_pylist()
    day = np.array([days.get(one, 0) for one in cycles], np.int64)
    person = scores.number(col.PERSON).to_numpy()
    wanted = pc.equal(scores.text(col.COMPETENCY), which.take(pa.array(person)))
    told = pc.and_(wanted, pc.is_valid(scores.of(col.MANAGER, pa.float64())))
    at = np.flatnonzero(pc.fill_null(told, False).to_numpy())
    at = at[np.argsort(day[at], kind="stable")]
    places = np.full(len(which), -1, np.int64)
    places[person[at]] = at
    return pa.chunked_array([pa.array(places, mask=places < 0)])

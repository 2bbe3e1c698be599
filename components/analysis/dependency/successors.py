"""Whether somebody stands ready to follow a person."""

from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from components.analysis.arrow import Arrays, Columns, coded
from components.analysis.role_rows import spelling_codes
from components.analysis.seen_rows import seen
from components.analysis.words import pointers
from components.settings import Settings
from components.tables import columns as col
from components.tables.dataset import Dataset

READY = "now"
"""The horizon of config/values.toml that a ready successor's readiness is spelled as."""


def ready_successors(dataset: Dataset, as_of: date, settings: Settings, standing: Arrays) -> Arrays:
    """`ready_successor` by person, and the row that names one.

    Yes where an active person is named who is ready now; no where none is, as soon as any
    successors are given; unknown where none are, or where a named one's readiness isn't said.
    """
    people = dataset.people_count
    rows = Columns(seen(dataset, "successors", as_of))
    if not rows.length:
        nothing = pa.chunked_array([pa.nulls(people, pa.bool_())])
        places = pa.chunked_array([pa.nulls(people, pa.int64())])
        return {col.READY_SUCCESSOR: nothing, **pointers(rows, places, "successor")}
    found, place = _best_named(rows, standing, settings, people)
    answers = pa.array(found == 2, mask=found == 1)
    places = pa.chunked_array([pa.array(place, mask=place < 0)])
    return {
        col.READY_SUCCESSOR: pa.chunked_array([answers]),
        **pointers(rows, places, "successor"),
    }


def named_successors(dataset: Dataset, as_of: date, settings: Settings, standing: Arrays) -> Arrays:
    """Every row that names a successor: who, of whom, for what, and how soon.

    Columns: person (the successor), holder (the person who holds the role now; missing where it
    can't be told), position and readiness as given, and `ready` (now; missing where it isn't said).
    """
    rows = Columns(seen(dataset, "successors", as_of))
    return {
        col.PERSON: rows.number(col.PERSON),
        "holder": _holders(rows, standing),
        col.POSITION: rows.text(col.POSITION),
        col.READINESS: rows.text(col.READINESS),
        "ready": _ready(rows, settings),
    }


def _best_named(
    rows: Columns, standing: Arrays, settings: Settings, people: int
) -> tuple[np.ndarray, np.ndarray]:
    """By person: 2 where one named is ready, 1 where it isn't said, else 0; the first row."""
    holder = _holders(rows, standing)
    here = standing["active"].take(rows.number(col.PERSON))
    named = pc.fill_null(pc.and_(here, pc.is_valid(holder)), False).to_numpy().astype(np.bool_)
    ready = _ready(rows, settings)
    found = np.zeros(people, np.int64)
    at = pc.fill_null(holder, 0).to_numpy()
    for wanted, mark in ((None, 1), (True, 2)):
        chosen = named & np.array([one is wanted for one in ready.to_pylist()], np.bool_)
        found[at[chosen]] = np.maximum(found[at[chosen]], mark)
    place = np.full(people, -1, np.int64)
    told = np.flatnonzero(named)[::-1]
    place[at[told]] = told
    return found, place


def _holders(rows: Columns, standing: Arrays) -> pa.ChunkedArray:
    """The person each row names a successor of: by ID, else the only active one in the position."""
    ids = standing[col.EMPLOYEE_ID].combine_chunks()
    by_id = pc.index_in(rows.text(col.INCUMBENT_ID), value_set=ids).cast(pa.int64())
    titles = pc.if_else(standing["active"], standing[col.JOB_TITLE], pa.scalar(None, pa.string()))
    both = pa.chunked_array([*titles.chunks, *rows.text(col.POSITION).chunks], pa.string())
    codes = coded(both, spelling_codes).combine_chunks()
    held, wanted = codes.slice(0, len(titles)), codes.slice(len(titles))
    counts = np.bincount(pc.fill_null(held, 0).to_numpy() + 1, minlength=2)
    counts[1] -= held.null_count
    which = pc.index_in(wanted, value_set=held)
    alone = pa.array(counts[pc.fill_null(wanted, -1).to_numpy() + 1] == 1)
    by_title = pc.if_else(pc.and_(alone, pc.is_valid(wanted)), which.cast(pa.int64()), None)
    return pc.coalesce(by_id, pa.chunked_array([by_title]))


def _ready(rows: Columns, settings: Settings) -> pa.ChunkedArray:
    """Whether each row's successor is ready now; unknown where its readiness can't be read."""
    horizon = settings.values.category_of("aspirations", col.HORIZON)
    texts = pc.dictionary_encode(rows.text(col.READINESS).combine_chunks())
    read = [horizon.read(text) if horizon else None for text in texts.dictionary.to_pylist()]
    answers = pa.array([None if one is None else one == READY for one in read], pa.bool_())
    return pa.chunked_array([answers.take(texts.indices)])

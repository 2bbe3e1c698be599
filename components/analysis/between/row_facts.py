"""Rows of reviews, role history, competencies and further tables as facts to compare."""

from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from components.analysis.arrow import Columns, counted
from components.analysis.between.facts import Facts, Origin, in_words
from components.tables import columns as col
from components.tables.dataset import Dataset
from components.tables.schema import TABLES

DERIVED = "derived"
KEYS = {
    "reviews": (col.CYCLE, col.RELATION),
    "roles": (col.EFFECTIVE_DATE, col.SEQUENCE),
    "competencies": (col.CYCLE, col.COMPETENCY),
}
"""What besides the person makes a row the same row; of other tables the whole row does."""
SEVERAL_RATERS = ("peer", "upward")
"""Relations in which a person has several raters, so that the rater is part of the key."""


def row_facts(dataset: Dataset, table: str) -> Facts:
    """One fact for each row of a table; rows that others imply are none."""
    rows = Columns(dataset.tables.get(table))
    fields = [name for name in TABLES[table].names if name not in (col.EMPLOYEE_ID, *_keys(table))]
    values = {name: rows.of_any(name) for name in fields if rows.given(name)}
    if table == "reviews":
        values |= {col.RATING: _rating(rows)}
    places = counted(rows.length)
    return Facts(
        dataset,
        persons=rows.number(col.PERSON),
        held=pc.and_(pc.is_valid(rows.number(col.PERSON)), pc.is_null(rows.text(DERIVED))),
        keys=_key_texts(rows, table),
        values=values,
        origins={name: (Origin(table, name, places),) for name in TABLES[table].names},
    )


def _keys(table: str) -> Sequence[str]:
    whole = tuple(name for name in TABLES[table].names if name != col.EMPLOYEE_ID)
    return KEYS.get(table, whole)


def _key_texts(rows: Columns, table: str) -> tuple[pa.ChunkedArray, ...]:
    texts = {name: _text(rows, name) for name in _keys(table)}
    if table == "reviews":
        relation = pc.fill_null(texts[col.RELATION], "manager")
        several = pc.is_in(relation, value_set=pa.array(SEVERAL_RATERS))
        rater = pc.if_else(several, rows.text(col.REVIEWER_ID), pa.scalar(None, pa.string()))
        when = pc.coalesce(texts[col.CYCLE], _text(rows, col.REVIEW_DATE))
        texts |= {col.CYCLE: when, col.RELATION: relation, col.REVIEWER_ID: rater}
    return tuple(texts.values())


def _text(rows: Columns, name: str) -> pa.ChunkedArray:
    return in_words(rows.of_any(name)) if rows.given(name) else rows.text(name)


def _rating(rows: Columns) -> pa.ChunkedArray:
    """The rating in words: its label, and the place on the scale where that says more."""
    number, label = in_words(rows.of(col.RATING, pa.float64())), rows.text(col.RATING_LABEL)
    both = pc.binary_join_element_wise(label, " (", number, ")", "")
    says_more = pc.fill_null(pc.not_equal(label, number), fill_value=False)
    return pc.if_else(says_more, both, number)

"""Reading one column: by its distinct texts, in the way of its field's kind."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa

from components.intake.values.dates import date_reader
from components.intake.values.distinct import Distinct, Mask, distinct
from components.intake.values.doubts import Doubt, doubts
from components.intake.values.durations import duration_reader
from components.intake.values.full_time import full_time_reader
from components.intake.values.hints import UNREAD, Hints, Unread
from components.intake.values.markers import with_markers
from components.intake.values.numbers import number_reader, percent_reader, whole_reader
from components.intake.values.parts import part_reader
from components.intake.values.ratings import read_ratings
from components.intake.values.words import (
    blank_mask,
    read_choice,
    read_yes_no,
    tidy_words,
    zero_mask,
)
from components.tables import columns as col
from components.tables.fields import Kind

Reader = Callable[[str], Any]
Maker = tuple[Callable[[Sequence[str], Hints], Reader], pa.DataType]

TOP = "top"
"""Beside a rating: whether its label is marked as a top one."""

_AS_WORDS = frozenset({Kind.ID, Kind.TEXT, Kind.CATEGORY, Kind.GROUP})

_PART_KINDS = {"birth_date": Kind.DATE, "age": Kind.NUMBER}
"""Parts that are read as another kind than their field's."""


def _number_reader(words: Sequence[str], hints: Hints) -> Reader:
    make = full_time_reader if hints.field.name == col.FTE else number_reader
    return make(words, hints)


_READERS: dict[Kind, Maker] = {
    Kind.DATE: (date_reader, pa.date32()),
    Kind.NUMBER: (_number_reader, pa.float64()),
    Kind.WHOLE: (whole_reader, pa.int32()),
    Kind.PERCENT: (percent_reader, pa.float64()),
    Kind.MONTHS: (duration_reader, pa.int32()),
    Kind.YES_NO: (lambda _, hints: lambda word: read_yes_no(word, hints), pa.bool_()),
    Kind.CHOICE: (lambda _, hints: lambda word: read_choice(word, hints), pa.string()),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column as read.

    `values`: one typed value per row (texts as a dictionary column), null where the cell is
    empty, says "none" or can't be read. `unread`: per distinct text whether it could not be
    read. `beside`: further columns that come with it (a rating's label and top mark).
    `open`: of the texts that could not be read, those that an answer decides, by question.
    `doubted`: texts that were read, and are listed all the same.
    `scale`: the key of the scale that ratings were read on; empty where none was sure.
    """

    distinct: Distinct
    values: pa.Array = field(repr=False)
    unread: Mask = field(repr=False)
    beside: Mapping[str, pa.Array] = field(default_factory=dict, repr=False)
    open: Mapping[Unread, Mask] = field(default_factory=dict, repr=False)
    doubted: Mapping[Doubt, Mask] = field(default_factory=dict, repr=False)
    scale: str = ""


def read_column(text: pa.ChunkedArray | pa.Array, hints: Hints) -> Column:
    """Read a column of text as the values of one field."""
    cells = distinct(text)
    by_part = part_reader(hints)
    if by_part is not None:
        return _typed(cells, hints, (lambda _, __: by_part, pa.string()))
    kind = _PART_KINDS.get(hints.how, hints.field.kind)
    if kind is Kind.RATING:
        return _ratings(cells, hints)
    if kind in _AS_WORDS:
        return _words(cells, hints)
    return _typed(cells, hints, _READERS[kind])


def _words(cells: Distinct, hints: Hints) -> Column:
    values = cells.labelled(tidy_words(cells.words, hints))
    none = np.zeros(len(cells.words), dtype=np.bool_)
    zeros = zero_mask(cells.words, hints)
    return Column(cells, values, none, doubted={Doubt.NOBODY: zeros} if zeros.any() else {})


def _typed(cells: Distinct, hints: Hints, reader: Maker) -> Column:
    make, kind = reader
    blank = blank_mask(cells.words, hints)
    words = [" ".join(text.split()) for text in cells.texts]
    read = make([word for word, none in zip(words, blank, strict=True) if not none], hints)
    found = [None if none else read(word) for word, none in zip(words, blank, strict=True)]
    if not pa.types.is_string(kind) and not pa.types.is_boolean(kind):
        found = with_markers(found, words, cells.counts())
    values = pa.array([None if isinstance(one, Unread) else one for one in found], kind)
    spread = cells.labelled(values) if pa.types.is_string(kind) else cells.spread(values)
    doubted = doubts(words, hints)
    return Column(cells, spread, _unread(found), open=_open(found), doubted=doubted)


def _unread(found: Sequence[Any]) -> Mask:
    marks = (isinstance(value, Unread) for value in found)
    return np.fromiter(marks, dtype=np.bool_, count=len(found))


def _open(found: Sequence[Any]) -> dict[Unread, Mask]:
    """Per question the texts it is about; none where every text is read or simply unreadable."""
    asked = {value for value in found if isinstance(value, Unread)} - {UNREAD}
    return {
        one: np.fromiter((value is one for value in found), dtype=np.bool_, count=len(found))
        for one in sorted(asked, key=lambda one: one.value)
    }


def _ratings(cells: Distinct, hints: Hints) -> Column:
    labels = tidy_words(cells.words, hints)
    read = read_ratings(labels.to_pylist(), cells.counts(), hints)
    unread = np.array(
        [
            label.is_valid and value is None
            for label, value in zip(labels, read.values, strict=True)
        ],
        dtype=np.bool_,
    )
    beside = {
        col.RATING_LABEL: cells.labelled(labels),
        TOP: cells.spread(pa.array(read.top, pa.bool_())),
    }
    values = cells.spread(pa.array(read.values, pa.float64()))
    doubted = doubts([label or "" for label in labels.to_pylist()], hints)
    return Column(cells, values, unread, beside, doubted=doubted, scale=read.scale)

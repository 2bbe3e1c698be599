"""Competency scores on the scale of the framework; other numbers are not guessed onto it."""

from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from components.intake.plan import ColumnPlan
from components.intake.values import Column, Hints
from components.intake.values.words import tidy_words
from components.settings import Settings
from components.settings.rating_scale import RatingScale
from components.tables import columns as col

_SCORES = frozenset({col.SELF, col.MANAGER, col.PEER})
_STRAY_SHARE, _STRAY_CELLS = 0.05, 3
"""More cells off the scale than a few slips: the column is on a scale of its own."""


def holds_scores(plan: ColumnPlan) -> bool:
    """Whether a column holds competency scores."""
    return plan.table == "competencies" and plan.field in _SCORES


def scored(column: Column, hints: Hints) -> Column:
    """The scores of a column: as its named scale says, else as numbers on the framework's scale.

    A scale of config/ratings.toml is used only where it has the range of the framework (4 of 4
    is not 5 of 5); one that a person gave, where its values lie within that range. Otherwise
    nothing is read, and it is asked.
    """
    named = hints.detail.get("scale")
    if named is None:
        return _on_scale(column, hints)
    labels = list(tidy_words(column.distinct.words, hints).to_pylist())
    scale = _usable(named, hints.settings)
    rated = [scale.read(label) if scale and label else None for label in labels]
    values = pa.array([one.value if one else None for one in rated], pa.float64())
    bad = [bool(label) and one is None for label, one in zip(labels, rated, strict=True)]
    return replace(column, values=column.distinct.spread(values), unread=np.array(bad, np.bool_))


def _usable(named: str, settings: Settings) -> RatingScale | None:
    scale, framework = settings.ratings.scales.get(named), settings.competencies
    if scale is None:
        return None
    if named in settings.ratings.answered:
        return scale if all(framework.is_score(value) for value in scale.values) else None
    same = (scale.lowest, scale.highest) == (framework.lowest, framework.highest)
    return scale if same else None


def _on_scale(column: Column, hints: Hints) -> Column:
    """The column with scores off the scale unread; all of them where too many are off."""
    framework = hints.settings.competencies
    valid = np.asarray(pc.is_valid(column.values))
    scores = np.asarray(column.values.fill_null(framework.lowest))
    off = valid & ((scores < framework.lowest) | (scores > framework.highest))
    if not off.any():
        return column
    strays = int(off.sum())
    other_scale = strays >= _STRAY_CELLS and strays >= _STRAY_SHARE * valid.sum()
    wrong = valid if other_scale else off
    unread = column.unread.copy()
    unread[column.distinct.codes()[wrong]] = True
    none = pa.scalar(None, pa.float64())
    return replace(column, values=pc.if_else(pa.array(wrong), none, column.values), unread=unread)

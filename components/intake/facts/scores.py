"""Competency scores on the scale of the framework; other numbers are not guessed onto it."""

from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from components.intake.plan import ColumnPlan
from components.intake.values import Column
from components.settings.competencies import Framework
from components.tables import columns as col

_SCORES = frozenset({col.SELF, col.MANAGER, col.PEER})
_STRAY_SHARE, _STRAY_CELLS = 0.05, 3
"""More cells off the scale than a few slips: the column is on a scale of its own."""


def holds_scores(plan: ColumnPlan) -> bool:
    """Whether a column holds competency scores."""
    return plan.table == "competencies" and plan.field in _SCORES


def on_scale(column: Column, framework: Framework) -> Column:
    """The column with scores off the scale unread; all of them where too many are off."""
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

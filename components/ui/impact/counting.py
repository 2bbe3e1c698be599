"""Who stands where: reasons across, facts that say somebody would be missed upwards."""

from collections.abc import Mapping
from dataclasses import dataclass

import narwhals as nw
import numpy as np
import pandas as pd

from components.signals import impact as measured
from components.signals.impact import FACTS, KNOWN, YES
from components.tables import columns as col
from components.ui.standing import Standing
from components.ui.view import View

MOST_REASONS = 3
Cell = tuple[int, int]
"""Facts that are a yes, and reasons (3 for three or more)."""


@dataclass(frozen=True)
class Missed:
    """The people shown by impact and reasons.

    rows: people with impact_yes, impact_known, a column for each fact and `reasons` (0 where
    they have none). looked_at: how many facts this data says anything about.
    """

    rows: pd.DataFrame
    looked_at: int

    @property
    def placed(self) -> pd.DataFrame:
        """People with a reason of whom some fact is known."""
        return self.rows[(self.rows["reasons"] > 0) & (self.rows[KNOWN] > 0)]

    @property
    def unplaced(self) -> pd.DataFrame:
        """People with a reason of whom no fact is known: never counted as none."""
        return self.rows[(self.rows["reasons"] > 0) & (self.rows[KNOWN] == 0)]

    @property
    def without_reason(self) -> int:
        """How many have no reason for a conversation."""
        return int((self.rows["reasons"] == 0).sum())

    def cells(self) -> Mapping[Cell, tuple[int, ...]]:
        """The people in each cell, by number."""
        rows = self.placed
        keys = zip(rows[YES].astype(int), rows["reasons"].clip(upper=MOST_REASONS), strict=True)
        found: dict[Cell, tuple[int, ...]] = {}
        for (facts, reasons), person in zip(keys, rows[col.PERSON], strict=True):
            cell = (facts, int(reasons))
            found[cell] = (*found.get(cell, ()), int(person))
        return dict(sorted(found.items(), key=lambda one: (-one[0][0], -one[0][1])))


def missed(view: View, answers: Standing) -> Missed:
    """How much the people shown would be missed, beside their reasons."""
    given, least = view.measures.given, view.settings.app.many_people_beneath
    frame = measured.impact(nw.from_native(answers.people, eager_only=True), given, least)
    names = [col.PERSON, YES, KNOWN, *(fact.column for fact in FACTS)]
    rows: pd.DataFrame = frame.select(names).to_native()
    reasons = rows[col.PERSON].map(answers.reasons).fillna(0).astype(np.int64)
    return Missed(rows.assign(reasons=reasons), len(measured.looked_at(given)))

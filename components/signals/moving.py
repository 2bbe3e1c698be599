"""What would change today if a rule's limits moved: who enters the flag, who leaves it."""

from dataclasses import dataclass

import narwhals as nw
import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from components.analysis import Measures
from components.signals.flag_rows import whole
from components.signals.judging import looked_at, states
from components.signals.rule import Limits, Rule
from components.tables import columns as col

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Moved:
    """People by number: with the flag before and after, and those who can't be told after."""

    before: Numbers
    after: Numbers
    unknown: Numbers

    @property
    def entering(self) -> Numbers:
        """People who would have the flag and have it not."""
        return np.setdiff1d(self.after, self.before)

    @property
    def leaving(self) -> Numbers:
        """People who have the flag and would have it no more."""
        return np.setdiff1d(self.before, self.after)


def moved(
    rule: Rule, limits: tuple[Limits, Limits], measures: Measures, people: pd.DataFrame
) -> Moved:
    """The rule under its limits before and after, for some people (rows of measures.people)."""
    table = pa.table({name: whole(people[name]) for name in people.columns})
    frame = nw.from_native(looked_at(table, rule, measures.given), eager_only=True)
    person = np.asarray(table[col.PERSON].to_numpy(), np.int64)
    before, after = (states(rule, one, frame).to_native()["applies"] for one in limits)
    return Moved(person[_true(before)], person[_true(after)], person[np.asarray(pc.is_null(after))])


def _true(answers: pa.ChunkedArray) -> npt.NDArray[np.bool_]:
    return np.asarray(pc.fill_null(answers, fill_value=False).to_numpy(), np.bool_)

"""The view a page gets: one data version, on one day, for one scope and selection."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import pandas as pd

from components.access import Scope
from components.analysis import Measures
from components.settings import Settings
from components.signals import Flags
from components.signals.backtest import Verdict
from components.store import FollowUpLog, Version
from components.tables import columns as col
from components.tables.dataset import Dataset
from components.tables.selection import Selection
from components.ui.codes import code_of


@dataclass(frozen=True)
class View:
    """Everything a page may show; no page gets a frame in another way.

    `active` are the active people in scope; `people` those the selection keeps of them. Both are
    rows of `measures.people`, sorted by person. `verdicts`: rule → how it has done in the past of
    this data; flags of rules that are not supported are set back. `follow_ups`: what was done about
    people's flags; those that were said to be no concern are so in `flags`.
    """

    page: str
    version: Version
    settings: Settings
    as_of: date
    scope: Scope
    selection: Selection
    measures: Measures
    flags: Flags
    active: pd.DataFrame
    people: pd.DataFrame
    names: Mapping[str, str]
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    follow_ups: FollowUpLog = field(default_factory=lambda: FollowUpLog(()))

    @property
    def dataset(self) -> Dataset:
        """The tables and sheets of the data version."""
        return self.version.dataset

    @cached_property
    def sentence(self) -> str:
        """Filters, day and base in one sentence, the same on page, chart and file."""
        said = self.selection.sentence(
            self.as_of, len(self.people), len(self.active), names=self.names
        )
        return said if self.scope.own is None else f"{said}; your own row is hidden"

    @cached_property
    def persons(self) -> frozenset[int]:
        """The people shown, by their number in this data version."""
        return frozenset(self.people[col.PERSON].to_numpy().tolist())

    def of(self, rows: pd.DataFrame) -> pd.DataFrame:
        """The rows about people that this view shows."""
        if len(self.people) == len(self.measures.people):
            return rows
        return rows[rows[col.PERSON].isin(self.people[col.PERSON])]

    def code(self, employee_id: str) -> str:
        """The opaque code of a person, for an address."""
        return code_of(employee_id, self.version.name)

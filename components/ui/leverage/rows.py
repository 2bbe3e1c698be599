"""Wish and readiness of the people a view shows."""

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from components.growth import MEETINGS, Meeting
from components.tables import columns as col
from components.ui import comparing
from components.ui.view import View

BY_KEY = {one.key: one for one in MEETINGS}


@dataclass(frozen=True)
class Wishes:
    """rows: one for each person shown, as `growth.wishes_and_readiness` gives them."""

    rows: pd.DataFrame

    @cached_property
    def by_meeting(self) -> dict[str, tuple[int, ...]]:
        """People of each meeting that has any, those that ask for attention first."""
        people = self.rows.groupby("meeting")[col.PERSON].agg(tuple)
        return {one.key: people[one.key] for one in MEETINGS if one.key in people.index}

    @property
    def first(self) -> int:
        """How many people stand where something should be asked first."""
        return sum(len(who) for key, who in self.by_meeting.items() if BY_KEY[key].first)

    def cells(self) -> pd.DataFrame:
        """People by wish and readiness; a cell that holds two meetings carries the first's name."""
        names = ["willingness", "readiness", "meeting"]
        counted = self.rows.groupby(names).size().rename("people").reset_index()
        order = {one.key: place for place, one in enumerate(MEETINGS)}
        counted = counted.sort_values("meeting", key=lambda keys: keys.map(order), kind="stable")
        cells: dict[tuple[str, str], tuple[int, Meeting]] = {}
        columns = (counted[name].tolist() for name in (*names, "people"))
        for wish, step, key, people in zip(*columns, strict=True):
            before, name = cells.get((wish, step), (0, BY_KEY[key]))
            cells[wish, step] = (before + people, name)
        return pd.DataFrame(
            [(*at, people, kind.in_brief, kind.first) for at, (people, kind) in cells.items()],
            columns=["wish", "step", "people", "name", "first"],
        )


def wishes_of(view: View) -> Wishes:
    """The people shown."""
    where = (view.version.name, view.settings.fingerprint, view.as_of)
    rows = comparing.wishes(*where)
    return Wishes(rows[rows[col.PERSON].isin(view.people[col.PERSON])].reset_index(drop=True))

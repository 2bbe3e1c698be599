"""Stays in one scope of work: from when to when, how each ended, and when it was first watched.

A stay begins with a hire or a change of scope and ends with the next, with an exit, or not yet.
"""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from components.analysis.arrow import Arrays, Columns, arrow_of, frame_of
from components.analysis.changes import By
from components.analysis.clock_columns import DERIVED, HIRE_DATE_ROW
from components.analysis.day_numbers import day_number, day_of, days_of
from components.analysis.dense import collected, numbers
from components.analysis.exits import ExitKind, exits
from components.analysis.histories import Histories, histories
from components.analysis.incidence.stays import DAYS_A_MONTH, Codes, Stays
from components.analysis.role_rows import DAYS_BELOW, role_rows
from components.analysis.said import employment_of, statements_of, with_employment
from components.settings import Settings
from components.tables import columns as col
from components.tables.dataset import Dataset

GROUPS = (col.DEPARTMENT, col.LEVEL, col.JOB_FAMILY, col.REGION, col.LOCATION)
"""Fields of a role row by which stays are told apart."""
Marks = npt.NDArray[np.bool_]
_EMPLOYMENT = 2 ** int(By.HIRE) | 2 ** int(By.FIRST_ROW) | 2 ** int(By.NEW_EMPLOYMENT)


class Ending(IntEnum):
    """How a stay ended; `STILL_HERE` had not ended on the day."""

    STILL_HERE = 0
    BY_CHOICE = 1
    OTHERWISE = 2
    MOVED = 3
    UNSAID = 4


_OF_EXIT = {
    ExitKind.UNKNOWN: Ending.UNSAID,
    ExitKind.VOLUNTARY: Ending.BY_CHOICE,
    ExitKind.INVOLUNTARY: Ending.OTHERWISE,
    ExitKind.RETIREMENT: Ending.OTHERWISE,
    ExitKind.OTHER: Ending.OTHERWISE,
}


@dataclass(frozen=True)
class ScopeStays:
    """Every stay whose beginning and end can be told, and how many could not.

    rows: one row per stay: person, start and end (dates; the as-of day while it lasts), ending
    (`Ending`), entered and lasted (days since the start without long leaves, at which watching
    began and the stay ended or was last seen), the fields of `GROUPS` and the exit reason.
    `since` is the day from which exits are on record: stays are watched from then on.
    `unknown_start` stays began before the records, `undated` ended on a day nobody knows.
    """

    rows: pd.DataFrame
    since: date | None
    unknown_start: int
    undated: int

    def in_months(self, chosen: pd.Series | None = None) -> Stays:
        """Stays of these rows, else of all, with times in months."""
        rows = self.rows if chosen is None else self.rows[chosen]
        entry, out, cause = (
            np.asarray(arrow_of(rows[name]), np.int64) for name in ("entered", "lasted", "ending")
        )
        return Stays(entry / DAYS_A_MONTH, out / DAYS_A_MONTH, cause)


def scope_stays(dataset: Dataset, as_of: date, settings: Settings) -> ScopeStays:
    """The stays of everybody, as known on the day."""
    role = role_rows(dataset, as_of, settings.levels)
    employment = employment_of(statements_of(dataset, as_of), role, as_of, settings.clocks)
    found = histories(
        numbers(with_employment(role, employment)), settings.clocks, day_number(as_of)
    )
    ended = exits(dataset, as_of, settings)
    events = _Events(found, role, Columns(dataset.tables.get("roles")))
    return _Stays(events, ended, employment, as_of).found(dataset)


class _Events:
    """The beginnings of stays by person and day, as arrays of one length."""

    def __init__(self, found: Histories, role: Arrays, roles: Columns) -> None:
        table = collected(found.scope_events)
        order = np.asarray(table["order"], np.int64)
        self.person = np.asarray(table[col.PERSON], np.int64)
        self.start = np.asarray(table["start"], np.int64)
        self.paused = np.asarray(table["running"], np.int64) - self.start
        signs = np.asarray(table["by"], np.int64)
        self.place = role["place"].take(pa.array(order))
        self.roles = roles
        employment = (signs & _EMPLOYMENT) > 0
        self.follows = np.append(self.person[1:] == self.person[:-1], False)
        """Whether the next beginning is of the same person."""
        self.moves_on = self.follows & np.append(~employment[1:], False)
        """Whether the next is a move inside the same employment."""
        self.unknown = self._unknown_start(signs, found.cut_off)

    def _unknown_start(self, signs: Codes, cut_off: int | None) -> Marks:
        derived = pc.equal(self.roles.text(DERIVED).take(self.place), HIRE_DATE_ROW)
        from_hire = np.asarray(pc.fill_null(derived, fill_value=False), bool)
        unsaid = ((signs & 2 ** int(By.FIRST_ROW)) > 0) & ((signs & 2 ** int(By.HIRE)) == 0)
        found: Marks = from_hire | (unsaid & (self.start == (-1 if cut_off is None else cut_off)))
        return found


class _Stays:
    """The stays that follow from beginnings and exits."""

    def __init__(self, events: _Events, ended: Arrays, employment: Arrays, as_of: date) -> None:
        self.events, self.today = events, day_number(as_of)
        self.exit_person, self.exit_day, self.exit_kind = (
            np.asarray(ended[name], np.int64) for name in (col.PERSON, "day", "kind")
        )
        left = np.asarray(pc.fill_null(employment["has_left"], fill_value=False), bool)
        self.has_left = left[events.person]

    def found(self, dataset: Dataset) -> ScopeStays:
        """Ends, endings and the day of watching, for every beginning."""
        end, ending = self._ends()
        told = (ending >= 0) & (end >= self.events.start)
        since = self._since()
        paused = self.events.paused - self._paused_after()
        lasted = np.maximum(end - self.events.start - np.maximum(paused, 0), 0)
        watched = np.maximum((since or 0) - self.events.start, 0)
        kept = pa.array(told & ~self.events.unknown)
        place = self.events.place
        columns = {
            col.PERSON: pa.chunked_array([self.events.person]),
            "start": days_of(pa.chunked_array([self.events.start])),
            "end": days_of(pa.chunked_array([end])),
            "ending": pa.chunked_array([ending]),
            "entered": pa.chunked_array([watched]),
            "lasted": pa.chunked_array([lasted]),
            **{name: self.events.roles.text(name).take(place) for name in GROUPS},
            col.EXIT_REASON: _reasons(dataset).take(pa.array(self.events.person)),
        }
        return ScopeStays(
            frame_of({name: values.filter(kept) for name, values in columns.items()}),
            None if since is None else day_of(since),
            unknown_start=int((told & self.events.unknown).sum()),
            undated=int((ending < 0).sum()),
        )

    def _ends(self) -> tuple[Codes, Codes]:
        """The last day of each stay and how it ended; -1 where nobody knows."""
        events = self.events
        key = self.exit_person * DAYS_BELOW + self.exit_day
        at = np.searchsorted(key, events.person * DAYS_BELOW + events.start)
        there = at < len(key)
        at = np.minimum(at, max(len(key) - 1, 0))
        following = np.append(events.start[1:], 0)
        before = np.where(events.follows, following, self.today + 1)
        if len(key):
            own = there & (self.exit_person[at] == events.person)
            left = own & (self.exit_day[at] < before)
            kinds = np.array([int(_OF_EXIT[kind]) for kind in ExitKind], np.int64)
            day, kind = self.exit_day[at], kinds[self.exit_kind[at]]
        else:
            left, day, kind = (np.zeros(len(events.start), np.int64) for _ in range(3))
            left = left.astype(bool)
        open_end = ~events.follows & ~self.has_left
        ending = np.select(
            [left, events.moves_on, open_end], [kind, int(Ending.MOVED), 0], default=-1
        )
        end = np.select([left, events.moves_on], [day, following], default=self.today)
        return end, ending

    def _paused_after(self) -> Codes:
        """The days of leave after the stay, which do not belong to it."""
        return np.where(self.events.follows, np.append(self.events.paused[1:], 0), 0)

    def _since(self) -> int | None:
        """The first day of the year of the first exit on record; none without exits."""
        if not len(self.exit_day):
            return None
        return day_number(day_of(int(self.exit_day.min())).replace(month=1, day=1))


def _reasons(dataset: Dataset) -> pa.ChunkedArray:
    """The exit reason of each person that was given last."""
    people = Columns(dataset.tables.get("people"))
    reasons = np.full(dataset.people_count, None, dtype=object)
    texts = np.asarray(people.text(col.EXIT_REASON).to_pylist(), dtype=object)
    given = np.asarray([text is not None for text in texts], bool)
    person = np.asarray(people.number(col.PERSON).to_pylist(), dtype=np.int64)
    reasons[person[given]] = texts[given]
    return pa.chunked_array([pa.array(reasons, pa.string())])

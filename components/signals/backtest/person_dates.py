"""Everybody who could have been flagged on the days looked back at, and how it went on."""

from dataclasses import dataclass
from enum import IntEnum

import narwhals as nw
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from components.signals.backtest.counts import Counts

Codes = npt.NDArray[np.int64]
Marks = npt.NDArray[np.bool_]


class Ahead(IntEnum):
    """What happened within the follow-up."""

    STAYED = 0
    LEFT_BY_CHOICE = 1
    LEFT_OTHERWISE = 2
    LEFT_UNSAID = 3
    """Left, and nobody says whose decision it was."""


class Answer(IntEnum):
    """What a rule said on a day."""

    NO = 0
    YES = 1
    UNKNOWN = 2
    OFF = 3


@dataclass(frozen=True)
class PersonDates:
    """Person-dates, one place each: who, on which of the days, of which service, and what came.

    `service` is the band of length of service, from 0; the last band holds unknown service.
    """

    person: Codes
    day: Codes
    service: Codes
    ahead: Codes
    service_bands: int

    def __len__(self) -> int:
        return len(self.person)

    @property
    def stratum(self) -> Codes:
        """Day and service in one number."""
        return self.day * self.service_bands + self.service


@dataclass(frozen=True)
class Compared:
    """The person-dates on which a rule said yes or no and the outcome is known.

    `flagged` and `left` have a place for each; `unknown` counts those it could not tell.
    """

    of: PersonDates
    flagged: Marks
    left: Marks
    unknown: int

    @property
    def counts(self) -> Counts:
        """The four counts."""
        both = np.bincount(self.flagged * 2 + self.left, minlength=4).tolist()
        return Counts(both[3], both[2], both[1], both[0], self.unknown)


def compared(of: PersonDates, answers: Codes, *, unsaid: Ahead | None = None) -> Compared:
    """A rule's answers beside what came; exits of unsaid kind are left out, or taken as said."""
    ahead = of.ahead
    if unsaid is not None:
        ahead = np.where(ahead == Ahead.LEFT_UNSAID, int(unsaid), ahead)
    told = ahead != Ahead.LEFT_UNSAID
    known = told & ((answers == Answer.YES) | (answers == Answer.NO))
    chosen = PersonDates(
        of.person[known], of.day[known], of.service[known], ahead[known], of.service_bands
    )
    return Compared(
        chosen,
        answers[known] == Answer.YES,
        ahead[known] == Ahead.LEFT_BY_CHOICE,
        int((told & (answers == Answer.UNKNOWN)).sum()),
    )


def codes_of(people: pa.Table, condition: nw.Expr) -> Codes:
    """What a condition says of each person, as `Answer`."""
    frame = nw.from_native(people, eager_only=True).select(applies=condition)
    return as_codes(frame.to_native()["applies"])


def as_codes(said: pa.ChunkedArray) -> Codes:
    """Yes, no and missing as `Answer`."""
    codes = pc.fill_null(said.cast(pa.int64()), int(Answer.UNKNOWN))
    return np.asarray(codes.to_numpy(), np.int64)

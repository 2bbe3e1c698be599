"""Stays: when each person came under observation, until when, and how the stay ended."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

Days = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int64]

DAYS_A_MONTH = 365.25 / 12

CENSORED = 0
"""The cause of a stay that had not ended when observation did."""


@dataclass(frozen=True)
class Stays:
    """One stay each, all arrays of one length.

    entry: the time at which a stay came under observation (0 unless it began before the records
    did). exit: the time at which it ended or was last seen. cause: how it ended, `CENSORED` where
    it had not. Times share one origin and unit. A stay whose exit is not after its entry was
    never at risk and is left out.
    """

    entry: Days
    exit: Days
    cause: Codes

    @cached_property
    def observed(self) -> npt.NDArray[np.bool_]:
        """Which stays were at risk at any time."""
        return self.exit > self.entry

    @cached_property
    def times(self) -> Days:
        """The distinct times at which any stay ended, ascending."""
        return np.unique(self.exit[self.observed & (self.cause != CENSORED)])

    @cached_property
    def at_risk(self) -> Codes:
        """How many were at risk at each of the times: entry < time ≤ exit."""
        entered = np.sort(self.entry[self.observed])
        left = np.sort(self.exit[self.observed])
        came = np.searchsorted(entered, self.times, side="left")
        gone = np.searchsorted(left, self.times, side="left")
        return (came - gone).astype(np.int64)

    def watched_at(self, time: float) -> int:
        """How many had come under observation by a time and had not ended or been lost before."""
        return int((self.observed & (self.entry <= time) & (self.exit > time)).sum())

    def ended(self, cause: int) -> Codes:
        """How many stays ended for that cause at each of the times."""
        at = np.searchsorted(self.times, self.exit[self.observed & (self.cause == cause)])
        return np.bincount(at, minlength=len(self.times)).astype(np.int64)

    @cached_property
    def ended_at_all(self) -> Codes:
        """How many stays ended for any cause at each of the times."""
        at = np.searchsorted(self.times, self.exit[self.observed & (self.cause != CENSORED)])
        return np.bincount(at, minlength=len(self.times)).astype(np.int64)

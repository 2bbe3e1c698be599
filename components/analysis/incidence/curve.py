"""A curve of cumulative incidence, with how many it stands on."""

from dataclasses import dataclass

from components.analysis.incidence.stays import Codes, Days

SHOWN_FROM, EVENTS_FROM, CUT_BELOW, FAINT_BELOW = 20, 5, 5, 10
"""At risk at the start and events to be shown at all; below which the curve ends, or is faint.

Source: methods, "Survival analysis".
"""


@dataclass(frozen=True)
class Curve:
    """The share of stays that had ended for one cause by each time.

    times, at_risk, events, incidence, low, high and variance are of one length. `events` counts
    the ends for this cause, `stays` the stays observed. The interval is of 95 %, log–log.
    """

    times: Days
    at_risk: Codes
    events: Codes
    incidence: Days
    variance: Days
    low: Days
    high: Days
    stays: int

    @property
    def is_shown(self) -> bool:
        """Whether it stands on enough people and events to be shown."""
        if not len(self.times):
            return False
        return int(self.at_risk.max()) >= SHOWN_FROM and int(self.events.sum()) >= EVENTS_FROM

    @property
    def length(self) -> int:
        """How many of the times come before the first with fewer than `CUT_BELOW` at risk.

        Early times with few at risk, before enough stays have come under observation, do not
        end the curve: it begins where enough are at risk.
        """
        enough = self.at_risk >= CUT_BELOW
        return int(enough.nonzero()[0][-1]) + 1 if enough.any() else 0

    def at(self, time: float) -> float:
        """The incidence at a time; 0 before the first end."""
        place = int(self.times.searchsorted(time, side="right")) - 1
        return float(self.incidence[place]) if place >= 0 else 0.0

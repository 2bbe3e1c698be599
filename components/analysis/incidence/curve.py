"""A curve of cumulative incidence, with how many it stands on."""

from dataclasses import dataclass

from components.analysis.incidence.stays import Codes, Days

_ROUNDING = 1e-12
SHOWN_FROM, EVENTS_FROM, CUT_BELOW, FAINT_BELOW = 20, 5, 5, 10
"""At risk at most and events to be shown at all; below which a curve ends, or is faint.

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

    def reached(self, share: float) -> float | None:
        """When that share of all the incidence was reached, while at least 5 were at risk."""
        watched = self.incidence[self.at_risk >= CUT_BELOW]
        if not len(watched) or watched[-1] <= 0:
            return None
        return float(self.times[self.incidence.searchsorted(share * watched[-1] - _ROUNDING)])

    def at(self, time: float) -> float:
        """The incidence at a time; 0 before the first end."""
        place = int(self.times.searchsorted(time, side="right")) - 1
        return float(self.incidence[place]) if place >= 0 else 0.0

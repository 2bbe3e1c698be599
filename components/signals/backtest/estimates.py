"""A rule's figures on the past, with their intervals."""

import math
from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

from components.signals.backtest.adjusted import Totals, risk_ratio
from components.signals.backtest.counts import Counts, Interval, wilson
from components.signals.backtest.person_dates import Compared
from components.signals.backtest.resampling import percentiles, records

_LEFT, _FLAGGED_STAYED, _FLAGGED_LEFT = 1, 2, 3
_NONE = Interval(math.nan, math.nan)


@dataclass(frozen=True, slots=True)
class Estimates:
    """Counts, the lift and the adjusted risk ratio, each figure with its interval.

    `adjusted` compares within days and bands of service (Mantel–Haenszel). Intervals are by
    resampling people; before that has run (`resampled` false) precision, recall and flag rate
    have Wilson intervals, which take person-dates for people, and the ratios have none.
    `p_value` is two-sided, for an adjusted risk ratio of 1.
    """

    counts: Counts
    adjusted: float
    precision_interval: Interval
    recall_interval: Interval
    flag_rate_interval: Interval
    lift_interval: Interval | None = None
    risk_ratio_interval: Interval | None = None
    adjusted_interval: Interval | None = None
    p_value: float = math.nan

    @property
    def resampled(self) -> bool:
        """Whether the intervals are by resampling people."""
        return self.lift_interval is not None


def quick(of: Compared) -> Estimates:
    """The figures with Wilson intervals, at once."""
    counts = of.counts
    return Estimates(
        counts,
        float(risk_ratio(records(of).whole())) if len(of.of) else math.nan,
        wilson(counts.flagged_left, counts.flagged),
        wilson(counts.flagged_left, counts.left),
        wilson(counts.flagged, counts.people),
    )


def estimates(of: Compared, resamples: int) -> Estimates:
    """The figures with intervals by resampling people."""
    found = records(of)
    drawn = [_figures(cells) for cells in found.resampled(resamples)]
    names = drawn[0].keys()
    by_name = {name: np.concatenate([part[name] for part in drawn]) for name in names}
    adjusted = float(risk_ratio(found.whole()))
    intervals = {name: percentiles(values) for name, values in by_name.items()}
    if not 0 < of.counts.flagged_left < of.counts.flagged:
        intervals |= _without_variation(of.counts)
    return Estimates(
        of.counts,
        adjusted,
        **{f"{name}_interval": interval for name, interval in intervals.items()},
        p_value=_p_value(adjusted, by_name["adjusted"]),
    )


def _without_variation(counts: Counts) -> dict[str, Interval]:
    """Intervals where none, or all, of the flagged left: no draw could show anything else.

    Wilson's interval of the share that left, over the shares of everybody and of the others.
    """
    share = wilson(counts.flagged_left, counts.flagged)
    others = counts.other_left / max(counts.other_left + counts.other_stayed, 1)
    by = {"precision": 1.0, "lift": counts.base, "risk_ratio": others, "adjusted": others}
    return {
        name: Interval(share.low / under, share.high / under) if under > 0 else _NONE
        for name, under in by.items()
    }


def _figures(cells: Totals) -> dict[str, Totals]:
    """Every figure of each draw; not a number where a draw has none."""
    totals = cells.sum(axis=1)
    flagged = totals[:, _FLAGGED_STAYED] + totals[:, _FLAGGED_LEFT]
    left, people = totals[:, _LEFT] + totals[:, _FLAGGED_LEFT], totals.sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        precision = totals[:, _FLAGGED_LEFT] / flagged
        others = totals[:, _LEFT] / (people - flagged)
        return {
            "precision": precision,
            "recall": totals[:, _FLAGGED_LEFT] / left,
            "flag_rate": flagged / people,
            "lift": precision / (left / people),
            "risk_ratio": precision / others,
            "adjusted": risk_ratio(cells),
        }


def _p_value(ratio: float, drawn: Totals) -> float:
    """By the normal distribution of the logarithm, its spread taken from the draws."""
    known = np.log(drawn[np.isfinite(drawn) & (drawn > 0)])
    spread = float(known.std()) if len(known) > 1 else 0.0
    if not spread or not ratio > 0:
        return math.nan
    return float(2 * ndtr(-abs(math.log(ratio)) / spread))

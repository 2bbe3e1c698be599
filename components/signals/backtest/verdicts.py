"""What the past says of a rule: four verdicts, and the sentence a director understands."""

import math
from collections.abc import Mapping, Sequence
from enum import StrEnum

import numpy as np
from scipy.stats import false_discovery_control

from components.settings import Backtest
from components.signals.backtest.counts import Interval
from components.signals.backtest.estimates import Estimates


class Verdict(StrEnum):
    """How a rule has done here."""

    SUPPORTED = "Supported"
    NOT_SUPPORTED = "Not supported"
    INCONCLUSIVE = "Inconclusive"
    TOO_FEW = "Too few"


def verdicts(found: Mapping[str, Estimates], settings: Backtest) -> dict[str, Verdict]:
    """The verdict on each rule; of several, chance finds are held back (Benjamini–Hochberg)."""
    held = dict(zip(found, _likely_chance(list(found.values()), settings), strict=True))
    return {key: _verdict(one, settings, by_chance=held[key]) for key, one in found.items()}


def _verdict(found: Estimates, settings: Backtest, *, by_chance: bool) -> Verdict:
    counts = found.counts
    fewest = min(counts.left, counts.flagged)
    if fewest < settings.counts_only_below or found.lift_interval is None:
        return Verdict.TOO_FEW
    enough = (
        counts.left >= settings.supported_from_exits
        and counts.flagged >= settings.supported_from_flags
    )
    above = _above_one(found.lift_interval) and _above_one(found.adjusted_interval)
    if enough and above and not by_chance:
        return Verdict.SUPPORTED
    if found.lift_interval.high < settings.not_supported_below_lift:
        return Verdict.NOT_SUPPORTED
    return Verdict.INCONCLUSIVE


def _above_one(interval: Interval | None) -> bool:
    return interval is not None and interval.low > 1.0


def _likely_chance(found: Sequence[Estimates], settings: Backtest) -> list[bool]:
    """Whether each may be one of the many that look good by chance."""
    known = [1.0 if math.isnan(one.p_value) else one.p_value for one in found]
    if not known:
        return []
    adjusted = np.atleast_1d(false_discovery_control(known, method="bh"))
    return [bool(p > settings.false_discovery_rate) for p in adjusted.tolist()]


def sentence(found: Estimates, verdict: Verdict) -> str:
    """The finding in one sentence, with its counts."""
    counts = found.counts
    base = (
        f"{counts.flagged_left:,} of {counts.flagged:,} flagged left by their own choice within "
        f"a year, against {counts.left:,} of {counts.people:,} overall"
    )
    match verdict:
        case Verdict.TOO_FEW:
            return f"{base}: too few to say anything about this rule here."
        case Verdict.SUPPORTED:
            return f"{base}: flagged people left {_times(found)} as often. The rule held here."
        case Verdict.NOT_SUPPORTED:
            return f"{base}: no better than chance here."
        case Verdict.INCONCLUSIVE:
            return f"{base}: {_times(found)} as often, which may be chance."


def _times(found: Estimates) -> str:
    interval = found.lift_interval
    within = f" ({interval.low:.1f} to {interval.high:.1f})" if interval else ""
    return f"{found.counts.lift:.1f} times{within}"

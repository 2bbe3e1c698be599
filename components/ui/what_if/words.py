"""What moving a limit would change, in words."""

from components.settings import Backtest
from components.signals.backtest import Estimates
from components.signals.moving import Moved
from components.ui.counted_words import counted_words


def change_words(moved: Moved) -> str:
    """How many people would have the flag, and how many enter and leave it."""
    people = counted_words(len(moved.after), "person", "people")
    if not len(moved.entering) and not len(moved.leaving):
        return f"{people} with this flag, as now"
    parts = []
    if len(moved.entering):
        parts.append(f"{len(moved.entering):,} more")
    if len(moved.leaving):
        parts.append(f"{len(moved.leaving):,} fewer")
    return f"{people} with this flag: {' and '.join(parts)} than the {len(moved.before):,} now"


def past_words(found: Estimates, settings: Backtest) -> str:
    """How the rule would have done in the past under these limits."""
    counts = found.counts
    base = (
        f"In your own past {counts.flagged_left:,} of {counts.flagged:,} flagged left by their own "
        f"choice within a year, against {counts.left:,} of {counts.people:,} overall"
    )
    if min(counts.left, counts.flagged) < settings.counts_only_below:
        return f"{base}: too few to compare."
    interval = found.lift_interval
    within = f" (95 %: {interval.low:.1f}–{interval.high:.1f})" if interval else ""
    return f"{base}: {counts.lift:.1f} times as often{within}."


def interval_words(found: Estimates) -> str:
    """The small print of the shares, with Wilson intervals."""
    counts, precision = found.counts, found.precision_interval
    rate = found.flag_rate_interval
    kind = "by resampling people" if found.resampled else "Wilson"
    if not counts.flagged:
        return "Nobody would have been flagged on the days looked back at."
    return (
        f"Of the flagged {counts.precision:.0%} left ({precision.low:.0%}–{precision.high:.0%}); "
        f"{counts.flag_rate:.1%} were flagged ({rate.low:.1%}–{rate.high:.1%}). Intervals: {kind}."
    )

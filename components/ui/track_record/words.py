"""What the past says of the rules, in words."""

from collections.abc import Mapping
from datetime import date

import pandas as pd

from components.signals import rule
from components.signals.backtest import Acted, Estimates, Tested, TrackRecord, Verdict


def finding(record: TrackRecord) -> str:
    """The title: which rules held, or that none is proven."""
    held = [one.rule.label for one in record.tested.values() if one.verdict is Verdict.SUPPORTED]
    if len(held) == 1:
        return f"“{held[0]}” has preceded exits here"
    if held:
        return f"{len(held)} of {len(record.tested)} rules have preceded exits here"
    if all(one.verdict is Verdict.TOO_FEW for one in record.tested.values()):
        return "Too few exits or flags to say how the rules have done here"
    return "No rule is proven in your own past"


def base(record: TrackRecord, first: date, last: date) -> str:
    """What is counted, and how to read the marks."""
    dates = f"{record.days} days" if record.days > 1 else "1 day"
    words = (
        f"How often flagged people left by their own choice within a year, against everyone. "
        f"Line: 95 % interval; dashed: as often as everyone. {record.people:,} people on {dates}, "
        f"{first.year}–{last.year}."
    )
    if record.unsaid:
        words += f" {record.unsaid:,} exits of unsaid kind are left out."
    return words


def chart_rows(record: TrackRecord) -> pd.DataFrame:
    """The rows of the chart, flags before notices."""
    ordered = sorted(record.tested.values(), key=lambda one: one.rule.kind)
    return pd.DataFrame([_row(one) for one in ordered])


def _row(one: Tested) -> dict[str, object]:
    counts, interval = one.found.counts, one.found.lift_interval
    told = one.verdict is not Verdict.TOO_FEW and interval is not None
    return {
        "label": one.rule.label,
        "verdict": str(one.verdict),
        "lift": counts.lift if told else float("nan"),
        "low": interval.low if told and interval else float("nan"),
        "high": interval.high if told and interval else float("nan"),
        "left": counts.flagged_left,
        "flagged": counts.flagged,
        "supported": one.verdict is Verdict.SUPPORTED,
    }


def small_print(record: TrackRecord, acted: Mapping[str, Acted]) -> pd.DataFrame:
    """Every figure of every rule, with the names statistics has for them.

    acted: rule → the flagged about whom something was done.
    """
    return pd.DataFrame(
        [_figures(one) | _deeds(acted.get(key)) for key, one in record.tested.items()]
    )


def _deeds(done: Acted | None) -> dict[str, str]:
    done = done or Acted(0, 0)
    return {"Flagged, something done": f"{done.flagged:,}", "Of these left": f"{done.left:,}"}


def acted_words(acted: Mapping[str, Acted]) -> str:
    """That something was done about flags of the past; nothing where nothing is on record."""
    flagged = sum(one.flagged for one in acted.values())
    if not flagged:
        return ""
    left = sum(one.left for one in acted.values())
    return (
        f"After {flagged:,} of these flags a talk or an action is on record, and {left:,} left all "
        "the same. What was done may have kept people: a rule looks the worse for it."
    )


def _figures(one: Tested) -> dict[str, str]:
    found, counts = one.found, one.found.counts
    few = one.verdict is Verdict.TOO_FEW
    without = one.without_performance
    return {
        "Rule": rule(one.rule.key).label,
        "Person-dates": f"{counts.people:,}",
        "Can’t tell": f"{counts.unknown:,}",
        "Flagged": f"{counts.flagged:,}",
        "Flagged and left": f"{counts.flagged_left:,}",
        "Left in all": f"{counts.left:,}",
        "Precision": _ranged(counts.precision, found.precision_interval, few=few),
        "Recall": _ranged(counts.recall, found.recall_interval, few=few),
        "Lift": _ranged(counts.lift, found.lift_interval, few=few),
        "Adjusted risk ratio": _ranged(found.adjusted, found.adjusted_interval, few=few),
        "Lift, random flags": "not computed" if few else _span(one.random),
        "Lift without ratings": "" if without is None or few else f"{without.counts.lift:.2f}",
        "If unsaid exits were voluntary": "not computed" if few else f"{one.if_voluntary.lift:.2f}",
        "If none was": "not computed" if few else f"{one.if_not.lift:.2f}",
    }


def _ranged(value: float, interval: object, *, few: bool) -> str:
    if few or value != value or interval is None:  # noqa: PLR0124
        return "not computed"
    return f"{value:.2f} ({_span(interval)})"


def _span(interval: object) -> str:
    low, high = getattr(interval, "low", None), getattr(interval, "high", None)
    return "not computed" if low is None or high is None else f"{low:.2f}–{high:.2f}"


def to_beat(short: Estimates | None) -> str:
    """What the plainest sign, short service, would have told; nothing where nobody had it."""
    if short is None or not short.counts.flagged:
        return ""
    left = f"{short.counts.flagged_left:,} of {short.counts.flagged:,} left"
    if not short.counts.flagged_left:
        return f"To beat: short service alone, which preceded no exit here ({left})."
    lift = f"{short.counts.lift:.1f} times as often as everyone"
    return f"To beat: short service alone, {lift} ({left})."

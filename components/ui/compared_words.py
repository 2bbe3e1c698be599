"""What a comparison of groups says in words; no group is named."""

import pandas as pd

from components.analysis.rating_counts import BY_MANAGER
from components.calibration import (
    ALARMS,
    GROUPS_FROM,
    HIGHER,
    LOWER,
    NOTABLE,
    TESTED_FROM,
    Comparison,
)
from components.ui.rating_words import Grouping


def compared_words(shown: pd.DataFrame, of: Comparison, grouping: Grouping) -> str:
    """The finding: how many of the groups shown rate differently; empty where that can't be told.

    shown: the groups that are shown and were compared.
    """
    if not of.can_mark or shown.empty:
        return ""
    one, many = _people_who_rate(grouping)
    if shown["marked"].isna().all():
        return f"None of {len(shown):,} {many} stands out from {_beside(grouping)}"
    counts = [(int(shown["marked"].eq(side).sum()), side) for side in (HIGHER, LOWER)]
    (first, side), *rest = [each for each in counts if each[0]]
    whom = f"{first:,} of {len(shown):,} {many}" if len(shown) > 1 else f"This {one}"
    others = "".join(f" and {count:,} {other}" for count, other in rest)
    rates = _rates(grouping, first)
    return f"{whom} {rates} {side}{others} than {_beside(grouping)}; the cause is not known"


def _beside(grouping: Grouping) -> str:
    return "comparable teams" if grouping.column == BY_MANAGER else "comparable people"


def _rates(grouping: Grouping, count: int) -> str:
    if grouping.column == BY_MANAGER:
        return "rates" if count == 1 else "rate"
    return "is rated" if count == 1 else "are rated"


def _people_who_rate(grouping: Grouping) -> tuple[str, str]:
    by_manager = grouping.column == BY_MANAGER
    return ("manager", "managers") if by_manager else (grouping.one, grouping.many)


def how_sure(of: Comparison, grouping: Grouping) -> str:
    """The small print: what a mark means, how often it is a false alarm, and what it can't tell."""
    one, many = _people_who_rate(grouping)
    if not of.can_mark:
        return (
            f"{of.tested:,} {one if of.tested == 1 else many} with {TESTED_FROM} ratings or more: "
            f"from {GROUPS_FROM} on it can be told whether one stands out."
        )
    share = f"{of.share_between:.0%} of the differences between ratings lie between {many}. "
    return (
        f"{share}Amber: differs from what others give people of the same level and job family, in "
        f"points and in ranks (Holm over {of.tested:,}). Where all rate alike, fewer than "
        f"{round(100 * ALARMS)} in 100 screens mark anybody. Not marked is not the same as no "
        f"difference. Grey band: within {NOTABLE * of.step:g} points."
    )

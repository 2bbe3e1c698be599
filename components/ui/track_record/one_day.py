"""The comparison on one day, where the past can't be looked back at: marked as what it is."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.charts.track_record import track_record as drawn
from components.signals.backtest import Group
from components.ui.figures import show_figure
from components.ui.text import safe

CAUTION = (
    "One day can’t tell what came first: whoever left may have been rated, or moved, after the "
    "decision. It settles nothing about a rule, and no flag is changed by it."
)


def show_one_day(groups: Sequence[Group]) -> None:
    """Show how many strong performers have left, by how long they had stood still."""
    if not groups:
        return
    show_figure(drawn(rows(groups), title=finding(groups), base=base(groups)), "one_day")
    st.caption(safe(CAUTION))


def finding(groups: Sequence[Group]) -> str:
    """The title: whether those who stood still have left more often than everyone."""
    interval = groups[0].found.lift_interval
    if interval is None or interval.low != interval.low:
        return "Too few people to compare on this one day"
    if interval.low > 1:
        return "On this one day, more of the strong who stood still have left than of everyone"
    if interval.high < 1:
        return "On this one day, fewer of the strong who stood still have left than of everyone"
    return "On this one day, strong people who stood still have left about as often as everyone"


def base(groups: Sequence[Group]) -> str:
    """What is counted, and how to read the marks."""
    counts = groups[0].found.counts
    words = (
        f"Top performers by months in the same role, against everyone. Line: 95 % interval; "
        f"dashed: as often as everyone. {counts.people:,} people, {counts.left:,} have left."
    )
    return f"{words} {counts.unknown:,} more can’t be told." if counts.unknown else words


def rows(groups: Sequence[Group]) -> pd.DataFrame:
    """The rows of the chart, in the order given; none is marked as supported."""
    return pd.DataFrame([_row(group) for group in groups])


def _row(group: Group) -> dict[str, object]:
    counts, interval = group.found.counts, group.found.lift_interval
    return {
        "label": f"Top-rated, {_months(group)}",
        "verdict": "One day only",
        "lift": counts.lift,
        "low": interval.low if interval else float("nan"),
        "high": interval.high if interval else float("nan"),
        "left": counts.flagged_left,
        "flagged": counts.flagged,
        "supported": False,
    }


def _months(group: Group) -> str:
    if group.to_months is None:
        return f"{group.from_months} months or more"
    if not group.from_months:
        return f"up to {group.to_months} months"
    return f"{group.from_months} to {group.to_months} months"

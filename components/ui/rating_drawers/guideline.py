"""Shares of ratings beside the guideline that config/ratings.toml sets."""

import pandas as pd
import streamlit as st

from components.calibration import DEMANDED_FROM, beside_guideline
from components.ui.figures import show_table
from components.ui.rating_views import Ratings
from components.ui.text import safe
from components.ui.view import View


def show_guideline(view: View, found: Ratings) -> None:
    """Each group beside each band; a warning from 50 people on, a range by chance below."""
    rows = beside_guideline(found.rows, view.settings.ratings.guideline)
    st.markdown(f"**{safe(finding(rows))}**")
    st.caption(
        f"A guideline is never demanded below {DEMANDED_FROM} people: a small team misses it by "
        "chance alone. For these, the range is what 19 of 20 such groups within it would show."
    )
    if len(rows):
        show_table(guideline_table(rows), key="guideline_rows", alt="Groups beside the guideline")


def finding(rows: pd.DataFrame) -> str:
    """How many large groups lie outside the guideline."""
    large = rows[rows["rated"] >= DEMANDED_FROM]
    if large.empty:
        return f"No group here has {DEMANDED_FROM} rated people: the guideline asks nothing of them"
    outside = large[large["verdict"] != "within"]["order"].nunique()
    groups = large["order"].nunique()
    if not outside:
        return f"All of {groups:,} large groups lie within the guideline"
    return f"{outside:,} of {groups:,} large groups lie outside the guideline"


def guideline_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Group, people, band, share and verdict in words."""
    large = rows["rated"] >= DEMANDED_FROM
    asked = [
        f"{low:.0%}–{high:.0%}" if one else f"{fewest}–{most} people"
        for one, low, high, fewest, most in zip(
            large, rows["low"], rows["high"], rows["fewest"], rows["most"], strict=True
        )
    ]
    return pd.DataFrame(
        {
            "Group": rows["group"],
            "Rated": rows["rated"],
            "Ratings": rows["band"],
            "People there": rows["people"],
            "Share, %": (100 * rows["share"]).round(0),
            "Guideline": asked,
            "Here": rows["verdict"],
        }
    )

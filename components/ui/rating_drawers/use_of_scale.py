"""How groups use the scale: whose ratings lie close together, who scores the whole person."""

import pandas as pd
import streamlit as st

from components.analysis.rating_counts import BY_MANAGER
from components.calibration import PROFILES_FROM, SPREAD_FROM
from components.ui import comparing
from components.ui.figures import show_table
from components.ui.rating_views import Ratings
from components.ui.text import safe
from components.ui.view import View

_CHANCE = "Beyond chance: of those marked, one in ten may be so by chance (Benjamini–Hochberg)."


def show_use(view: View, found: Ratings) -> None:
    """Spread and range by group; for managers also how alike one person's scores are."""
    where = (view.version.name, view.settings.fingerprint, view.as_of)
    steps = tuple(label.value for label in found.scale.labels)
    rows = comparing.spreads(*where, found.grouping.column, ratings=steps)
    _told(spread_finding(here(rows, found), found), _SPREAD_BASE)
    table = spread_table(here(rows, found), len(steps))
    if len(table):
        points = dict.fromkeys(("Spread", "Everyone’s"), 2)
        show_table(table, key="spread_rows", alt="Spread of ratings by group", decimals=points)
    if found.grouping.column == BY_MANAGER:
        alike = here(comparing.profiles_of(*where), found)
        _told(profile_finding(alike), _PROFILE_BASE)
        if len(alike):
            points = dict.fromkeys(("Inside a person", "Everyone’s"), 2)
            rows, alt = profile_table(alike), "Spread inside a person"
            show_table(rows, key="profile_rows", alt=alt, decimals=points)


def here(rows: pd.DataFrame, found: Ratings) -> pd.DataFrame:
    """The groups that the figure shows, by unit and name, with what they are called."""
    shown = found.compared[["order", "key", "unit"]].assign(label=found.compared["group"])
    return shown.merge(rows, left_on="key", right_on="group", how="inner").sort_values("order")


def spread_finding(rows: pd.DataFrame, found: Ratings) -> str:
    """How many groups spread less than chance would explain."""
    many = "managers" if found.grouping.column == BY_MANAGER else found.grouping.many
    if rows.empty:
        return f"None of these {many} has {SPREAD_FROM} ratings: their spread can’t be told"
    narrow = int(rows["narrow"].sum())
    if not narrow:
        return f"None of {len(rows):,} {many} spreads ratings less than chance explains"
    return f"{narrow:,} of {len(rows):,} {many} spread ratings less than chance explains"


def spread_table(rows: pd.DataFrame, steps: int) -> pd.DataFrame:
    """Group, ratings, spread, the fullest rating, and how many ratings are used."""
    usual = rows["usual_used"].round(1).astype(str)
    return pd.DataFrame(
        {
            "Group": rows["label"],
            "Rated": rows["rated"],
            "Spread": rows["sd"].round(2),
            "Everyone’s": rows["usual_sd"].round(2),
            "At one rating, %": (100 * rows["fullest"]).round(0),
            "Ratings used": rows["used"].astype(str) + f" of {steps} (usual " + usual + ")",
            "Spread is": rows["narrow"].map({True: "narrow", False: "as usual"}),
        }
    )


_SPREAD_BASE = (
    f"Groups with {SPREAD_FROM} ratings or more, on all their ratings. Spread in points (standard "
    f"deviation, drawn to everyone’s); a small group uses few ratings by chance. {_CHANCE}"
)
_PROFILE_BASE = (
    f"Managers who scored {PROFILES_FROM} people or more on four competencies each. Where one "
    f"person’s scores lie close together, the whole person may have been judged (halo). {_CHANCE}"
)


def profile_finding(rows: pd.DataFrame) -> str:
    """How many managers score one person much the same throughout."""
    if rows.empty:
        return "Too few competencies are scored to tell whether the whole person was judged"
    alike = int(rows["alike"].sum())
    whom = f"{alike:,} of {len(rows):,} managers" if alike else f"None of {len(rows):,} managers"
    verb = "score" if alike > 1 else "scores"
    return f"{whom} {verb} one person more alike throughout than chance explains"


def profile_table(rows: pd.DataFrame) -> pd.DataFrame:
    """Manager, people, and how far one person's scores lie apart."""
    return pd.DataFrame(
        {
            "Manager": rows["label"],
            "People scored": rows["people"],
            "Inside a person": rows["sd"].round(2),
            "Everyone’s": rows["usual_sd"].round(2),
            "Scores are": rows["alike"].map({True: "alike", False: "as usual"}),
        }
    )


def _told(finding: str, base: str) -> None:
    st.markdown(f"**{safe(finding)}**")
    st.caption(safe(base))

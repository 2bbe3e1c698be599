"""Managers from whose teams people come on less than usual: only where asked for, and for HR."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from components.calibration import PEOPLE_FROM, YEARS, Release
from components.ui import comparing
from components.ui.figures import show_table
from components.ui.names import names_of_raters
from components.ui.text import safe
from components.ui.view import View

NOTE = (
    "Teams differ in their work and in who joins them; the cause is not known. It is a question "
    "to the manager, what the team would need to let people go on, and says nothing of any person."
)
_WORDS = {
    "potential": "Potential beside performance",
    "moves": "Moves to other teams",
    "applications": "Applications inside",
}


def show_talent_release(view: View) -> None:
    """The managers, where config/app.toml asks for them and the viewer may list everybody."""
    if not view.settings.app.talent_release or view.scope.persons is not None:
        return
    found = comparing.release(view.version.name, view.settings.fingerprint, view.as_of)
    with st.container(key="talent_release", gap="xsmall"):
        st.header(safe(finding(found)), anchor=False)
        st.caption(safe(base(found)))
        if len(found.below):
            table = managers_table(found, view)
            alt = "Managers with talent release below expected"
            show_table(table, key="release_rows", alt=alt, height="content")
        st.caption(NOTE)


def finding(found: Release) -> str:
    """How many managers have two low signs."""
    if len(found.signs) < 2:
        return "Talent release can’t be told: too few of its signs were given"
    managers, below = len(found.rows), len(found.below)
    if not managers:
        return f"No team has held {PEOPLE_FROM} people: talent release can’t be told"
    if not below:
        return f"Talent release is below expected under none of {managers:,} managers"
    return f"Talent release is below expected under {below:,} of {managers:,} managers"


def base(found: Release) -> str:
    """What the signs are, and which could not be looked at."""
    lacks = [words.lower() for sign, words in _WORDS.items() if sign not in found.signs]
    missing = f" Not given: {', '.join(lacks)}." if lacks else ""
    return (
        f"Teams that held {PEOPLE_FROM} people or more over {YEARS} years, whatever is filtered. "
        "Two of three signs lie below what is usual for people of like level and job family, "
        f"after allowing for chance.{missing}"
    )


def managers_table(found: Release, view: View) -> pd.DataFrame:
    """One row per manager by name: people, and each sign as it was found."""
    rows, names = found.below, names_of_raters(view)
    table = {
        "Manager": [names.get(one, one) for one in rows["manager"]],
        "People": rows["people"].tolist(),
    }
    for sign in found.signs:
        table[_WORDS[sign]] = [_sign(sign, row) for row in rows.to_dict("records")]
    return pd.DataFrame(table).sort_values("Manager", ignore_index=True)


def _sign(name: str, row: Mapping[Hashable, Any]) -> str:
    """A sign in words: points, or how often beside how often is usual.

    >>> _sign("moves", {"moves_low": True, "moves_seen": 1, "moves_usual": 4.24})
    'lower: 1, usual 4.2'
    """
    low = row[f"{name}_low"]
    if pd.isna(low):
        return f"fewer than {PEOPLE_FROM} reviews"
    where = "lower" if low else "as usual"
    if name == "potential":
        size = f"{row[name]:+.2f}".replace("-", "−")
        return f"{where}: {size} points"
    return f"{where}: {row[f'{name}_seen']}, usual {row[f'{name}_usual']:.1f}"

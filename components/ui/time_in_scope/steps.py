"""How role history became months: how many rows each step changed."""

import pandas as pd
import streamlit as st

from components.analysis import Measures
from components.tables import columns as col
from components.ui.figures import show_table
from components.ui.view import View

_STEPS = {
    "closed": "Without an end: closed on the day, or at the exit",
    "renamed": "A title renamed for many on one day: no new role",
    "united": "Continues the role before: one spell with it",
    "trimmed": "Overlaps the next role by a handover: ended the day before",
    "set_aside": "Overlaps another role for longer: set aside as concurrent",
    "paused": "After a long leave: the clocks stood still meanwhile",
    "new_employments": "Begins a new employment: every clock began again",
    "scope_changes": "Begins a new scope of work",
}
_AT_LEAST = "History begins too late: clocks read “at least” (people)"


def show_steps(view: View) -> None:
    """A table behind a drawer, of everybody in the data version."""
    drawer = st.expander(
        "How role history became months", type="compact", key="clock_steps", on_change="rerun"
    )
    if drawer.open:
        with drawer:
            st.caption(
                "Rows of role history that each step changed, in the order of the steps. Limits: "
                "config/clocks.toml."
            )
            table = steps_table(view.measures)
            show_table(table, key="clock_rows", alt="Rows that each step changed", height="content")
            _show_families(view)


def _show_families(view: View) -> None:
    if not view.settings.clocks.family.own_clocks:
        return
    clocks = families_table(view.measures)
    fewest = view.settings.clocks.family.moves
    if clocks.empty:
        st.caption(f"No job family has {fewest} moves yet: the usual limits hold for all.")
        return
    st.caption(
        f"Job families with at least {fewest} moves: by when three of four who moved on inside had "
        "moved. Their limits move with it; the usual limits hold for the others."
    )
    alt = "The clock of each job family, in months"
    show_table(clocks, key="family_clocks", alt=alt, height="content")


def families_table(measures: Measures) -> pd.DataFrame:
    """Job family and its own clock in months, where it has one."""
    clocks = measures.people[[col.JOB_FAMILY, col.FAMILY_CLOCK]].dropna().drop_duplicates()
    named = clocks.sort_values(col.JOB_FAMILY).reset_index(drop=True)
    return named.rename(columns={col.JOB_FAMILY: "Job family", col.FAMILY_CLOCK: "Months"})


def steps_table(measures: Measures) -> pd.DataFrame:
    """Step and rows; the last line counts people."""
    counts = {words: measures.step_counts.get(key, 0) for key, words in _STEPS.items()}
    late = measures.people[col.CLOCK_AT_LEAST].fillna(value=False).astype(bool)
    counts[_AT_LEAST] = int(late.sum())
    return pd.DataFrame({"Step": list(counts), "Rows": list(counts.values())})

"""What needs a look: problems by kind, with the answers that can be given here."""

import streamlit as st

from components.store import Version
from components.ui.arrival import Arrival
from components.ui.loading.giving_back import of_arrival, of_version, offer_back
from components.ui.loading.words import counted, verb
from components.ui.problem_cards import by_kind, problem_cards


def show_problems(arrival: Arrival) -> None:
    """Problems of the files read."""
    problems = arrival.problems
    cells = sum(problem.count for problem in problems)
    if not cells:
        st.header("Nothing needs a look", anchor=False)
        st.caption("Every cell that is used could be read.")
        return
    kinds = counted(len(by_kind(problems)), "kind")
    said = "1 cell or row needs" if cells == 1 else f"{cells:,} cells or rows need"
    st.header(f"{said} a look, in {kinds}", anchor=False)
    st.caption("They count as unknown, and stay listed, until you decide or change the file.")
    offer_back(of_arrival(arrival))
    problem_cards(problems, arrival)


def show_known_problems(version: Version) -> None:
    """What could not be read in the data in use."""
    cells = sum(problem.count for problem in version.problems)
    if not cells:
        st.header("Every cell that is used could be read", anchor=False)
        return
    stand = verb(cells, "it stands", "they stand")
    st.header(f"{counted(cells, 'cell')} could not be used as {stand}", anchor=False)
    st.caption("They count as unknown on every page.")
    offer_back(of_version(version))
    problem_cards(version.problems)

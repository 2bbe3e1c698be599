"""The matrix, and the names behind one of its cells when somebody asks for them."""

import pandas as pd
import streamlit as st

from components.charts.impact_matrix import impact_matrix
from components.tables import columns as col
from components.ui.facts import facts_of
from components.ui.figures import show_figure
from components.ui.flag_cards import person_link, role_words
from components.ui.impact.counting import Missed, missed
from components.ui.impact.words import NOT_KNOWN, base, cell_words, finding, person_words
from components.ui.standing import Standing
from components.ui.text import safe
from components.ui.view import View

SHOWN = 12
NOBODY = "No names"


def show_impact(view: View, answers: Standing) -> None:
    """The matrix of the people shown; nothing where nobody has a reason."""
    if not answers.reasons:
        return
    found, least = missed(view, answers), view.settings.app.many_people_beneath
    cells = pd.DataFrame(
        [(facts, reasons, len(persons)) for (facts, reasons), persons in found.cells().items()],
        columns=["impact", "reasons", "people"],
    )
    figure = impact_matrix(
        cells, facts=found.looked_at, title=finding(found), base=base(found, least)
    )
    show_figure(figure, "impact")
    _names(view, answers, found)


def _names(view: View, answers: Standing, found: Missed) -> None:
    """Whom the dots of a cell are: only once a cell was chosen."""
    groups = {cell_words(cell, len(who)): who for cell, who in found.cells().items()}
    unplaced = tuple(found.unplaced[col.PERSON].tolist())
    if unplaced:
        groups[f"{NOT_KNOWN}: {len(unplaced):,}"] = unplaced
    chosen = st.selectbox("Show the names of", [NOBODY, *groups], key="impact_names", width=420)
    persons = groups.get(chosen or NOBODY, ())
    people = {one[col.PERSON]: one for one in facts_of(answers.rows_about(list(persons)).people)}
    rows = found.rows[found.rows[col.PERSON].isin(list(people))]
    said = {one[col.PERSON]: one for one in facts_of(rows)}
    for person in persons[:SHOWN]:
        with st.container(gap="xxsmall", key=f"row_impact_{person}"):
            with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
                person_link(view, people[person])
                st.caption(safe(role_words(people[person])), width="content")
            least = view.settings.app.many_people_beneath
            st.caption(safe(person_words(said[person], least)))
    if len(persons) > SHOWN:
        st.caption(f"{len(persons) - SHOWN:,} more; narrow the selection to see them.")

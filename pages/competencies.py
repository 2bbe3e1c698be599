"""Competencies: gaps to the role, own against managers' ratings, by department, level or region."""

import streamlit as st

from components.ui import open_page
from components.ui.competency_views import (
    BY,
    choose,
    competencies_by,
    offer_of,
    show_competencies,
    show_key_to,
)
from components.ui.competency_words import answerable, missing
from components.ui.counts import reconciled
from components.ui.empty import empty, switched_off
from components.ui.heading import head

view = open_page("competencies")
questions = answerable(view.measures.given)
if not questions:
    total = reconciled(view.page, len(view.people), not_rated=len(view.people))
    head(view, "No manager has rated competencies in what was loaded", total)
    switched_off("Competencies", "Load managers’ ratings of competencies to see gaps.")
    st.stop()
top = st.container()
left, right = st.columns([2, 1], gap="large", vertical_alignment="center")
with left, st.container(horizontal=True, vertical_alignment="center", gap="medium"):
    question = choose("Question", questions, key="competency_question")
    grouping = choose("Competencies by", BY, key="competencies_by")
found = competencies_by(view, question, grouping)
with top:
    head(view, found.finding, found.total, take_away=offer_of(view, found))
if missing(view.measures.given):
    st.caption(missing(view.measures.given))
if found.shown:
    with right:
        show_key_to(view, question)
    show_competencies(view, found)
else:
    empty(
        f"Fewer than {view.settings.app.min_group} of these people are rated",
        "Widen the selection to see their competencies.",
        icon="visibility_off",
    )

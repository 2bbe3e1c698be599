"""Overview: who is in here, as of when, and the few lists that need attention."""

import streamlit as st

from components.ui import open_page
from components.ui.figures import show_figure
from components.ui.heading import head
from components.ui.offer import Offer
from components.ui.overview_parts import (
    attention,
    data_notes,
    figures,
    finding,
    numbers,
    tables,
)
from components.ui.standing import standing

view = open_page("overview")
answers = standing(view.flags, view.people)
head(
    view,
    finding(view, answers),
    answers.total(view.page),
    take_away=Offer("overview", "Overview", lambda: tables(view.people)),
)
numbers(view.people)
left, right = st.columns(2, gap="large")
by_unit, by_rule = figures(view, answers)
with left:
    show_figure(by_unit, "by_unit")
    data_notes(view)
with right:
    if by_rule is not None:
        show_figure(by_rule, "by_rule")
    attention(view, answers)

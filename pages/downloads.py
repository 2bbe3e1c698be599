"""Downloads: every table and chart, exactly as filtered."""

import streamlit as st

from components.ui import open_page
from components.ui.heading import head
from components.ui.take_away import charts, everything, lists

view = open_page("downloads")
head(
    view,
    f"Take away what you see: {len(view.people):,} people as filtered",
    "Every file says on its first sheet whom it shows, as of when, and how far it can be trusted.",
    take_away=everything(view),
)
left, right = st.columns([1.4, 1], gap="large")
with left:
    lists(view)
with right:
    charts(view)

"""Distributions: how people are rated, by manager, department, level or region."""

import streamlit as st

from components.ui import open_page
from components.ui.empty import empty, switched_off
from components.ui.heading import head
from components.ui.rating_drawers import ratings_file, show_drawers
from components.ui.rating_views import choose_grouping, choose_page, ratings_by, show_ratings
from components.ui.room import room_size

view = open_page("distributions")
top = st.container()
controls = st.container(horizontal=True, vertical_alignment="center", gap="medium")
with controls:
    grouping = choose_grouping("ratings_by")
    size = room_size()
found = ratings_by(view, grouping)
with top:
    file = ratings_file(view, found) if found.shown else None
    head(view, found.finding, found.total, take_away=file)
if ("reviews", "rating") not in view.measures.given:
    switched_off("How people are rated", "Load reviews with a rating to see this.")
elif found.shown:
    with controls:
        page = choose_page(found, size)
    show_ratings(view, found, page, size)
    show_drawers(view, found, size)
else:
    limit = view.settings.app.min_group
    empty(
        f"Fewer than {limit} of these people are rated",
        "Widen the selection to see how people are rated.",
        icon="visibility_off",
    )

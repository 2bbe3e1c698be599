"""Team: one manager's reporting line at a glance, and the conversations it asks for."""

import streamlit as st

from components.ui import open_page
from components.ui.empty import empty
from components.ui.heading import head
from components.ui.standing import standing
from components.ui.team_chosen import choose_team, chosen_team, team_of
from components.ui.team_offer import team_offer
from components.ui.team_table import show_team
from components.ui.team_talks import finding, show_talks, team_words

view = open_page("team")
chosen = chosen_team(view)
if chosen is None:
    head(view, "No reporting line is known here", f"{len(view.people):,} people, no manager named")
    empty(
        "Nobody in this selection has a manager in the data",
        "Load people or role history with the manager’s ID, or widen the selection.",
        go_to="load_data",
    )
    st.stop()

above = st.container()
whole_line = choose_team(view, chosen)
team = team_of(view, chosen, whole_line=whole_line)
answers = standing(view.flags, team)
title = finding(chosen.words, answers)
with above:
    take_away = team_offer(view, answers, team_words(chosen.words))
    head(view, title, answers.total("Team"), take_away=take_away)
if chosen.unknown_code:
    st.info("The address names nobody who leads people shown here, so the first team is shown.")
if len(team):
    show_team(view, answers, title)
    show_talks(view, answers)
else:
    empty("Nobody reports to this manager here", "Choose another manager or change the filters.")

"""Person: one person's way, flags, gaps to the role, wishes, and what to ask first."""

import streamlit as st

from components.ui import open_page
from components.ui.empty import empty
from components.ui.figures import show_figure
from components.ui.follow_up import show_follow_up
from components.ui.person_asked import person_asked
from components.ui.person_career import career_figure
from components.ui.person_flags import show_person_flags, show_questions
from components.ui.person_gaps import show_gaps
from components.ui.person_head import nobody_shown, person_head
from components.ui.person_offer import person_offer
from components.ui.standing import standing
from components.ui.wishes import show_wishes

view = open_page("person")
asked = person_asked(view)
if asked.who is None:
    person_head(view, asked, None)
    nobody_shown(view, asked)
    st.stop()

who = asked.who
answers = standing(view.flags, view.people).rows_about([who["person"]])
person_head(view, asked, person_offer(view, who, answers))
timeline = career_figure(view, who)
if timeline is None:
    empty("No role is known", "Load role history to see the way so far.", icon="timeline")
else:
    show_figure(timeline, "career")

flags, gaps, wishes = st.columns([1.28, 1.28, 1], gap="large")
with flags:
    show_person_flags(view, who, answers)
with gaps:
    show_gaps(view, who)
    show_follow_up(view, who, answers)
with wishes:
    show_wishes(view, who)
    show_questions(answers)

"""Flight risk: who is worth a conversation, why, and what would clear it."""

import streamlit as st

from components.ui import flag_figures, flag_lists, open_page
from components.ui.figures import show_figure
from components.ui.flag_cards import show_cards
from components.ui.flag_words import NOT_A_FORECAST, finding, nobody_here, share_warning
from components.ui.flags_offer import flags_offer
from components.ui.heading import head
from components.ui.impact import show_impact
from components.ui.standing import standing
from components.ui.stepping_back import show_stepping_back
from components.ui.talent_release import show_talent_release
from components.ui.time_in_scope import show_time_in_scope
from components.ui.track_record import show_track_record
from components.ui.what_if import show_what_if

view = open_page("flight_risk")
answers = standing(view.flags, view.people)
with st.container(gap="xsmall"):
    st.caption(NOT_A_FORECAST)
    offer = flags_offer(view, answers)
    head(view, finding(answers), answers.total("Flight risk"), take_away=offer)
share_warning(answers, view.settings.app.flagged_share_warning)

choice = flag_lists.choose_list(flag_lists.choices(answers), view.verdicts)
left, right = st.columns([1.22, 1], gap="large")
with left:
    ordered = flag_lists.in_order(answers, choice.persons)
    if ordered:
        show_cards(view, answers, flag_lists.page_of(view, choice, ordered))
        flag_lists.turn_pages(choice, ordered)
    else:
        nobody_here(choice, answers)
    show_impact(view, answers)
    show_time_in_scope(view)
with right:
    reasons = flag_figures.by_rule(answers)
    if reasons is not None:
        show_figure(reasons, "by_rule")
    if len(view.people):
        show_figure(flag_figures.by_department(view, answers), "by_department")
    show_stepping_back(view)
    show_talent_release(view)
    show_track_record(view)
    show_what_if(view)
    flag_figures.show_rules_off(view.flags)

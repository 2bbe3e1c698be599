"""Load data: what came in, what it was taken for, what it changes; then it counts."""

import streamlit as st

from components.ui import arrivals, caching, open_page, safe
from components.ui.loading import (
    bring,
    changed,
    confirming,
    corrections,
    damaged,
    in_use,
    questions,
    understood,
)

open_page("load_data", plain=True)
arrival = arrivals.waiting()
version = caching.sound_version()

if arrival is not None:
    understood.head_of(arrival)
    understood.steps(arrival)
    confirming.confirm_or_leave(arrival)
    left, right = st.columns([1.75, 1], gap="large")
    with left:
        corrections.show_corrections(arrival)
        understood.show_columns(arrival)
        changed.show_changes(arrival, version)
        bring.bring_files("Add files, or take some out")
    with right:
        questions.show_problems(arrival)
elif version is not None:
    in_use.head_in_use(version)
    left, right = st.columns([1.75, 1], gap="large")
    with left:
        bring.bring_files("Load newer files, or a corrected copy")
        in_use.show_matches(version)
        in_use.show_history()
        in_use.show_profiles()
        in_use.offer_forgetting()
    with right:
        questions.show_known_problems(version)
elif caching.versions().current() is not None:
    damaged.head_of_damaged()
    bring.bring_files("Load the files again")
    in_use.show_history()
    in_use.show_profiles()
    in_use.offer_forgetting()
else:
    st.title("Two spreadsheets are enough to begin", anchor=False)
    st.markdown("One with reviews, one with role history. Any export will do; headers may differ.")
    bring.bring_files("Drop your files here")
    bring.offer_sample()
    bring.offer_templates()
    in_use.show_profiles()
    st.caption(safe(bring.where_it_is_kept()))

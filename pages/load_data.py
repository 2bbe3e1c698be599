"""Load data: what came in, what it was taken for, what could not be read; then it counts."""

import streamlit as st

from components.ui import arrivals, caching, loading, open_page, safe

open_page("load_data", plain=True)
arrival = arrivals.waiting()
in_use = caching.current_version()

if arrival is not None:
    loading.head_of(arrival)
    left, right = st.columns([1.75, 1], gap="large")
    with left:
        loading.show_columns(arrival)
        loading.confirm_or_leave(arrival)
        loading.bring_files("Add files, or take some out")
    with right:
        loading.show_problems(arrival)
elif in_use is not None:
    loading.head_in_use(in_use)
    left, right = st.columns([1.75, 1], gap="large")
    with left:
        loading.show_matches(in_use)
        loading.bring_files("Replace it with other files")
        loading.offer_forgetting()
    with right:
        loading.show_known_problems(in_use)
else:
    st.title("Two spreadsheets are enough to begin", anchor=False)
    st.markdown("One with reviews, one with role history. Any export will do; headers may differ.")
    loading.bring_files("Drop your files here")
    loading.offer_sample()
    loading.offer_templates()
    st.caption(safe(loading.where_it_is_kept()))

"""About: what Trajectory is for, what a flag is not, and what happens to the data."""

import streamlit as st

from components.ui import open_page

open_page("about")
st.title("What happens to your data, and what a flag is not")
st.markdown(
    "Trajectory turns spreadsheets from HR systems into career conversations that can be "
    "defended: every flag shows its reason down to the cell."
)

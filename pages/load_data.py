"""Load data: the way in for spreadsheets."""

import streamlit as st

from components.ui import open_page

open_page("load_data")
st.title("Nothing is loaded yet")
st.markdown("Reading spreadsheets is the next part of Trajectory to be built.")

"""Load data: the way in for spreadsheets."""

import streamlit as st

from components.ui import open_page

open_page("load_data")
st.title("Nothing is loaded yet", anchor=False)
st.markdown("This page will read spreadsheets; this version of Trajectory can't yet.")

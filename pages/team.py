"""Team."""

import streamlit as st

from components.ui import open_page

view = open_page("team")
st.title("Team", anchor=False)

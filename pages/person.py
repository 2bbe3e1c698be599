"""Person: one person's way, flags, gaps and wishes."""

import streamlit as st

from components.ui import open_page

view = open_page("person")
st.title("Person", anchor=False)

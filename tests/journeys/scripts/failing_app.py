"""Trajectory's launcher around a page that fails outside its frame, as a fragment may."""

import streamlit as st

from components.ui.headers import MIDDLEWARE
from components.ui.start import lifespan
from components.ui.trouble import show_trouble

app = st.App(
    "failing_page.py", middleware=MIDDLEWARE, lifespan=lifespan, on_script_error=show_trouble
)

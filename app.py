"""Trajectory's front door: `streamlit run app.py` serves the script of the menu behind headers."""

import streamlit as st

from components.ui.headers import MIDDLEWARE
from components.ui.start import lifespan
from components.ui.trouble import show_trouble

app = st.App(
    "components/ui/menu.py",
    middleware=MIDDLEWARE,
    lifespan=lifespan,
    on_script_error=show_trouble,
)

"""Room size: a page that can be read from the back of a room, without pointing at anything."""

import streamlit as st

from components.charts.theme import DESK, ROOM, Size
from components.ui.stylesheet import put_stylesheet

STYLE = """
:root { font-size: clamp(22px, 1.4584vw, 34px); }
[data-testid="stSidebar"], [data-testid="stHeader"], [data-testid="stExpandSidebarButton"] {
  display: none;
}
[data-testid="stMainBlockContainer"] { padding: 1rem 2.2rem; }
h2 { padding: 0.1rem 0 1rem !important; }
"""
"""Everything on the page is measured in rem, so the root alone makes it larger: text of 28 px,
captions of 24 px on a screen of 1920 × 1080. The menu makes room for the figure."""


def room_size() -> Size:
    """A switch between the desk and the room; the sizes that charts are to be drawn in."""
    large = st.toggle("Room size", key="room_size", persist_state="session", width="content")
    if large:
        put_stylesheet(STYLE)
    return ROOM if large else DESK

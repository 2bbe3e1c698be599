"""The script that runs on every visit and every click: menu, look, then the page in its frame."""

import streamlit as st

from components.ui.frame import page_frame
from components.ui.registry import HOME, ROOT, PageEntry, by_section
from components.ui.stylesheet import put_stylesheet

STATIC = ROOT / "components" / "ui" / "static"


def menu_page(entry: PageEntry) -> st.Page:
    """The entry as Streamlit's menu knows it."""
    return st.Page(
        entry.file,
        title=entry.title,
        icon=entry.icon,
        url_path=None if entry is HOME else entry.key,
        default=entry is HOME,
        visibility="hidden" if entry.hidden else "visible",
    )


def run_menu() -> None:
    """Show the menu and run the page that is chosen in it."""
    sections = by_section().items()
    chosen = st.navigation(
        {name: [menu_page(entry) for entry in entries] for name, entries in sections},
        expanded=True,
    )
    chosen.run()


st.set_page_config(
    page_icon=STATIC / "favicon.png",
    layout="wide",
    initial_sidebar_state=232,
)
st.logo(STATIC / "wordmark.svg", size="medium")
put_stylesheet()
with page_frame():
    run_menu()

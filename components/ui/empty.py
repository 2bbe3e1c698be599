"""What stands where there is nothing to show: the fact, what to do, and the way there."""

import streamlit as st

from components.ui.registry import page
from components.ui.text import safe


def empty(fact: str, advice: str, *, icon: str = "inbox", go_to: str = "", label: str = "") -> None:
    """A bordered note with a grey icon; `go_to` is the key of a page to offer."""
    with st.container(border=True, horizontal_alignment="center", gap="small"):
        st.markdown(f":gray[:material/{icon}:]", width="content")
        st.markdown(f"**{safe(fact)}**", width="content")
        st.markdown(safe(advice), width="content")
        if go_to:
            entry = page(go_to)
            st.page_link(entry.file, label=label or entry.title, icon=entry.icon, width="content")


def switched_off(what: str, why: str) -> None:
    """A part that needs a table nobody gave: off, which is not the same as clear."""
    empty(f"{what} is switched off, not clear", why, icon="toggle_off", go_to="load_data")

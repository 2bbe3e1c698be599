"""The version in use can't be opened: what happened, and the ways on."""

import streamlit as st

from components.errors import StoreFailed
from components.ui import caching, versions_kept
from components.ui.text import safe


def head_of_damaged() -> None:
    """Say what stopped us, and offer the version before; the other ways stand below."""
    st.title("The data in use can't be opened", anchor=False)
    st.error(safe(_why()), icon=":material/error:")
    if caching.versions().before():
        st.button(
            "Go back to the version before",
            key="undo",
            on_click=versions_kept.undo,
            type="primary",
            icon=":material/undo:",
        )
    st.caption("Or load the same files again: they take its place once you confirm them.")


def _why() -> str:
    try:
        caching.current_version()
    except StoreFailed as failed:
        return str(failed)
    return "It could be opened just now: reload the page."

"""The head of a page: the selection that opens the filters, the finding, and the sum under it."""

import streamlit as st

from components.ui.filters import filter_bar
from components.ui.offer import Offer, offer
from components.ui.text import safe
from components.ui.view import View


def head(view: View, finding: str, total: str, *, take_away: Offer | None = None) -> None:
    """Show the head; `finding` and `total` are plain text and are escaped here."""
    with st.container(key="head", gap="xsmall"):
        with st.container(horizontal=True, horizontal_alignment="distribute"):
            filter_bar(view)
            if take_away is not None:
                with st.container(horizontal=True, width="content", gap="medium"):
                    offer(view, take_away)
        st.title(safe(finding), anchor=False)
        st.markdown(safe(total))

"""Every place that reads Markdown, filled with texts as they may stand in an upload."""

import streamlit as st

from components.ui.text import safe
from tests.journeys.scripts.texts import TEXTS

for number, text in enumerate(TEXTS):
    with st.container(key=f"text_{number}"):
        st.markdown(safe(text))
        st.caption(safe(text))
        st.title(safe(text))
        st.header(safe(text))
        st.error(safe(text))
        st.markdown(f":orange-badge[{safe(text)}]")
        st.markdown(f"**{safe(text)}**")
        st.markdown(f"Before {safe(text)} after")
        st.button(safe(text), key=f"button_{number}")
        st.checkbox(safe(text), key=f"checkbox_{number}")
        st.expander(safe(text))
        st.popover(safe(text), key=f"popover_{number}")
        st.metric(safe(text), "1")
        st.segmented_control("Choose", [safe(text)], key=f"control_{number}")
        st.radio("Choose", [safe(text)], key=f"radio_{number}")
        st.table({safe(text): [safe(text)]})

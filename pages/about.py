"""About: what Trajectory is for, what a flag is not, and what happens to the data."""

import streamlit as st

from components.ui import open_page
from components.ui.about_parts import rules, running, smallest_groups

PURPOSE = """
Being good at a job is about the role one has; a career needs the role one wants. Trajectory turns
spreadsheets from HR systems into conversations that can be defended: every flag shows its reason
down to the cell, every number shows how many people it stands on, and what is unknown is shown as
unknown.
"""
FLAG = """
A flag says that a conversation is worth having, and why. It does not say what somebody will do, it
is not a score of a person, and nothing happens because of it unless people decide so. A person
whose own value is missing is *unknown*, never *not flagged*.
"""
KEPT = """
- It is read and kept on the machine that runs Trajectory, and nowhere else.
- Nothing is sent: no telemetry, no fonts, pictures or scripts from the internet. The browser is
  told to refuse whatever would come from another address.
- The server answers this machine only.
- A message about an error names the place in the program, never a value from your files.
"""

open_page("about", plain=True)
st.title("A flag is a reason to talk, and your data stays on this machine", anchor=False)
st.markdown(PURPOSE)
left, right = st.columns(2, gap="large")
with left:
    st.header("What a flag is, and what it is not", anchor=False)
    st.markdown(FLAG)
    st.header("Small groups", anchor=False)
    st.markdown(smallest_groups())
with right:
    st.header("What happens to your data", anchor=False)
    st.markdown(KEPT)
rules()
st.caption(running())

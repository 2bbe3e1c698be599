"""Career leverage: what people want beside what they are ready for, and what to ask first."""

import streamlit as st

from components.ui import open_page
from components.ui.counts import reconciled
from components.ui.empty import empty
from components.ui.heading import head
from components.ui.leverage import (
    finding,
    leverage_file,
    parts,
    show_bench,
    show_matrix,
    show_meetings,
    show_talks,
    show_unknown,
    wishes_of,
)

view = open_page("leverage")
found = wishes_of(view)
with st.container(gap="xsmall"):
    st.caption("A wish is asked for, never guessed. Readiness is not current performance.")
    total = reconciled(view.page, len(view.people), **parts(found))
    head(view, finding(found), total, take_away=leverage_file(view, found))
if len(found.rows):
    left, right = st.columns([1, 1.1], gap="large")
    with left:
        show_meetings(view, found)
        show_talks(view)
    with right:
        show_matrix(view, found)
        show_unknown(view, found)
    show_bench(view)
else:
    empty("Nobody is in this selection", "Widen it to see anybody.", icon="group_off")

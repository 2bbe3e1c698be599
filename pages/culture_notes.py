"""Culture notes: what good work is often expected to look like where, beside our own ratings."""

import streamlit as st

from components.ui import open_page
from components.ui.heading import head
from components.ui.note_cards import choose_regions, notes_for, offer_of, show_notes
from components.ui.note_words import PROMPT, not_covered
from components.ui.text import safe

view = open_page("culture_notes")
notes = notes_for(view)
st.caption(PROMPT)
top = st.container()
regions = choose_regions(view)
with top:
    head(view, notes.finding, notes.total, take_away=offer_of(view, notes, regions))
    st.caption(safe(not_covered(notes.work.places)))
show_notes(view, notes, regions)

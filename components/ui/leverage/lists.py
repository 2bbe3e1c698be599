"""The people of one meeting, each with what it stands on and the question to ask."""

import pandas as pd
import streamlit as st

from components.tables import columns as col
from components.ui import session
from components.ui.facts import facts_of
from components.ui.flag_cards import person_link, role_words
from components.ui.leverage.rows import BY_KEY, Wishes
from components.ui.leverage.words import ready_words, wish_words
from components.ui.list_seen import remember_list
from components.ui.standing import by_name
from components.ui.text import safe
from components.ui.view import View

PAGE = 5


def show_meetings(view: View, found: Wishes) -> None:
    """A choice between the meetings, the question of the one chosen, and its people."""
    groups = found.by_meeting
    if not groups:
        return
    key = st.segmented_control(
        "Which people",
        list(groups),
        default=next(iter(groups)),
        required=True,
        format_func=lambda key: f"{BY_KEY[key].name} {len(groups[key]):,}",
        key="meeting",
        label_visibility="collapsed",
        wrap=True,
    )
    chosen = key if key in groups else next(iter(groups))
    st.markdown(f":material/forum: *{safe(BY_KEY[chosen].question)}*")
    ordered = by_name(view.people[view.people[col.PERSON].isin(groups[chosen])])
    remember_list(view, f"where {BY_KEY[chosen].name.lower()}", ordered)
    pager = f"meeting_page_{chosen}_{len(ordered)}"
    start = (int(session.recall(pager, 1)) - 1) * PAGE
    _cards(view, found, ordered[start : start + PAGE])
    if len(ordered) > PAGE:
        st.pagination(-(-len(ordered) // PAGE), key=pager, max_visible_pages=5)


def _cards(view: View, found: Wishes, persons: list[int]) -> None:
    people = _of(view.people, persons)
    rows = _of(found.rows, persons)
    with st.container(gap="xsmall"):
        for person in persons:
            with st.container(border=True, gap="xxsmall", key=f"row_{person}"):
                with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
                    person_link(view, people[person])
                    st.caption(safe(role_words(people[person])), width="content")
                st.caption(safe(wish_words(rows[person], view.as_of)))
                st.caption(safe(ready_words(rows[person])))


def _of(rows: pd.DataFrame, persons: list[int]) -> dict[int, dict[str, object]]:
    chosen = rows[rows[col.PERSON].isin(persons)]
    return {one[col.PERSON]: dict(one) for one in facts_of(chosen)}

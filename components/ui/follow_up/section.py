"""The section of the Person page: what is on record, newest first, and recording more."""

import streamlit as st

from components.errors import StoreFailed
from components.store import FollowUp
from components.tables import columns as col
from components.ui import caching
from components.ui.facts import Facts
from components.ui.follow_up.form import record_button
from components.ui.follow_up.words import ICONS, title, unreadable_words, what
from components.ui.standing import Standing
from components.ui.text import safe
from components.ui.view import View

SHOWN = 6
_BASE = (
    "Talks, plans, actions, and flags that are no concern. An entry can be withdrawn, not changed."
)


def show_follow_up(view: View, who: Facts, answers: Standing) -> None:
    """The entries about a person, and the drawer to record one."""
    subject = str(who[col.EMPLOYEE_ID])
    entries = view.follow_ups.about(subject)
    with st.container(gap="xsmall"):
        st.header(title(entries), anchor=False)
        st.caption(_BASE)
    record_button(view, subject, answers.flags[col.RULE].tolist())
    newest = sorted(entries, key=lambda one: (one.on, one.number), reverse=True)
    for one in newest[:SHOWN]:
        _show(view, one)
    if len(newest) > SHOWN:
        with st.expander(f"{len(newest) - SHOWN:,} older", type="compact", key="older_follow_ups"):
            for one in newest[SHOWN:]:
                _show(view, one)
    if view.follow_ups.unreadable:
        st.caption(f":material/key_off: {safe(unreadable_words(view.follow_ups.unreadable))}")


def _show(view: View, one: FollowUp) -> None:
    with st.container(border=True, gap="xxsmall", key=f"row_follow_up_{one.number}"):
        with st.container(
            horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"
        ):
            st.markdown(f":material/{ICONS[one.deed]}: **{safe(what(one))}**", width="content")
            _withdraw(view, one)
        if one.words:
            st.caption(safe(one.words))


def _withdraw(view: View, one: FollowUp) -> None:
    pressed = st.button(
        "Withdraw",
        key=f"withdraw_{one.number}",
        type="tertiary",
        help="It no longer counts. Both the entry and its withdrawal stay on record.",
    )
    if pressed:
        try:
            caching.store().follow_ups.withdraw(one, view.settings.app.me or None)
        except StoreFailed as failed:
            st.error(safe(str(failed)))
            return
        st.rerun()

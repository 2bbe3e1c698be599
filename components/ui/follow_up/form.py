"""Recording a follow-up: what was done, when, and in a few words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import streamlit as st

from components.errors import StoreFailed
from components.signals import rule
from components.store import MOST, Deed
from components.ui import caching, session
from components.ui.follow_up.words import CHOICES
from components.ui.text import safe
from components.ui.view import View

LONGEST = 366
"""So many days may a flag be no concern before somebody looks again."""
USUAL = 182
_FAR = timedelta(365 * 5)
_DRAWER, _RULE, _FAILED = "record_follow_up", "follow_up_rule", "follow_up_failed"
_ASKED = {
    Deed.TALK: "What was said (may stay empty)",
    Deed.PLAN: "What it should be about (may stay empty)",
    Deed.ACTION: "What will be done, and by whom",
    Deed.OVERRIDE: "Not a concern because …",
}


@dataclass(frozen=True, slots=True)
class _About:
    """Whom an entry is about, who writes it, and the day of the view it is written on."""

    subject: str
    author: str | None
    day: date


def record_button(view: View, subject: str, rules: Sequence[str]) -> None:
    """A drawer that asks for one entry; `rules` are the person's flags of the day."""
    drawer = st.popover("Record", icon=":material/add:", key=_DRAWER, on_change="rerun")
    failed = session.recall(_FAILED)
    if failed:
        st.error(safe(failed))
        session.forget(_FAILED)
    if drawer.open:
        with drawer:
            _ask(view, subject, rules)


def _ask(view: View, subject: str, rules: Sequence[str]) -> None:
    deeds = [one for one in Deed if one is not Deed.OVERRIDE or rules]
    deed = st.segmented_control(
        "What", deeds, default=Deed.TALK, required=True, format_func=CHOICES.__getitem__,
        key="follow_up_deed",
    ) or Deed.TALK  # fmt: skip
    if deed is Deed.OVERRIDE:
        st.selectbox("Flag", rules, format_func=lambda key: rule(key).label, key=_RULE)
    _day(view, deed)
    words = st.text_area(_ASKED[deed], max_chars=MOST, key=_words_key(deed), height=100)
    st.caption(_where(view))
    st.button(
        "Keep it",
        key="follow_up_keep",
        type="primary",
        disabled=deed in (Deed.ACTION, Deed.OVERRIDE) and not words.strip(),
        on_click=_keep,
        args=(deed, _About(subject, view.settings.app.me or None, view.as_of)),
    )


def _keep(deed: Deed, about: _About) -> None:
    """Keep what the drawer holds, empty it and close it."""
    day, words = session.recall(_day_key(deed)), str(session.recall(_words_key(deed), ""))
    ends = deed in (Deed.ACTION, Deed.OVERRIDE)
    begins = about.day if deed is Deed.OVERRIDE else caching.today()
    try:
        caching.store().follow_ups.add(
            deed,
            about.subject,
            on=begins if ends else day,
            until=day if ends else None,
            rule=str(session.recall(_RULE)) if deed is Deed.OVERRIDE else "",
            words=words,
            author=about.author,
        )
    except StoreFailed as failed:
        session.remember(_FAILED, str(failed))
        return
    session.remember(_words_key(deed), "")
    session.remember(_DRAWER, value=False)


def _day(view: View, deed: Deed) -> None:
    """The one day each kind of entry asks for."""
    today = caching.today()
    last = max(today, view.as_of)
    label, usual, least, most = {
        Deed.TALK: ("Day of the talk", today, today - _FAR, today),
        Deed.PLAN: ("Day of the talk", today + timedelta(14), today, today + _FAR),
        Deed.ACTION: ("Due", today + timedelta(90), today, today + _FAR),
        Deed.OVERRIDE: ("Until", last + timedelta(USUAL), view.as_of, last + timedelta(LONGEST)),
    }[deed]
    st.date_input(label, usual, min_value=least, max_value=most, key=_day_key(deed))


def _day_key(deed: Deed) -> str:
    return f"follow_up_day_{deed}"


def _words_key(deed: Deed) -> str:
    return f"follow_up_words_{deed}"


def _where(view: View) -> str:
    if view.settings.app.keep_on_disk:
        return "Sealed with the person’s own key, in the data folder of this machine."
    return "Kept in memory only: it is gone when the app stops."

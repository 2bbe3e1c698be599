"""What people said about their next step, and when a career conversation last took place."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from components.store import Deed
from components.tables import columns as col
from components.ui.durations import ago, day_words
from components.ui.facts import Facts, facts_of, missing
from components.ui.follow_up.talks import next_talk
from components.ui.person_career import of_person
from components.ui.text import safe
from components.ui.view import View

NOT_LOADED = "Not known: no aspirations were loaded."
NOT_ASKED = "Not known: nobody has asked yet."
INTENTS = {
    "up": "Wants to move up",
    "lateral": "Wants a move to the side",
    "expert": "Wants to go deeper as an expert",
    "stay": "Wants to stay in this role",
    "leave people leadership": "Wants to leave people leadership",
    "unsure": "Is not sure about the next step",
}
HORIZONS = {"now": "now", "1-2 years": "within two years", "later": "later"}
TRACKS = {"ic": "Specialist", "manager": "People leadership"}


def said(view: View) -> pd.DataFrame:
    """What was asked on or before the day; no row where nothing was loaded."""
    rows = view.dataset.tables.get("aspirations", pd.DataFrame())
    if rows.empty:
        return rows
    return rows[(rows[col.ASKED_ON] <= view.as_of).fillna(value=True).to_numpy(dtype=bool)]


def last_talks(view: View, persons: Sequence[int]) -> Mapping[int, date]:
    """Person → day of the last career conversation, of the data up to the day or recorded here."""
    found = dict(_talks_in_data(view, persons))
    talks = [one for one in view.follow_ups.entries if one.deed is Deed.TALK]
    numbers = view.dataset.numbers([one.subject for one in talks])
    for one in talks:
        person = numbers.get(one.subject)
        if person is not None and person in persons:
            found[person] = max(one.on, found.get(person, one.on))
    return found


def _talks_in_data(view: View, persons: Sequence[int]) -> Mapping[int, date]:
    rows = said(view)
    if col.LAST_CAREER_CONVERSATION not in rows.columns:
        return {}
    rows = rows[rows[col.PERSON].isin(persons)]
    days = rows[col.LAST_CAREER_CONVERSATION]
    held = rows[(days <= view.as_of).fillna(value=False).to_numpy(dtype=bool)]
    newest = held.groupby(col.PERSON)[col.LAST_CAREER_CONVERSATION].max()
    return dict(zip(newest.index.tolist(), newest.tolist(), strict=True))


def talk_words(day: date | None, as_of: date) -> str:
    """How long ago a talk was, or its day where it came after the day looked at.

    >>> talk_words(None, date(2026, 6, 30)), talk_words(date(2026, 7, 2), date(2026, 6, 30))
    ('not known', '2 Jul 2026')
    """
    if day is None:
        return "not known"
    return ago(day, as_of) if day <= as_of else day_words(day)


def show_wishes(view: View, who: Facts) -> None:
    """The latest wish with its day and source, or that it is not known."""
    loaded = view.dataset.has("aspirations")
    rows = of_person(said(view), who[col.PERSON]) if loaded else pd.DataFrame()
    if rows.empty:
        _heading("The wish is not known", NOT_ASKED if loaded else NOT_LOADED)
        st.table({"Next step": "not known", **_talks(view, who)}, border="horizontal")
        return
    newest = facts_of(rows.sort_values(col.ASKED_ON, na_position="first").tail(1))[0]
    _heading(wish_words(newest), _source(newest))
    st.table(_facts(view, who, newest), border="horizontal")


def _heading(title: str, base: str) -> None:
    with st.container(gap="xsmall"):
        st.header(title, anchor=False)
        st.caption(base)


def wish_words(wish: Mapping[str, Any]) -> str:
    """The wish in a few words.

    >>> wish_words({"intent": "up", "horizon": "1-2 years"})
    'Wants to move up within two years'
    """
    words = INTENTS.get(wish[col.INTENT], "The wish is not known")
    when = HORIZONS.get(wish[col.HORIZON], "") if wish[col.INTENT] != "unsure" else ""
    return f"{words} {when}".strip()


def _source(wish: Mapping[str, Any]) -> str:
    day = wish[col.ASKED_ON]
    asked = "day not known" if missing(day) else day_words(day)
    by = {"self": "Own answer", "manager": "As the manager says"}.get(wish[col.SAID_BY])
    return f"{by or 'Who said it is not known'}, {asked}."


def _facts(view: View, who: Facts, wish: Mapping[str, Any]) -> dict[str, str]:
    target, track = wish[col.TARGET_ROLE], wish[col.PREFERRED_TRACK]
    return {
        "Next role": "not known" if missing(target) else safe(str(target)),
        "Preferred track": TRACKS.get(track, "not known"),
        **_talks(view, who),
    }


def _talks(view: View, who: Facts) -> dict[str, str]:
    """The last conversation, of the data or on record here, and the next one planned."""
    last = last_talks(view, [who[col.PERSON]]).get(who[col.PERSON])
    planned = next_talk(view.follow_ups.about(str(who[col.EMPLOYEE_ID])))
    said = talk_words(last, view.as_of)
    if last and last <= view.as_of:
        said = f"{said}, {day_words(last)}"
    return {"Last talk": said, "Next talk": day_words(planned) if planned else "none planned"}

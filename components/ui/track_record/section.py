"""The section of the page on flags: the chart, what it stands on, and the small print."""

import streamlit as st

from components.charts.track_record import track_record as drawn
from components.signals.backtest import Acted, Past, TrackRecord, Verdict, acted
from components.store import Deed
from components.ui import caching
from components.ui.figures import show_figure, show_table
from components.ui.text import safe
from components.ui.track_record.one_day import show_one_day
from components.ui.track_record.words import (
    acted_words,
    base,
    chart_rows,
    finding,
    small_print,
    to_beat,
)
from components.ui.view import View

FEW_YEARS = 400
"""Below about so many person-years, only a lift of two or three can be confirmed."""


def show_track_record(view: View) -> TrackRecord:
    """Show how each rule has done; everybody of the data version counts, whatever is filtered."""
    past = caching.past(view.version.name, view.settings.fingerprint, view.as_of)
    record = caching.track_record(view.version.name, view.settings.fingerprint, view.as_of)
    if record.why_not:
        st.header("How the rules have done here", anchor=False)
        st.info(safe(record.why_not), icon=":material/history_toggle_off:")
        show_one_day(caching.one_day(view.version.name, view.settings.fingerprint, view.as_of))
        return record
    days = [moment.day for moment in past.moments]
    words = base(record, min(days), max(days))
    show_figure(drawn(chart_rows(record), title=finding(record), base=words), "track_record")
    done = _done(view, past, record)
    _caveats(record, len(past.person_dates), acted_words(done))
    with st.expander("Small print", type="compact", key="small_print"):
        for one in record.tested.values():
            st.caption(f"**{safe(one.rule.label)}**: {safe(one.sentence)}")
        show_table(small_print(record, done), key="track_rows", alt="Every figure of every rule")
    return record


def _done(view: View, past: Past, record: TrackRecord) -> dict[str, Acted]:
    """What was done about each rule's flags of the past: talks and actions on record."""
    entries = view.follow_ups.entries
    numbers = view.dataset.numbers([one.subject for one in entries])
    deeds = [
        (numbers[one.subject], one.on)
        for one in entries
        if one.deed in (Deed.TALK, Deed.ACTION) and one.subject in numbers
    ]
    days = view.settings.backtest.follow_up_days
    return {key: acted(past, said, deeds, days) for key, said in record.said.items()}


def _caveats(record: TrackRecord, person_dates: int, done: str) -> None:
    notes = [done]
    if person_dates < FEW_YEARS:
        notes.append(
            f"{person_dates:,} person-years: below about {FEW_YEARS}, nothing under two to three "
            "times as often can be confirmed."
        )
    if any(one.verdict is Verdict.NOT_SUPPORTED for one in record.tested.values()):
        notes.append("A rule that is not supported here keeps a grey chip and leads nothing.")
    notes.append(to_beat(record.short_service))
    for note in filter(None, notes):
        st.caption(safe(note))

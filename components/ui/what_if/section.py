"""The section of the page on flags: choose a rule, move its limits, see what would change."""

import streamlit as st

from components.errors import TrajectoryError
from components.settings import saved
from components.signals import RULES, limits_of, moved, rule
from components.signals.backtest import answers, compared, estimates, quick
from components.signals.rule import Limits, Rule
from components.ui import caching
from components.ui.text import safe
from components.ui.view import View
from components.ui.what_if.limits import move_limits
from components.ui.what_if.words import change_words, interval_words, past_words


def show_what_if(view: View) -> None:
    """Sliders, and at once what they would change; nothing changes before it is kept."""
    drawer = st.expander(
        "What if the limits moved?", icon=":material/tune:", key="what_if", on_change="rerun"
    )
    if drawer.open:
        with drawer:
            _open(view)


@st.fragment
def _open(view: View) -> None:
    on = [one.key for one in RULES if one.key not in view.flags.off]
    if not on:
        st.caption("Every rule is off.")
        return
    key = st.selectbox("Rule", on, format_func=lambda key: rule(key).label, key="what_if_rule")
    one, now = rule(key or on[0]), limits_of(view.settings)[key or on[0]]
    limits, wrong = move_limits(one, now)
    if limits is None:
        st.warning(wrong, icon=":material/info:")
        return
    _today(view, one, (now, limits))
    _in_the_past(view, one, limits)
    if limits != now:
        _keep(view, one, limits)


def _today(view: View, one: Rule, limits: tuple[Limits, Limits]) -> None:
    found = moved(one, limits, view.measures, view.people)
    st.markdown(f"**{safe(change_words(found))}**")
    people, most = len(view.people), view.settings.app.flagged_share_warning
    if people and len(found.after) > most * people:
        st.warning(
            f"{len(found.after):,} of {people:,} would be flagged, more than {most:.0%}: where so "
            "many are flagged, a flag says little.",
            icon=":material/info:",
        )


def _in_the_past(view: View, one: Rule, limits: Limits) -> None:
    """The past at once with Wilson intervals; those by resampling follow."""
    past = caching.past(view.version.name, view.settings.fingerprint, view.as_of)
    if not past.moments:
        st.caption("Not testable: no dated history.")
        return
    of = compared(past.person_dates, answers(one, limits, past))
    place = st.empty()
    for found in (quick(of), estimates(of, view.settings.backtest.resamples)):
        with place.container(gap="xxsmall"):
            st.markdown(safe(past_words(found, view.settings.backtest)))
            st.caption(safe(interval_words(found)))


def _keep(view: View, one: Rule, limits: Limits) -> None:
    with st.popover("Keep these limits", icon=":material/save:", key="keep_limits"):
        note = st.text_input("Why", key="keep_limits_why", max_chars=300)
        st.caption("They hold for everyone who opens this app, and are kept with day and reason.")
        if not st.button("Keep them", key="keep_limits_now", disabled=not note.strip()):
            return
        signals = dict(view.settings.signals) | {one.key: limits.model_dump()}
        try:
            caching.keep_config(saved.written({"signals": signals}), note.strip())
        except TrajectoryError as failed:
            st.error(safe(str(failed)))
            return
    st.rerun(scope="app")

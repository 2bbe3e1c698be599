"""The one door of every page: who may open it, and the one view it gets."""

from datetime import date
from typing import Literal, overload

import narwhals as nw
import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.access import EVERYONE, Scope
from components.errors import StoreFailed
from components.signals.backtest import Progress, nothing_told
from components.store import Version
from components.tables import columns as col
from components.tables.selection import Selection
from components.ui import address, caching, session
from components.ui.empty import empty
from components.ui.frame import enter
from components.ui.registry import PageEntry
from components.ui.view import View


@overload
def open_page(key: str) -> View: ...
@overload
def open_page(key: str, *, plain: Literal[True]) -> PageEntry: ...


def open_page(key: str, *, plain: bool = False) -> View | PageEntry:
    """Open the page of that key; the first statement of every page.

    A page about people gets its view, or says that nothing is loaded and stops. A `plain` page
    works without data.
    """
    entry = enter(key)
    if plain:
        return entry
    name = caching.versions().current()
    if name is None:
        empty(
            "Nothing is loaded yet",
            "Load two spreadsheets, or the sample company, and this page has something to show.",
            go_to="load_data",
        )
        st.stop()
    try:
        caching.version(name)
    except StoreFailed as failed:
        empty("The data in use can't be opened", str(failed), icon="error", go_to="load_data")
        st.stop()
    place = st.empty()
    view = view_of(key, name, progress=_bar(place))
    place.empty()
    address.keep_in_step(view.selection, name, session.as_of())
    return view


def _bar(place: DeltaGenerator) -> Progress:
    """Shows how far the rules have been compared with the past."""

    def told(share: float, doing: str) -> None:
        place.progress(share, text=f"Comparing the rules with your own past: {doing}".strip(": "))

    return told


def view_of(
    key: str, name: str, scope: Scope = EVERYONE, *, progress: Progress = nothing_told
) -> View:
    """The view of a data version that this tab asks for, by its address and its filters."""
    version, settings = caching.version(name), caching.in_force(name)
    as_of = _as_of(version)
    judged = caching.judged(name, settings.fingerprint, as_of)
    caching.past(name, settings.fingerprint, as_of, progress)
    record = caching.track_record(name, settings.fingerprint, as_of)
    log = caching.store().follow_ups.log()
    overridden = frozenset((one.subject, one.rule) for one in log.overrides(as_of))
    flags = caching.flags_here(name, settings.fingerprint, as_of, overridden)
    selection = session.selection()
    scope = scope.seen_by(version.dataset.numbers([settings.app.me]).get(settings.app.me))
    active = scope.within(judged.active)
    return View(
        page=key,
        version=version,
        settings=settings,
        as_of=as_of,
        scope=scope,
        selection=selection,
        measures=judged.measures,
        flags=flags,
        follow_ups=log,
        active=active,
        people=kept_by(selection, active),
        names=judged.names,
        verdicts={key: one.verdict for key, one in record.tested.items()},
    )


def _as_of(version: Version) -> date:
    """The day this tab looks at; its filters and day are those of the address when it starts."""
    if not session.started():
        persons = version.dataset.persons[col.EMPLOYEE_ID]
        session.choose(address.chosen_in(version.name, persons))
        session.set_as_of(address.day_in())
    return session.as_of() or version.dataset.last_day or caching.today()


def kept_by(selection: Selection, people: pd.DataFrame) -> pd.DataFrame:
    """The people that the selection keeps."""
    kept: pd.DataFrame = selection.apply(nw.from_native(people, eager_only=True)).to_native()
    return kept

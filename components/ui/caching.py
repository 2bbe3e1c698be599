"""What is worked out once per data version and shared by all tabs; the one place that caches.

Keys are names, days and fingerprints: a frame is never a key, because large frames are sampled
for their hash and two that differ would be taken for one.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

import narwhals as nw
import pandas as pd
import streamlit as st

from components.analysis import Measures, measure
from components.analysis.between import VersionChanges, changes_between
from components.analysis.incidence import ScopeStays, scope_stays
from components.analysis.latest_scores import latest_scores
from components.errors import StoreFailed
from components.intake import Reading, load_answers, settings_with
from components.intake.outcomes import set_aside, unreadable
from components.settings import Settings, load_settings, saved
from components.signals import Flags, judge
from components.signals.backtest import (
    Group,
    Past,
    Progress,
    TrackRecord,
    look_back,
    nothing_told,
)
from components.signals.backtest import one_day as one_day_of
from components.signals.backtest import track_record as record_of
from components.signals.backtest.watched import Watched
from components.signals.backtest.watched import watched as watched_stays
from components.store import Store, Version, VersionStore
from components.tables import columns as col
from components.ui.codes import codebook
from components.ui.names import names_of_managers

_PASTS_HELD = 2
FURTHER: list[Any] = []
"""What is held elsewhere about data versions, dropped with the rest."""


@dataclass(frozen=True)
class Judged:
    """Measures and flags of one data version on one day."""

    measures: Measures
    flags: Flags
    active: pd.DataFrame
    """Rows of `measures.people` who are active on the day."""
    names: Mapping[str, str]
    """Employee ID to name, for everybody somebody reports to."""


@st.cache_resource(show_spinner=False)
def settings_of_files() -> Settings:
    """The settings of the files alone, read once when the app starts."""
    return load_settings()


@st.cache_resource(show_spinner=False)
def settings() -> Settings:
    """The settings in force: those of the files, and over them what was saved in the app."""
    kept = store().configs.current()
    return load_settings(saved=saved.read(kept.text)) if kept else settings_of_files()


def keep_config(text: str, note: str) -> None:
    """Keep settings in the app; they are in force from now on.

    Raises:
        ConfigError: they can't be used; nothing was kept.
        StoreFailed: they can't be kept.
    """
    fingerprint = load_settings(saved=saved.read(text)).fingerprint
    store().configs.save(text, fingerprint=fingerprint, note=note)
    for held in (settings, *_of_settings()):
        held.clear()


def _of_settings() -> tuple[Any, ...]:
    """All that is worked out with the settings in force."""
    return in_force, judged, _pasts, track_record, one_day, stays, watched, flags_here


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """What must last, on disk or in memory as config/app.toml says."""
    app = settings_of_files().app
    return Store(app.data_path if app.keep_on_disk else None)


def versions() -> VersionStore:
    """The data versions kept."""
    return store().versions


@st.cache_resource(max_entries=2, show_spinner="Opening the data …")
def version(name: str) -> Version:
    """A data version by its name."""
    return versions().load(name)


@st.cache_resource(max_entries=4, show_spinner=False)
def in_force(name: str) -> Settings:
    """The settings with the scales and levels that the answers to a data version's files add."""
    return settings_with(settings(), load_answers(version(name).answers))


@st.cache_resource(max_entries=6, show_spinner="Working out measures and flags …")
def judged(name: str, config: str, as_of: date) -> Judged:
    """Measures and flags of a data version, with the settings of that fingerprint, on a day."""
    in_use = same_settings(name, config)
    measures = measure(version(name).dataset, as_of, in_use)
    people = measures.people
    active = people[(people[col.STATUS] == "active").fillna(False)].reset_index(drop=True)
    return Judged(measures, judge(measures, in_use), active, names_of_managers(people))


@st.cache_resource(max_entries=6, show_spinner=False)
def competency_scores(name: str, config: str, as_of: date) -> pd.DataFrame:
    """Each person's latest own and manager's score on each competency, all people of a version."""
    scores = judged(name, config, as_of).measures.competencies
    latest: pd.DataFrame = latest_scores(nw.from_native(scores, eager_only=True)).to_native()
    return latest


@st.cache_resource(show_spinner=False)
def _pasts() -> dict[tuple[str, str, date], Past]:
    """The pasts worked out last, by data version, settings and day."""
    return {}


def past(name: str, config: str, as_of: date, progress: Progress = nothing_told) -> Past:
    """The days of the past that rules are compared with, measured anew; tells how far it is."""
    held, key = _pasts(), (name, config, as_of)
    if key not in held:
        now = judged(name, config, as_of).measures
        found = look_back(version(name).dataset, now, in_force(name), progress)
        while len(held) >= _PASTS_HELD:
            held.pop(next(iter(held)), None)
        held[key] = found
    return held[key]


@st.cache_resource(max_entries=4, show_spinner="Comparing the rules with the past …")
def track_record(name: str, config: str, as_of: date) -> TrackRecord:
    """How each rule has done in the past of a data version."""
    return record_of(past(name, config, as_of), in_force(name))


@st.cache_resource(max_entries=2, show_spinner="Comparing people on one day …")
def one_day(name: str, config: str, as_of: date) -> tuple[Group, ...]:
    """Who has left by months in scope, where no dated history can be looked back at."""
    return one_day_of(judged(name, config, as_of).measures, same_settings(name, config))


@st.cache_resource(max_entries=4, show_spinner="Following people through their work …")
def stays(name: str, config: str, as_of: date) -> ScopeStays:
    """Everybody's stays in one scope of work, as known on the day."""
    return scope_stays(version(name).dataset, as_of, same_settings(name, config))


@st.cache_resource(max_entries=4, show_spinner="Comparing flagged people with the others …")
def watched(name: str, config: str, as_of: date) -> Watched:
    """The stays of people who were flagged on days of the past, and of the others."""
    record, found = track_record(name, config, as_of), stays(name, config, as_of)
    return watched_stays(past(name, config, as_of), found, record, in_force(name))


def same_settings(name: str, config: str) -> Settings:
    """The settings in force, which must be those of the fingerprint."""
    in_use = in_force(name)
    if in_use.fingerprint != config:
        raise KeyError(config)
    return in_use


@st.cache_resource(max_entries=6, show_spinner=False)
def flags_here(
    name: str, config: str, as_of: date, overridden: frozenset[tuple[str, str]]
) -> Flags:
    """The flags of a day, those of unsupported rules set back and the overridden no concern."""
    record = track_record(name, config, as_of)
    flags = judged(name, config, as_of).flags.with_set_back(record.not_supported)
    return flags.with_overrides(overridden)


@st.cache_resource(max_entries=4, show_spinner="Comparing with the version in use …")
def changes(before: str | None, after: str, _read: Reading, _settings: Settings) -> VersionChanges:
    """What the files read, of the fingerprint `after`, change against a data version."""
    if _read.dataset.fingerprint != after:
        raise KeyError(after)
    problems = _read.problems
    return changes_between(
        version(before).dataset if before else None,
        _read.dataset,
        _settings,
        unreadable=unreadable(problems),
        set_aside=set_aside(problems),
    )


def current_version() -> Version | None:
    """The data version in use, or nothing where none is.

    Raises:
        StoreFailed: the one in use can't be opened.
    """
    name = versions().current()
    return version(name) if name else None


def sound_version() -> Version | None:
    """The data version in use, or nothing where none is or it can't be opened."""
    with suppress(StoreFailed):
        return current_version()
    return None


def today() -> date:
    """The day it is here, for data in which nothing is dated."""
    return date.today()


@st.cache_resource(max_entries=2, show_spinner=False)
def codes(name: str) -> Mapping[str, str]:
    """Opaque code to employee ID, for a data version."""
    return codebook(version(name).dataset.persons["employee_id"], name)


@st.cache_resource(show_spinner=False)
def arrivals() -> dict[str, Any]:
    """Files that some tab has read and not confirmed yet, by the tab's token."""
    return {}


def forget_everything() -> None:
    """Drop all that is held in memory about any data version."""
    for held in (version, *_of_settings(), codes, competency_scores, changes, *FURTHER):
        held.clear()

"""What is worked out once per data version and shared by all tabs; the one place that caches.

Keys are names, days and fingerprints: a frame is never a key, because large frames are sampled
for their hash and two that differ would be taken for one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import streamlit as st

from components.analysis import Measures, measure
from components.settings import Settings, load_settings
from components.signals import Flags, judge
from components.store import Version, VersionStore
from components.ui.codes import codebook


@dataclass(frozen=True)
class Judged:
    """Measures and flags of one data version on one day."""

    measures: Measures
    flags: Flags


@st.cache_resource(show_spinner=False)
def settings() -> Settings:
    """The settings in force, read once when the app starts."""
    return load_settings()


@st.cache_resource(show_spinner=False)
def store() -> VersionStore:
    """The data versions kept, on disk or in memory as config/app.toml says."""
    app = settings().app
    return VersionStore(app.data_path / "versions" if app.keep_on_disk else None)


@st.cache_resource(max_entries=2, show_spinner="Opening the data …")
def version(name: str) -> Version:
    """A data version by its name."""
    return store().load(name)


@st.cache_resource(max_entries=6, show_spinner="Working out measures and flags …")
def judged(name: str, config: str, as_of: date) -> Judged:
    """Measures and flags of a data version, with the settings of that fingerprint, on a day."""
    in_force = settings()
    if in_force.fingerprint != config:
        raise KeyError(config)
    measures = measure(version(name).dataset, as_of, in_force)
    return Judged(measures, judge(measures, in_force))


@st.cache_resource(max_entries=2, show_spinner=False)
def codes(name: str) -> Mapping[str, str]:
    """Opaque code to employee ID, for a data version."""
    return codebook(version(name).dataset.persons["employee_id"], name)


def forget_everything() -> None:
    """Drop all that is held in memory about any data version."""
    for held in (version, judged, codes):
        held.clear()

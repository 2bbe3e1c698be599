"""How managers and units compare, worked out once for each data version, settings and day."""

from datetime import date

import streamlit as st

from components.calibration import Release, talent_release
from components.ui import caching


@st.cache_resource(max_entries=4, show_spinner="Following people on from their teams …")
def release(name: str, config: str, as_of: date) -> Release:
    """The signs of talent release of every manager."""
    same = caching.same_settings(name, config)
    measures = caching.judged(name, config, as_of).measures
    return talent_release(caching.version(name).dataset, measures, same)


caching.FURTHER.append(release)

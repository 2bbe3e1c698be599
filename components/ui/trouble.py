"""What a person sees, and what is logged, when something stops a page."""

import hashlib
import logging
from traceback import extract_tb

import streamlit as st

from components.errors import TrajectoryError
from components.ui.registry import ROOT
from components.ui.text import safe

LOG = logging.getLogger("trajectory")


def places(error: BaseException) -> str:
    """Where the error came from, innermost last; our own files only and never the values."""
    frames = extract_tb(error.__traceback__)
    ours = [frame for frame in frames if frame.filename.startswith(f"{ROOT}/")]
    return " > ".join(
        f"{frame.filename.removeprefix(f'{ROOT}/')}:{frame.lineno} {frame.name}"
        for frame in ours
        if "site-packages" not in frame.filename
    )


def code_of(error: BaseException) -> str:
    """Six letters and digits that find this error in the log again."""
    return hashlib.sha256(f"{type(error).__name__} {places(error)}".encode()).hexdigest()[:6]


def show_trouble(error: Exception) -> bool:
    """Say calmly what stopped the page; True tells Streamlit that it has been said.

    An error raised on purpose brings its own sentence. Of any other only the type and the place
    are logged, because its message may hold a value from somebody's file.
    """
    if isinstance(error, TrajectoryError):
        st.error(safe(str(error)), icon=":material/error:")
        return True
    code = code_of(error)
    LOG.error("code=%s type=%s at=%s", code, type(error).__name__, places(error))
    st.error(
        "This page stopped before it was finished. Nothing you loaded is lost. Reload the page; "
        f"if it stops again, report code {code}, which stands in the server's log.",
        icon=":material/error:",
    )
    return True

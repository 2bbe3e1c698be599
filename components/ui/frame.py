"""The frame around every page: who may open it, what happens when it fails, how long it took."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

import streamlit as st

from components.ui import session
from components.ui.registry import PageEntry, page
from components.ui.trouble import show_trouble

OPEN = "frame_is_open"
SERVER_TIME = "server_milliseconds"


@contextmanager
def page_frame() -> Iterator[None]:
    """Run a page: turn what stops it into a sentence, and keep its server time in milliseconds."""
    started = perf_counter()
    session.remember(OPEN, True)
    try:
        yield
    except Exception as error:  # noqa: BLE001 - the one place that catches everything
        show_trouble(error)
    finally:
        session.remember(OPEN, False)
        session.remember(SERVER_TIME, (perf_counter() - started) * 1000)


def enter(key: str) -> PageEntry:
    """The registered page of that key.

    A page that did not come through the menu shows nothing but the way in.
    """
    entry = page(key)
    if not session.recall(OPEN, default=False):
        st.warning("This page opens from the menu of Trajectory.", icon=":material/lock:")
        st.stop()
    return entry

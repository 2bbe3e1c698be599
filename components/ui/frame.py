"""The frame around every page: who may open it, what happens when it fails, how long it took."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter, thread_time

import streamlit as st

from components.ui import session
from components.ui.registry import PageEntry, page
from components.ui.trouble import show_trouble

OPEN = "frame_is_open"
SERVER_TIME = "server_milliseconds"
PROCESSOR_TIME = "processor_milliseconds"


@contextmanager
def page_frame() -> Iterator[None]:
    """Run a page: turn what stops it into a sentence, and keep how long it took.

    In milliseconds: by the clock, and the time this tab's thread was really at work.
    """
    started, worked = perf_counter(), thread_time()
    session.remember(OPEN, True)
    try:
        yield
    except Exception as error:  # noqa: BLE001 - the one place that catches everything
        show_trouble(error)
    finally:
        session.remember(OPEN, False)
        session.remember(SERVER_TIME, (perf_counter() - started) * 1000)
        session.remember(PROCESSOR_TIME, (thread_time() - worked) * 1000)


def enter(key: str) -> PageEntry:
    """The registered page of that key.

    A page that did not come through the menu shows nothing but the way in.
    """
    entry = page(key)
    if not session.recall(OPEN, default=False):
        st.warning("This page opens from the menu of Trajectory.", icon=":material/lock:")
        st.stop()
    return entry

"""What happens once when the server starts: protections are checked, the rooms are warmed."""

import ctypes
import gc
import logging
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path

import streamlit as st

from components.errors import ConfigError
from components.ui.headers import LOCAL_HOSTS

CONFIG = ".streamlit/config.toml"
ARENAS_OPTION, ARENAS = -8, 2
"""M_ARENA_MAX of glibc's malloc.h, and how many arenas all threads share."""
ROOMS = Path(__file__).resolve().parents[1]
PROTECTIONS: dict[str, object] = {
    "browser.gatherUsageStats": False,
    "client.showErrorDetails": "none",
    "logger.enableRich": False,
    "client.disableDataExport": True,
    "server.enableAgentApi": False,
    "server.enableCORS": True,
    "server.enableXsrfProtection": True,
    "server.allowedHosts": list(LOCAL_HOSTS),
    "server.address": "127.0.0.1",
}


def check_protections(option: Callable[[str], object] = st.get_option) -> None:
    """Refuse to serve when a protection is off, so that a wrong start never goes unseen.

    Raises:
        ConfigError: names the option and the value it must have.
    """
    for name, needed in PROTECTIONS.items():
        if option(name) != needed:
            raise ConfigError.in_file(CONFIG, name, f"Set it to {needed!r} and start again.")


def warm_rooms() -> list[str]:
    """Import every room with what it stands on, and return their names.

    Streamlit collects garbage after each rerun; frozen, the imports are left out of that
    (126 → 59 ms per rerun of a page with three charts).
    """
    rooms = sorted(path.parent.name for path in ROOMS.glob("*/__init__.py"))
    for room in rooms:
        import_module(f"components.{room}")
    gc.collect()
    gc.freeze()
    return rooms


def share_memory() -> None:
    """Let the threads of all tabs draw on the same memory.

    Every tab runs in threads of its own, and memory kept apart for each thread is not used
    again: 60 tabs on 20,000 people held 235 MB more than five; like this, and with Arrow's
    memory from the system (see `components`), they hold the same.
    """
    if not sys.platform.startswith("linux"):
        return
    set_option = getattr(ctypes.CDLL(None), "mallopt", None)
    if set_option is not None:
        set_option(ARENAS_OPTION, ARENAS)


def quiet_tracebacks() -> None:
    """Keep Streamlit from logging the text of errors, which may hold a value from a file."""
    logging.getLogger("streamlit.error_util").disabled = True


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Check and warm before the first request is answered."""
    check_protections()
    share_memory()
    quiet_tracebacks()
    warm_rooms()
    yield

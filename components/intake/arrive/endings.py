"""How a child ended that did not say so itself, as the code of a refusal."""

import signal
from typing import Final

OUT_OF_MEMORY: Final = 77
"""The child's own exit status where memory ran out while it spoke."""

_BY_NUMBER: Final = {
    1: "reader-not-started",
    OUT_OF_MEMORY: "too-big-to-read",
}
_BY_SIGNAL: Final = {
    "SIGABRT": "needs-more-memory",
    "SIGKILL": "reader-ended",
    "SIGTERM": "reader-ended",
    "SIGXCPU": "too-slow",
}


def code_of(status: int | None, *, late: bool) -> str:
    """The code for an exit status as `subprocess` gives it; None: it was still running.

    `late` says that we ended it ourselves, because its time was up. A child that broke down
    inside its reader (a crash, a panic) or spoke nonsense was given a malformed file.

    >>> code_of(-6, late=False), code_of(-11, late=False), code_of(-9, late=True)
    ('needs-more-memory', 'malformed', 'too-slow')
    """
    if late:
        return "too-slow"
    if status is None or status >= 0:
        return _BY_NUMBER.get(status or 0, "malformed")
    return _BY_SIGNAL.get(_name(-status), "malformed")


def _name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return ""

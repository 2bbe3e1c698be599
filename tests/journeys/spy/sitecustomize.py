"""Loaded first by the server under test: notes each address Python connects to or looks up."""

import os
import sys

WATCHED = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}


def note(event, arguments):
    """Append the address to the file of the journey; Unix sockets have none."""
    if event not in WATCHED:
        return
    target = arguments[0] if event.startswith("socket.get") else arguments[-1]
    host = target[0] if isinstance(target, tuple) else target
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    with open(os.environ["SPY_LOG"], "a", encoding="utf-8") as log:  # noqa: PTH123 - import nothing
        log.write(f"{event} {host}\n")


if "SPY_LOG" in os.environ:
    sys.addaudithook(note)

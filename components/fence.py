"""What a child process may do: little memory, little time, no network.

A child is a script of ours that handles what a stranger's file can upset; it runs by its path in
isolated mode, and fences itself in before it looks at the file. `run` is the parent's side for a
child that reads everything and answers once.
"""

import os
import sys
from pathlib import Path
from typing import Any

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
_OPEN_FILES = 64
_GRACE_SECONDS = 2
_NEAR_BYTES = 64 << 20
_KEPT = ("SYSTEMROOT", "LD_LIBRARY_PATH")


def run(script: Path, order: bytes, *, seconds: int) -> bytes | None:
    """What the script says on standard output to this order; None where it failed or was late.

    It works in a folder of its own that is gone afterwards.
    """
    import subprocess  # noqa: PLC0415 - a child starts sooner without them
    import tempfile  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        try:
            done = subprocess.run(  # noqa: S603 - our own script, no shell, nothing from a file
                [sys.executable, "-I", str(script)],
                input=order,
                capture_output=True,
                cwd=folder,
                env=kept | {"HOME": folder, "TMPDIR": folder, "TZ": "UTC", "LANG": "C.UTF-8"},
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return None
    return None if done.returncode else done.stdout or None


def fence_in(limits: dict[str, Any]) -> None:
    """Bound memory, time and open files; allow no core dump, and no file unless said so.

    limits: child_memory_bytes, child_cpu_seconds, and child_file_bytes where files are needed.
    At its limit of time it gets a signal of its own, so that the parent can tell; a moment
    later the system ends it.
    """
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    memory, seconds = limits["child_memory_bytes"], limits["child_cpu_seconds"]
    files = limits.get("child_file_bytes", 0)
    for what, most, ended in (
        (resource.RLIMIT_AS, memory, memory),
        (resource.RLIMIT_CPU, seconds, seconds + _GRACE_SECONDS),
        (resource.RLIMIT_NOFILE, _OPEN_FILES, _OPEN_FILES),
        (resource.RLIMIT_FSIZE, files, files),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        try:
            resource.setrlimit(what, (most, ended))
        except (ValueError, OSError):
            continue


def near_the_limit(limits: dict[str, Any]) -> bool:
    """Whether this process has used nearly all the memory it may: what fails then, fails for that.

    A thread that won't start or a library that won't load is no MemoryError, yet means the same.
    """
    return bool(_peak_bytes() > limits["child_memory_bytes"] - _NEAR_BYTES)


def _peak_bytes() -> int:
    """The most memory that was ever taken up; 0 where the system doesn't tell."""
    try:
        told = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0
    lines = dict(line.partition(":")[::2] for line in told.splitlines())
    return 1024 * int(lines.get("VmPeak", "0 kB").split()[0])


def leave_the_network() -> None:
    """Move to a network of its own that leads nowhere, where the system allows."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes  # noqa: PLC0415 - only here

    system = ctypes.CDLL(None)
    if system.unshare(_NEW_NETWORK) != 0:
        system.unshare(_NEW_USER | _NEW_NETWORK)

"""The script that runs in the child: fences itself in, reads one file, tells what it found.

It loads only the few modules it needs: the packages above it are stood in for, so that their
`__init__` files (and with them pandas) are not run, and numpy is kept out because Arrow starts
twice as fast without it.
"""

import json
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

_ROOT = Path(__file__).resolve().parents[3]
_LENGTH_BYTES = 8
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
_OPEN_FILES = 64
_GRACE_SECONDS = 2


def fence_in(limits: dict[str, Any]) -> None:
    """Bound memory, time and open files; allow no file to be written and no core dump.

    At its limit of time it gets a signal of its own, so that the parent can tell; a moment
    later the system ends it.
    """
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    memory, seconds = limits["child_memory_bytes"], limits["child_cpu_seconds"]
    for what, most, ended in (
        (resource.RLIMIT_AS, memory, memory),
        (resource.RLIMIT_CPU, seconds, seconds + _GRACE_SECONDS),
        (resource.RLIMIT_NOFILE, _OPEN_FILES, _OPEN_FILES),
        (resource.RLIMIT_FSIZE, 0, 0),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        try:
            resource.setrlimit(what, (most, ended))
        except (ValueError, OSError):
            continue


def leave_the_network() -> None:
    """Move to a network of its own that leads nowhere, where the system allows."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes  # noqa: PLC0415 - only here

    system = ctypes.CDLL(None)
    if system.unshare(_NEW_NETWORK) != 0:
        system.unshare(_NEW_USER | _NEW_NETWORK)


def stand_in_for_packages() -> None:
    """Make the rooms above importable without running their `__init__` files."""
    sys.path.append(str(_ROOT))
    for name in ("components", "components.intake", "components.intake.arrive"):
        package = ModuleType(name)
        package.__path__ = [str(_ROOT.joinpath(*name.split(".")))]
        sys.modules[name] = package
    sys.modules["numpy"] = None  # type: ignore[assignment]


def answer(limits: dict[str, Any]) -> None:
    """Read the task and the file from standard input; say on standard output what was found."""
    import pyarrow as pa  # noqa: PLC0415 - after the stand-ins

    from components.intake.arrive import delimited, wire, workbook  # noqa: PLC0415
    from components.intake.arrive.endings import OUT_OF_MEMORY  # noqa: PLC0415

    fence_in(limits)
    source, out = sys.stdin.buffer, sys.stdout.buffer

    def tell(table: pa.Table, facts: wire.Facts) -> None:
        wire.send(out, table, facts)

    try:
        task = json.loads(source.read(int.from_bytes(source.read(_LENGTH_BYTES), "little")))
        read = delimited.read if task["kind"] == "text" else workbook.read
        facts = read(source.read(), task | limits, tell)
    except MemoryError:
        facts = {"refused": "too-big-to-read"}
    except BaseException:  # noqa: BLE001 - a panic of the reader is no Exception
        facts = {"refused": "malformed"}
    try:
        tell(pa.table({}), facts | {"end": True})
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


def main() -> None:
    """Take the limits from the call, and answer from behind the fence."""
    limits = json.loads(sys.argv[1])
    leave_the_network()
    stand_in_for_packages()
    answer(limits)


if __name__ == "__main__":
    main()

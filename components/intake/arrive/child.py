"""The script that runs in the child: fences itself in, reads one file, tells what it found.

It loads only the few modules it needs: the packages above it are stood in for, so that their
`__init__` files (and with them pandas) are not run, and numpy is kept out because Arrow starts
twice as fast without it.
"""

import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

_ROOT = Path(__file__).resolve().parents[3]
_LENGTH_BYTES = 8
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
_OPEN_FILES = 64


def fence_in(limits: dict[str, Any]) -> None:
    """Bound memory, time and open files; allow no file to be written and no core dump."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    memory, seconds = limits["child_memory_bytes"], limits["child_cpu_seconds"]
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            resource.setrlimit(what, (most, most))
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


def main() -> None:
    """Read limits from the call, the task and the file from standard input; answer on output."""
    limits = json.loads(sys.argv[1])
    leave_the_network()
    stand_in_for_packages()
    import pyarrow as pa  # noqa: PLC0415 - after the stand-ins

    from components.intake.arrive import delimited, wire, workbook  # noqa: PLC0415

    fence_in(limits)
    size = int.from_bytes(sys.stdin.buffer.read(_LENGTH_BYTES), "little")
    task = json.loads(sys.stdin.buffer.read(size))
    content = sys.stdin.buffer.read()
    out = sys.stdout.buffer

    def tell(table: pa.Table, facts: wire.Facts) -> None:
        wire.send(out, table, facts)

    read = delimited.read if task["kind"] == "text" else workbook.read
    try:
        facts = read(content, task | limits, tell)
    except MemoryError:
        facts = {"refused": "too-big-to-read"}
    except BaseException:  # noqa: BLE001 - a panic of the reader is no Exception
        facts = {"refused": "malformed"}
    wire.send(out, pa.table({}), facts | {"end": True})


if __name__ == "__main__":
    main()

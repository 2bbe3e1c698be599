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

    from components.fence import fence_in, near_the_limit  # noqa: PLC0415
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
        if facts.get("refused") == "malformed" and near_the_limit(limits):
            facts = {"refused": "too-big-to-read"}
        tell(pa.table({}), facts | {"end": True})
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


def main() -> None:
    """Take the limits from the call, and answer from behind the fence."""
    limits = json.loads(sys.argv[1])
    stand_in_for_packages()
    from components.fence import leave_the_network  # noqa: PLC0415 - after the stand-ins

    leave_the_network()
    answer(limits)


if __name__ == "__main__":
    main()

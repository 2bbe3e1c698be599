"""Accept one file in a process of its own: how long it takes, and what it adds to the memory.

`python -m tests.proofs.acceptance FILE` says it as JSON.
"""

import json
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from components.intake import Answers, Upload, read_files
from components.settings import load_settings
from tests.truth.road import DAY

_ROOT = Path(__file__).resolve().parents[2]
_KILOBYTES = 1024


@dataclass(frozen=True)
class Accepted:
    """Seconds, megabytes above what the process held before, rows read, and refusals."""

    seconds: float
    extra_megabytes: float
    rows: int
    refused: tuple[str, ...]


def in_a_process(file: Path) -> Accepted:
    """Accept the file elsewhere, so that nothing here counts."""
    told = subprocess.run(
        [sys.executable, "-m", "tests.proofs.acceptance", str(file)],
        capture_output=True,
        text=True,
        check=True,
        cwd=_ROOT,
    )
    found = json.loads(told.stdout)
    return Accepted(**found | {"refused": tuple(found["refused"])})


def accept(file: Path) -> Accepted:
    """Accept the file here."""
    settings, content = load_settings(), file.read_bytes()
    before, start = _memory("VmRSS"), time.perf_counter()
    reading = read_files([Upload(file.name, content)], settings, answers=Answers(), today=DAY)
    took = time.perf_counter() - start
    rows = sum(sheet.rows for sheet in reading.dataset.sheets)
    refused = tuple(one.code for one in reading.problems if one.severity == "error")
    return Accepted(took, _memory("VmHWM") - before, rows, refused)


def _memory(name: str) -> float:
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    line = next(one for one in lines if one.startswith(name))
    return int(line.split()[1]) / _KILOBYTES


if __name__ == "__main__":
    print(json.dumps(asdict(accept(Path(sys.argv[1])))))

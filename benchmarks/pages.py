"""Server time of each page when a filter changes, by AppTest through the menu.

Each number of people has a process of its own (`python -m benchmarks.pages BOOK`), warm and
frozen as the server is.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

from streamlit.testing.v1 import AppTest

from benchmarks.figures import Figure
from benchmarks.road import LARGE, MIDDLE, ROOT, SMALL, read
from components.settings import load_settings
from components.store import Version, VersionStore
from components.tables import columns as col
from components.ui.codes import code_of
from components.ui.frame import PROCESSOR_TIME, SERVER_TIME
from components.ui.registry import PAGES, PageEntry
from components.ui.session import CHOSEN
from components.ui.start import warm_rooms

MENU = ROOT / "components" / "ui" / "menu.py"
THREE_CHARTS = Path(__file__).with_name("three_charts.py")
CPU = "frame_cpu_milliseconds"
MOST = {SMALL: 100, MIDDLE: 150, LARGE: 400}
FRAME_MOST = 40
FILTERED = (col.REGION, col.DEPARTMENT, col.LEVEL, col.JOB_FAMILY, col.MANAGER_ID)
VALUES = 20
PLAIN = {"load_data", "about"}
"""Pages without filters."""
PATIENCE = 180
Choice = Mapping[str, list[str]]


def figures(books: Mapping[int, Path], values: int = VALUES) -> Iterator[Figure]:
    """A line for each page and number of people, and the frame with three charts."""
    for people, most in MOST.items():
        for seen in _in_a_process(books[people], values):
            key, milliseconds, highest = seen["page"], seen["median"], seen["highest"]
            if key == CPU:
                what = f"Frame, three charts and a table, CPU, {people:,} people"
                goal = FRAME_MOST if people == MIDDLE else None
                yield Figure(what, milliseconds, "ms", goal, f"highest {highest:.0f} ms")
                continue
            worked, first = seen["worked"], seen["first"]
            beside = f"CPU {worked:.0f} ms; highest {highest:.0f}, first visit {first:.0f} ms"
            yield Figure(f"Filter on {key}, {people:,} people", milliseconds, "ms", most, beside)


def _in_a_process(book: Path, values: int) -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        ran = subprocess.run(
            [sys.executable, "-m", "benchmarks.pages", str(book), str(values)],
            cwd=ROOT,
            env={**os.environ, "TRAJECTORY_DATA_FOLDER": folder},
            stdout=subprocess.PIPE,
            check=True,
        )
    return [json.loads(line) for line in ran.stdout.splitlines() if line.startswith(b"{")]


def keep(book: Path) -> Version:
    """Read a workbook and make it the current data version of the data folder."""
    settings = load_settings()
    reading = read(book, settings)
    matches = json.dumps([asdict(match) for match in reading.matches])
    version = Version(reading.dataset, reading.problems, matches)
    VersionStore(settings.app.data_path / "versions").save(version)
    return version


def choices(version: Version) -> Iterator[Choice]:
    """Filter values, one at a time: every region, every department, and so on."""
    roles = version.dataset.tables["roles"]
    for name in FILTERED:
        for value in sorted(map(str, roles[name].dropna().unique())):
            yield {name: [value]}


def walk(version: Version, values: int) -> Iterator[dict[str, Any]]:
    """Visit each page and change its filter."""
    chosen = list(islice(choices(version), values))
    menu = AppTest.from_file(MENU, default_timeout=PATIENCE).run()
    for entry in PAGES:
        if entry.key not in PLAIN:
            yield {"page": entry.key, **_page(menu, entry, version, chosen)}
    frame = AppTest.from_file(THREE_CHARTS, default_timeout=PATIENCE)
    yield {"page": CPU, **_times(frame, chosen, CPU)}


def _page(
    menu: AppTest, entry: PageEntry, version: Version, chosen: list[Choice]
) -> dict[str, float]:
    """The times of one page, about the person whom most others report to where it needs one."""
    managers = version.dataset.tables["roles"][col.MANAGER_ID].value_counts()
    menu.query_params["person"] = code_of(str(managers.index[0]), version.name)
    menu.switch_page(str(entry.file))
    return _times(menu, chosen, SERVER_TIME)


def _times(app: AppTest, chosen: list[Choice], measured: str) -> dict[str, float]:
    """Milliseconds of the first visit, and of the changes after it."""
    first = _time(app, {}, measured)
    _time(app, {}, measured)
    later, worked = [], []
    for choice in chosen:
        later.append(_time(app, choice, measured))
        worked.append(app.session_state[PROCESSOR_TIME])
    return {
        "first": first,
        "median": median(later),
        "highest": max(later),
        "worked": median(worked),
    }


def _time(app: AppTest, choice: Choice, measured: str) -> float:
    app.session_state[CHOSEN] = dict(choice)
    app.run()
    wrong = [*app.error, *app.exception]
    if wrong:
        raise RuntimeError(f"The page failed: {wrong[0].value}")
    return float(app.session_state[measured])


if __name__ == "__main__":
    warm_rooms()
    kept = keep(Path(sys.argv[1]))
    for line in walk(kept, int(sys.argv[2])):
        print(json.dumps(line), flush=True)

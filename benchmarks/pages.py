"""Server time of each page when a filter changes, by AppTest through the menu.

Each number of people has a process of its own (`python -m benchmarks.pages BOOK`), warm and
frozen as the server is.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

import pandas as pd
from streamlit.testing.v1 import AppTest

from benchmarks.figures import Figure
from benchmarks.road import AS_OF, LARGE, MIDDLE, ROOT, SMALL, read
from components.analysis import measure
from components.settings import load_settings
from components.store import Store, Version
from components.tables import columns as col
from components.ui.codes import code_of
from components.ui.frame import PROCESSOR_TIME, SERVER_TIME
from components.ui.registry import PAGES
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
    Store(settings.app.data_path).versions.save(version)
    return version


def choices(people: pd.DataFrame) -> Iterator[Choice]:
    """Filter values, one at a time: every region, every department, and so on."""
    for name in FILTERED:
        for value in sorted(map(str, people[name].dropna().unique())):
            yield {name: [value]}


def around(person: Mapping[str, Any], chosen: Iterable[Choice]) -> list[Choice]:
    """The same filters, each with the person's own value too, so that the person stays shown."""
    return [
        {name: sorted({str(person[name]), *values}) for name, values in choice.items()}
        for choice in chosen
    ]


def walk(version: Version, values: int) -> Iterator[dict[str, Any]]:
    """Visit each page and change its filter; Person is about somebody with many reports."""
    settings = load_settings()
    people = measure(version.dataset, AS_OF, settings).people
    chosen = list(islice(choices(people), values))
    asked = people[people[col.STATUS] == "active"].set_index(col.EMPLOYEE_ID)
    manager = next(one for one in people[col.MANAGER_ID].value_counts().index if one in asked.index)
    menu = AppTest.from_file(MENU, default_timeout=PATIENCE).run()
    for entry in PAGES:
        if entry.key in PLAIN:
            continue
        menu.query_params["person"] = code_of(manager, version.name)
        menu.switch_page(str(entry.file))
        wanted = around(asked.loc[manager], chosen) if entry.key == "person" else chosen
        yield {"page": entry.key, **_times(menu, wanted, SERVER_TIME)}
    frame = AppTest.from_file(THREE_CHARTS, default_timeout=PATIENCE)
    yield {"page": CPU, **_times(frame, chosen, CPU)}


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

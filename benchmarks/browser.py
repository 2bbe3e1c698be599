"""What a person waits for in Chromium, and what each further session costs the server."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.figures import Figure
from benchmarks.pages import keep
from benchmarks.sessions import memory_per_session
from tests.journeys.chromium import FLAGS, find
from tests.journeys.server import Server
from tests.journeys.watch import load_sample, wait_for_app

ROUNDS, VISITS, SESSIONS = 3, 5, 20
COLD_MOST, WARM_MOST, JOURNEY_MOST, MEGABYTES_MOST = 2.0, 0.5, 30.0, 1.0
PAGE, FLAGS_PAGE = "overview", "flight_risk"


def figures(book: Path) -> Iterator[Figure]:
    """First page, the way from the sample to the first flag, and memory per session."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(find()), args=list(FLAGS))
        yield from _first_page(chromium)
        yield _sample_to_first_flag(chromium)
        chromium.close()
    yield _memory(book)


@contextmanager
def _served() -> Iterator[Server]:
    """A fresh server with a data folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder))
        try:
            yield server.wait()
        finally:
            server.stop()


def _first_page(chromium: Browser) -> Iterator[Figure]:
    """Cold: an empty browser and a server that nobody has asked yet; warm: the next visits.

    Warm is the same tab again, as after a reload; a new tab starts a process of its own in the
    browser and is printed beside it, without a goal.
    """
    cold, warm, new_tab = [], [], []
    for _ in range(ROUNDS):
        with _served() as server:
            context = chromium.new_context()
            tab = context.new_page()
            cold.append(_visit(tab, server))
            warm += [_visit(tab, server) for _ in range(VISITS)]
            new_tab += [_visit(context.new_page(), server) for _ in range(VISITS)]
            context.close()
    yield Figure("First page in Chromium, cold", median(cold), "s", COLD_MOST)
    beside = f"{median(new_tab):.2f} s in a new tab"
    yield Figure("First page in Chromium, warm", median(warm), "s", WARM_MOST, beside)


def _visit(tab: Page, server: Server) -> float:
    started = perf_counter()
    tab.goto(server.address, wait_until="commit")
    wait_for_app(tab)
    tab.locator("h1").first.wait_for()
    return perf_counter() - started


def _sample_to_first_flag(chromium: Browser) -> Figure:
    """From the first request until a flag with its reason stands on Flight risk."""
    with _served() as server:
        tab = chromium.new_context().new_page()
        started = perf_counter()
        load_sample(tab, server.address)
        tab.goto(f"{server.address}/{FLAGS_PAGE}")
        wait_for_app(tab)
        tab.locator("h1").first.wait_for()
        took = perf_counter() - started
        tab.close()
    return Figure("Sample to first flag", took, "s", JOURNEY_MOST)


def _memory(book: Path) -> Figure:
    """Sessions that all look at the same data."""
    before = os.environ.get("TRAJECTORY_DATA_FOLDER")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TRAJECTORY_DATA_FOLDER"] = str(Path(folder) / "versions")
        keep(book)
        server = Server(Path(folder)).wait()
        try:
            each = memory_per_session(server, PAGE, SESSIONS)
        finally:
            server.stop()
            _put_back(before)
    beside = f"{SESSIONS} sessions on {PAGE}, data shared"
    return Figure("Memory per further session", each, "MB", MEGABYTES_MOST, beside)


def _put_back(value: str | None) -> None:
    os.environ.pop("TRAJECTORY_DATA_FOLDER", None)
    if value is not None:
        os.environ["TRAJECTORY_DATA_FOLDER"] = value

"""As large as a sheet can be: accepted in time and memory, and nobody else waits."""

import re
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from threading import Event, Thread

import fastexcel
import pytest
from playwright.sync_api import Browser

from benchmarks.sessions import Tab
from tests.journeys.server import Server
from tests.journeys.watch import visit
from tests.proofs.acceptance import Accepted, accept, in_a_process
from tests.proofs.big_table import HEADER, workbook
from tests.proofs.table import ProofTable

FEW, MANY = 50_000, 1_048_576
FEW_SECONDS, MANY_SECONDS, ANSWER_SECONDS = 3, 60, 1
FEW_MEGABYTES = 300
ROUNDS = 3
_PATIENCE = 300_000


@pytest.fixture(scope="module")
def full_sheet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook with as many rows as a sheet can hold."""
    file = tmp_path_factory.mktemp("full") / "roles.xlsx"
    file.write_bytes(workbook(MANY))
    return file


def test_the_large_table_is_a_workbook_and_is_accepted_whole(tmp_path: Path) -> None:
    file = tmp_path / "roles.xlsx"
    file.write_bytes(workbook(101))
    sheet = fastexcel.read_excel(BytesIO(file.read_bytes()).getvalue()).load_sheet(0)
    assert (sheet.height, sheet.width) == (100, len(HEADER))
    found = accept(file)
    assert (found.rows, found.refused) == (101, ())


@pytest.mark.prove
def test_fifty_thousand_rows_are_accepted_at_once(tmp_path: Path, proved: ProofTable) -> None:
    file = tmp_path / "roles.xlsx"
    file.write_bytes(workbook(FEW))
    rounds = [in_a_process(file) for _ in range(ROUNDS)]
    what = f"{FEW:,} rows × {len(HEADER)} accepted"
    took, extra = min(one.seconds for one in rounds), max(one.extra_megabytes for one in rounds)
    met = (
        proved.add("Size", what, took, unit="s", goal=("at most", FEW_SECONDS)),
        proved.add("Size", f"{what}: extra", extra, unit="MB", goal=("at most", FEW_MEGABYTES)),
    )
    assert all(_whole(one, FEW) for one in rounds)
    assert all(met)


@pytest.mark.prove
def test_a_full_sheet_is_accepted(full_sheet: Path, proved: ProofTable) -> None:
    """The child that reads it may not use more than 2 GiB: more, and it would be refused."""
    found = in_a_process(full_sheet)
    megabytes = full_sheet.stat().st_size / 1024**2
    what = f"{MANY:,} rows × {len(HEADER)} ({megabytes:.0f} MB) accepted, child within 2 GiB"
    met = proved.add("Size", what, found.seconds, unit="s", goal=("at most", MANY_SECONDS))
    proved.add("Size", "The same: extra in the server", found.extra_megabytes, unit="MB")
    assert _whole(found, MANY), found
    assert met


def _whole(found: Accepted, rows: int) -> bool:
    return found.rows == rows and not found.refused


@pytest.mark.prove
@pytest.mark.filterwarnings("ignore:connect:DeprecationWarning")
def test_another_users_page_answers_meanwhile(
    full_sheet: Path,
    browser: Browser,
    fresh_server: Callable[[], Server],
    proved: ProofTable,
) -> None:
    server = fresh_server()
    tab, done, answers = browser.new_page(), Event(), list[float]()
    other = Thread(target=_ask, args=(server, done, answers))
    visit(tab, server.address)
    inside = tab.get_by_test_id("stFileUploader").locator("input[type=file]")
    other.start()
    inside.set_input_files(full_sheet)
    tab.get_by_role("heading", name=re.compile("^1 file read")).wait_for(timeout=_PATIENCE)
    done.set()
    other.join()
    tab.close()
    slowest = max(answers)
    what = f"Another user's page meanwhile, slowest of {len(answers)}"
    met = proved.add("Size", what, slowest, unit="s", goal=("at most", ANSWER_SECONDS))
    assert met, sorted(answers)[-5:]


def _ask(server: Server, done: Event, answers: list[float]) -> None:
    """Open a page again and again, as somebody else who looks around."""
    with Tab(server) as tab:
        tab.open("about")
        while not done.is_set():
            start = time.perf_counter()
            tab.open("about")
            answers.append(time.perf_counter() - start)
            time.sleep(0.1)

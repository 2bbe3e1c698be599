"""Files nobody here wrote: none kills or hangs, none shows a traceback, each is read rightly."""

import csv
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from components.intake import Answers, Opened, understand
from components.intake.arrive import Arrived, ArriveLimits, Upload, read_sheets
from components.settings import load_settings
from components.tables.problems import Severity
from tests.proofs.agreement import Agreement, compare
from tests.proofs.table import ProofTable
from tests.truth.road import DAY

pytestmark = pytest.mark.prove

FILES = 939 + 18
SECONDS = 30
READ_SHARE = 97
AGREE_SHARE = 98.8
ENDINGS = (".xlsx", ".xls")


@dataclass(frozen=True)
class Outcome:
    """What became of one file."""

    name: str
    seconds: float
    arrived: Arrived | None
    wrong: str = ""

    @property
    def refusals(self) -> list[str]:
        """Codes of the problems for which the file or a sheet was not read."""
        problems = self.arrived.problems if self.arrived else ()
        return [one.code for one in problems if one.severity is Severity.ERROR]


@pytest.fixture(scope="module")
def outcomes(shared_corpus: Path) -> dict[str, Outcome]:
    """Every file of the corpus, opened and understood, two at once."""
    files = sorted(
        file for file in shared_corpus.rglob("*") if file.is_file() and file.parent != shared_corpus
    )
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(_outcome, files))
    return {str(f.relative_to(shared_corpus)): one for f, one in zip(files, found, strict=True)}


SETTINGS = load_settings()
LIMITS = ArriveLimits.of(SETTINGS.app)


def _outcome(file: Path) -> Outcome:
    start, arrived, wrong = time.monotonic(), None, ""
    try:
        arrived = read_sheets([Upload(file.name, file.read_bytes())], LIMITS)
        understand(Opened(arrived, file.name), SETTINGS, answers=Answers(), today=DAY)
    except Exception as mistake:  # noqa: BLE001 - it would have been a traceback on screen
        wrong = f"{type(mistake).__name__}: {mistake}"[:200]
    return Outcome(file.name, time.monotonic() - start, arrived, wrong)


def test_no_file_kills_hangs_or_shows_a_traceback(
    outcomes: dict[str, Outcome], proved: ProofTable
) -> None:
    tracebacks = {name: one.wrong for name, one in outcomes.items() if one.wrong}
    slowest = max(one.seconds for one in outcomes.values())
    slow = [name for name, one in outcomes.items() if one.seconds > SECONDS]
    told = [p for one in outcomes.values() if one.arrived for p in one.arrived.problems]
    mute = [p for p in told if not (p.code and p.what and p.now and p.file)]
    silent = [
        name
        for name, one in outcomes.items()
        if one.arrived and not one.arrived.sheets and not one.refusals
    ]
    met = (
        proved.add("Corpus", "Files opened and understood", len(outcomes), goal=("exactly", FILES)),
        proved.add(
            "Corpus", "Files without an outcome", FILES - len(outcomes), goal=("exactly", 0)
        ),
        proved.add("Corpus", "Tracebacks", len(tracebacks), goal=("exactly", 0)),
        proved.add("Corpus", f"Files over {SECONDS} s", len(slow), goal=("exactly", 0)),
        proved.add("Corpus", "Files neither read nor refused", len(silent), goal=("exactly", 0)),
        proved.add("Corpus", "Problems without a sentence", len(mute), goal=("exactly", 0)),
    )
    proved.add("Corpus", "The slowest file", slowest, unit="s")
    assert all(met), (tracebacks, slow, silent, mute)


def test_what_others_read_we_read(
    shared_corpus: Path, outcomes: dict[str, Outcome], proved: ProofTable
) -> None:
    readable = list(_read_by_others(shared_corpus))
    refused = {name: outcomes[name].refusals for name in readable if not _read(outcomes[name])}
    share = 100 * (1 - len(refused) / len(readable))
    what = f"Of {len(readable)} .xlsx and .xls that others read, read here"
    met = proved.add("Corpus", what, share, unit="%", goal=("at least", READ_SHARE))
    codes = Counter(code for found in refused.values() for code in found)
    proved.add_table("Refused although others read them", ("code", "files"), codes.most_common())
    assert met, refused


def _read_by_others(corpus: Path) -> Iterator[str]:
    with (corpus / "INDEX.tsv").open(encoding="utf-8", newline="") as index:
        for line in csv.DictReader(index, delimiter="\t"):
            ok = "ok" in (line["openpyxl_read_only"], line["fastexcel"])
            if ok and line["path"].lower().endswith(ENDINGS):
                yield line["path"]


def _read(outcome: Outcome) -> bool:
    """Whether it was read: its sheets are there, or it was seen that none holds a value."""
    whole = not outcome.refusals or outcome.refusals == ["empty-workbook"]
    return whole or bool(outcome.arrived and outcome.arrived.sheets)


def test_each_cell_is_what_openpyxl_reads_or_is_listed(
    shared_corpus: Path, outcomes: dict[str, Outcome], proved: ProofTable
) -> None:
    found, books = Agreement(), 0
    for name, outcome in outcomes.items():
        arrived = outcome.arrived
        if not name.endswith(".xlsx") or "hostile" in name or not (arrived and arrived.sheets):
            continue
        one = compare((shared_corpus / name).read_bytes(), arrived)
        if one is not None:
            found += one
            books += 1
    proved.add("Cells", f"Compared with openpyxl in {books} .xlsx", found.compared)
    goal = ("at least", AGREE_SHARE)
    literally, listed = found.share(found.differing), found.share(found.silent)
    met = (
        proved.add("Cells", "Equal by address", literally, unit="%", goal=goal),
        proved.add("Cells", "Equal or listed with the cell", listed, unit="%", goal=goal),
        proved.add("Cells", "Different and not listed", found.silent.total(), goal=("exactly", 0)),
    )
    proved.add_table(
        "Cells that differ from openpyxl (openpyxl / here)",
        ("class", "cells", "not listed", "example"),
        [
            (kind, count, found.silent[kind], found.examples[kind])
            for kind, count in found.differing.most_common()
        ],
    )
    assert found.compared > 50_000
    assert all(met), found.silent

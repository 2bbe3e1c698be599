"""The committed files are what the maker writes, and it writes the same every time."""

import doctest
import hashlib
import os
import time
from pathlib import Path
from types import ModuleType
from zipfile import ZipFile

import pytest

from sample_data import company, names, people
from sample_data.listing import write_lists
from sample_data.made import Made, make_company
from sample_data.make import write_clean
from sample_data.messy import write_messy


def content(file: Path) -> dict[str, str]:
    """What a file holds; of a workbook each part unpacked, whatever packed it."""
    if file.suffix != ".xlsx":
        return {"": hashlib.sha256(file.read_bytes()).hexdigest()}
    with ZipFile(file) as parts:
        return {n: hashlib.sha256(parts.read(n)).hexdigest() for n in parts.namelist()}


def test_committed_files_are_what_the_maker_writes(
    made: Made, sample: Path, tmp_path: Path
) -> None:
    write_clean(made, tmp_path / "clean")
    _, faults = write_messy(made, tmp_path / "messy")
    write_lists(faults, tmp_path)
    fresh = [file for file in sorted(tmp_path.rglob("*")) if file.is_file()]
    assert len(fresh) == 10
    for file in fresh:
        assert content(file) == content(sample / file.relative_to(tmp_path)), file.name


def test_a_second_run_in_another_time_zone_writes_the_same_bytes(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, _ = write_messy(made, tmp_path / "first")
    monkeypatch.setitem(os.environ, "TZ", "Pacific/Auckland")
    time.tzset()
    try:
        second, _ = write_messy(make_company(), tmp_path / "second")
    finally:
        monkeypatch.undo()
        time.tzset()
    assert [file.read_bytes() for file in first] == [file.read_bytes() for file in second]


def test_the_committed_files_stay_small(sample: Path) -> None:
    files = [*(sample / "clean").iterdir(), *(sample / "messy").iterdir()]
    assert sum(file.stat().st_size for file in files) <= 1.75 * 2**20


@pytest.mark.parametrize("module", [company, names, people])
def test_examples_in_the_makers_own_words_hold(module: ModuleType) -> None:
    found = doctest.testmod(module)
    assert found.attempted > 0
    assert found.failed == 0

"""Versions are written whole, read back equal, and forgotten entirely."""

import errno
from datetime import date
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest

from components.errors import StoreFailed
from components.store import Store, Version, VersionStore
from components.tables.dataset import Dataset
from components.tables.problems import Problem, Severity
from components.tables.sheets import Sheet


def dataset(fingerprint: str = "abc") -> Dataset:
    people = pd.DataFrame(
        {
            "employee_id": pd.array(["001", "2"], dtype=pd.ArrowDtype(pa.string())),
            "hire_date": pd.array([date(2020, 1, 1), None], dtype=pd.ArrowDtype(pa.date32())),
            "person": pd.array([0, 1], dtype=pd.ArrowDtype(pa.int32())),
        }
    )
    sheet = Sheet("a.xlsx", "People", pa.table({"c0": ["ID", "001", "2"]}), 4, 2, True, ("x",))
    return Dataset(
        tables={"people": people},
        persons=people[["person", "employee_id"]],
        sheets=(sheet,),
        places={(0, "people", "employee_id"): 2},
        last_day=date(2026, 6, 30),
        fingerprint=fingerprint,
    )


PROBLEM = Problem(
    "odd", Severity.WARNING, "What", "Now", "a.xlsx", "People", "C5", "001", 2, ("C5", "C9")
)


@pytest.fixture(params=["disk", "memory"])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> VersionStore:
    return Store(tmp_path if request.param == "disk" else None).versions


def test_a_saved_version_comes_back_equal(kept: VersionStore) -> None:
    saved = Version(dataset(), (PROBLEM,), "[1]", "x = 1")
    kept.save(saved)
    loaded = kept.load("abc")
    pd.testing.assert_frame_equal(loaded.dataset.tables["people"], saved.dataset.tables["people"])
    pd.testing.assert_frame_equal(loaded.dataset.persons, saved.dataset.persons)
    assert loaded.dataset.sheets == saved.dataset.sheets
    assert loaded.dataset.places == saved.dataset.places
    assert loaded.dataset.last_day == date(2026, 6, 30)
    assert (loaded.problems, loaded.matches, loaded.answers) == ((PROBLEM,), "[1]", "x = 1")


def test_the_last_saved_version_is_the_current_one(kept: VersionStore) -> None:
    assert kept.current() is None
    kept.save(Version(dataset("one")))
    kept.save(Version(dataset("two")))
    assert kept.current() == "two"


def test_forgetting_leaves_nothing(kept: VersionStore) -> None:
    kept.save(Version(dataset()))
    kept.forget()
    assert kept.current() is None
    with pytest.raises(KeyError):
        kept.load("abc")


def test_forgetting_touches_nothing_beside_the_versions(tmp_path: Path) -> None:
    beside = tmp_path / "mine.txt"
    beside.write_text("keep me")
    kept = Store(tmp_path).versions
    kept.save(Version(dataset()))
    kept.forget()
    assert beside.read_text() == "keep me"
    assert [path for path in (tmp_path / "versions").rglob("*") if path.is_file()] == []


def test_the_folder_is_for_its_owner_only(tmp_path: Path) -> None:
    before = tmp_path.stat().st_mode
    Store(tmp_path / "data").versions.save(Version(dataset()))
    for folder in (tmp_path / "data", tmp_path / "data" / "versions"):
        assert folder.stat().st_mode & 0o777 == 0o700
    assert tmp_path.stat().st_mode == before


def test_another_start_finds_the_version_again(tmp_path: Path) -> None:
    Store(tmp_path).versions.save(Version(dataset()))
    again = Store(tmp_path).versions
    assert again.current() == "abc"
    assert again.load("abc").name == "abc"


def test_a_write_that_fails_leaves_no_half_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    kept = Store(tmp_path).versions
    kept.save(Version(dataset("before")))
    monkeypatch.setattr("components.store.contents.parquet.problems_to_text", full_disk)
    with pytest.raises(StoreFailed, match="The disk is full"):
        kept.save(Version(dataset("after")))
    assert kept.current() == "before"
    assert [p.name for p in (tmp_path / "versions").iterdir() if p.is_dir()] == ["before"]

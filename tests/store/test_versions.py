"""Versions are written whole, read back equal, gone back to, and forgotten entirely."""

import errno
import os
from dataclasses import fields
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from components.errors import StoreFailed
from components.store import KeptFile, Store
from components.store.bodies import ABANDONED_SECONDS
from components.store.versions import KEPT_IN_MEMORY, KEPT_ON_DISK
from tests.store.invented import FILES, PROBLEM, dataset, files_with, version


def saved(store: Store, *names: str) -> None:
    for name in names:
        store.versions.save(version(name))


def test_a_saved_version_comes_back_equal(store: Store) -> None:
    saved(store, "abc")
    loaded = store.versions.load("abc")
    before = dataset("abc")
    pd.testing.assert_frame_equal(loaded.dataset.tables["people"], before.tables["people"])
    pd.testing.assert_frame_equal(loaded.dataset.persons, before.persons)
    assert loaded.dataset.sheets == before.sheets
    assert loaded.dataset.places == before.places
    assert loaded.dataset.last_day == date(2026, 6, 30)
    assert (loaded.problems, loaded.matches, loaded.answers) == ((PROBLEM,), "[1]", "x = 1")


def test_no_part_of_a_sheet_or_problem_is_left_out(on_disk: Store) -> None:
    saved(on_disk, "abc")
    loaded = on_disk.versions.load("abc")
    for one in (loaded.dataset.sheets[0], loaded.problems[0]):
        unsaid = [part.name for part in fields(one) if getattr(one, part.name) == part.default]
        assert unsaid == []  # the invented ones differ from every default


def test_the_last_saved_version_is_the_current_one(store: Store) -> None:
    assert store.versions.current() is None
    saved(store, "one", "two")
    assert store.versions.current() == "two"


def test_undo_leads_back_step_by_step_and_never_further(store: Store) -> None:
    saved(store, "one", "two")
    assert store.versions.before() == "one"
    assert store.versions.undo() == "one"
    assert (store.versions.current(), store.versions.before()) == ("one", None)
    assert store.versions.undo() is None
    assert store.versions.current() == "one"


def test_what_was_undone_can_be_used_again_and_undone_again(store: Store) -> None:
    saved(store, "one", "two")
    store.versions.undo()
    store.versions.use("two")
    assert (store.versions.current(), store.versions.before()) == ("two", "one")
    assert store.versions.undo() == "one"


def test_the_same_files_confirmed_twice_are_one_version_with_one_way_back(store: Store) -> None:
    saved(store, "one", "two", "two")
    assert [one.name for one in store.versions.history()] == ["two", "one"]
    assert store.versions.undo() == "one"


def test_only_what_is_kept_can_be_used(store: Store) -> None:
    saved(store, "one")
    with pytest.raises(KeyError):
        store.versions.use("two")
    assert store.versions.current() == "one"


def test_the_history_says_what_was_confirmed_after_what(store: Store) -> None:
    saved(store, "one")
    store.versions.save(version("two"), files=FILES, profile="Monthly")
    two, one = store.versions.history()
    assert (two.name, two.people, two.profile, two.previous) == ("two", 2, "Monthly", "one")
    assert two.files == (KeptFile("a.xlsx", 8), KeptFile("b/../c.csv", 11))
    assert (two.in_use, one.in_use) == (True, False)
    assert (one.name, one.previous, one.files) == ("one", None, ())
    assert two.confirmed_at >= one.confirmed_at
    assert two.confirmed_at.tzinfo is not None


def test_uploaded_files_come_back_byte_for_byte(store: Store) -> None:
    store.versions.save(version(), files=FILES)
    assert [store.versions.file("abc", number) for number in (0, 1)] == [b for _, b in FILES]
    for absent in (2, 1_000):
        with pytest.raises(KeyError):
            store.versions.file("abc", absent)


def test_files_are_added_to_a_version_that_was_kept_without_them(store: Store) -> None:
    saved(store, "abc")
    store.versions.save(version(), files=FILES)
    assert store.versions.file("abc", 0) == b"PK first"
    saved(store, "abc")
    assert len(store.versions.files("abc")) == 2


def test_no_name_of_an_uploaded_file_becomes_a_path(on_disk: Store, tmp_path: Path) -> None:
    on_disk.versions.save(version(), files=[("../../outside.csv", b"1"), ("/etc/x", b"2")])
    files = tmp_path / "versions" / "abc" / "files"
    assert sorted(path.name for path in files.iterdir()) == ["000", "001", "names.json"]


def test_the_oldest_goes_but_never_the_one_in_use_nor_the_way_back(store: Store) -> None:
    room = KEPT_ON_DISK if store.versions.on_disk else KEPT_IN_MEMORY
    names = [f"v{number}" for number in range(room)]
    saved(store, *names)
    store.versions.use("v0")
    saved(store, "new")
    kept = {one.name for one in store.versions.history()}
    assert len(kept) == room
    assert {"new", "v0"} <= kept
    assert store.versions.undo() == "v0"
    assert store.versions.load("v0").name == "v0"


def test_forgetting_leaves_nothing(store: Store) -> None:
    store.versions.save(version(), files=FILES)
    store.versions.forget()
    assert (store.versions.current(), store.versions.history()) == (None, ())
    for asked in (store.versions.load, store.versions.files):
        with pytest.raises(KeyError):
            asked("abc")


def test_forgetting_leaves_no_byte_and_touches_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep me")
    store = Store(tmp_path)
    store.versions.save(version("f1n9erpr1nt"), files=FILES)
    assert files_with(tmp_path, "f1n9erpr1nt")
    store.versions.forget()
    assert files_with(tmp_path, "f1n9erpr1nt") == files_with(tmp_path, "PK first") == []
    assert (tmp_path / "mine.txt").read_text() == "keep me"
    store.close()


def test_everything_is_for_its_owner_only(tmp_path: Path) -> None:
    before = tmp_path.stat().st_mode
    data = tmp_path / "new" / "data"
    store = Store(data)
    store.versions.save(version(), files=FILES)
    store.records.append("note", "001", "2", {})
    folders = [data, *(path for path in data.rglob("*") if path.is_dir())]
    assert {path.stat().st_mode & 0o777 for path in folders} == {0o700}
    beside = [path for path in data.iterdir() if path.is_file()]
    assert {path.stat().st_mode & 0o777 for path in beside} == {0o600}
    assert tmp_path.stat().st_mode == before
    store.close()


def test_another_start_finds_the_version_and_the_way_back(tmp_path: Path) -> None:
    first = Store(tmp_path)
    saved(first, "one", "two")
    first.close()
    again = Store(tmp_path)
    assert (again.versions.current(), again.versions.before()) == ("two", "one")
    assert again.versions.load("two").name == "two"
    again.close()


def test_a_write_that_fails_leaves_no_half_version(
    on_disk: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    saved(on_disk, "before")
    monkeypatch.setattr("components.store.contents.parquet.problems_to_text", full_disk)
    with pytest.raises(StoreFailed, match="The disk is full"):
        saved(on_disk, "after")
    assert on_disk.versions.current() == "before"
    assert [p.name for p in (tmp_path / "versions").iterdir()] == ["before"]


def test_a_row_that_cannot_be_kept_takes_the_folder_back(
    on_disk: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    saved(on_disk, "before")
    monkeypatch.setattr("components.store.confirmations.take", refuse)
    with pytest.raises(StoreFailed, match="The disk is full"):
        saved(on_disk, "after")
    assert [one.name for one in on_disk.versions.history()] == ["before"]
    assert [p.name for p in (tmp_path / "versions").iterdir()] == ["before"]


@pytest.mark.parametrize("file", ["dataset.json", "persons.parquet", "problems.json"])
def test_a_damaged_version_is_said_and_stops_no_other(
    on_disk: Store, tmp_path: Path, file: str
) -> None:
    saved(on_disk, "one", "two")
    place = tmp_path / "versions" / "two" / file
    place.write_bytes(place.read_bytes()[:10])
    with pytest.raises(StoreFailed, match="its files are damaged"):
        on_disk.versions.load("two")
    assert on_disk.versions.undo() == "one"
    assert on_disk.versions.load("one").name == "one"


def test_what_an_interruption_left_is_taken_away_and_what_arrives_is_not(tmp_path: Path) -> None:
    versions = tmp_path / "versions"
    for name in (".leaving-1", ".arriving-old", ".arriving-now"):
        (versions / name).mkdir(parents=True)
    long_ago = (versions / ".arriving-now").stat().st_mtime - ABANDONED_SECONDS - 1
    os.utime(versions / ".arriving-old", (long_ago, long_ago))
    Store(tmp_path).close()
    assert [path.name for path in versions.iterdir()] == [".arriving-now"]


def test_the_same_contents_take_the_place_of_a_damaged_version(
    on_disk: Store, tmp_path: Path
) -> None:
    saved(on_disk, "one")
    place = next((tmp_path / "versions" / "one").glob("*.parquet"))
    place.write_bytes(place.read_bytes()[:10])
    saved(on_disk, "one")
    assert on_disk.versions.load("one").name == "one"

"""A folder written before there was a database is used as it lies there."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from components.store import Store, contents
from tests.store.invented import version


def earlier_folder(data: Path, *names: str) -> None:
    """Folders as they were written before: no database, a file that names the one in use."""
    for number, name in enumerate(names):
        place = data / "versions" / name
        place.mkdir(parents=True)
        contents.write_version(version(name), (), place)
        stamp = 1_700_000_000 + number
        for file in place.iterdir():
            os.utime(file, (stamp, stamp))
    (data / "versions" / "current").write_text(names[0], "utf-8")


def test_the_version_in_use_stays_in_use(tmp_path: Path) -> None:
    earlier_folder(tmp_path, "old", "newer")
    for _ in range(2):
        store = Store(tmp_path)
        assert store.versions.current() == "old"
        assert store.versions.load("old").answers == "x = 1"
        assert [one.name for one in store.versions.history()] == ["newer", "old"]
        store.close()
    assert not (tmp_path / "versions" / "current").exists()


def test_it_says_when_each_was_written_and_whom_it_names(tmp_path: Path) -> None:
    earlier_folder(tmp_path, "old")
    store = Store(tmp_path)
    (one,) = store.versions.history()
    assert (one.people, one.profile, one.files, one.in_use) == (2, None, (), True)
    assert one.confirmed_at == datetime.fromtimestamp(1_700_000_000, UTC)
    store.close()


def test_the_next_version_leads_back_to_it(tmp_path: Path) -> None:
    earlier_folder(tmp_path, "old")
    store = Store(tmp_path)
    store.versions.save(version("new"))
    assert store.versions.undo() == "old"
    store.close()


@pytest.mark.parametrize("said", ["gone", "", "../old"])
def test_a_pointer_to_nothing_takes_nothing_into_use(tmp_path: Path, said: str) -> None:
    earlier_folder(tmp_path, "old")
    (tmp_path / "versions" / "current").write_text(said, "utf-8")
    store = Store(tmp_path)
    assert store.versions.current() is None
    store.versions.use("old")
    assert store.versions.current() == "old"
    store.close()


def test_what_an_earlier_app_confirmed_in_between_counts(tmp_path: Path) -> None:
    earlier_folder(tmp_path, "old")
    Store(tmp_path).close()
    earlier_folder(tmp_path, "meanwhile")
    store = Store(tmp_path)
    assert (store.versions.current(), store.versions.before()) == ("meanwhile", "old")
    store.close()


def test_a_damaged_folder_is_left_out_and_left_alone(tmp_path: Path) -> None:
    earlier_folder(tmp_path, "old", "damaged")
    (tmp_path / "versions" / "damaged" / "persons.parquet").write_bytes(b"PAR1")
    store = Store(tmp_path)
    assert [one.name for one in store.versions.history()] == ["old"]
    assert (tmp_path / "versions" / "damaged").exists()
    store.close()


def test_a_version_whose_folder_was_taken_away_is_not_offered(tmp_path: Path) -> None:
    earlier_folder(tmp_path, "old")
    store = Store(tmp_path)
    store.versions.save(version("new"))
    (tmp_path / "versions" / "new").rename(tmp_path / "elsewhere")
    assert store.versions.current() is None
    store.close()
    again = Store(tmp_path)
    assert [one.name for one in again.versions.history()] == ["old"]
    again.close()

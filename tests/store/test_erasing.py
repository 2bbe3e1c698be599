"""A person is erased for good by destroying one key; nobody else's records change."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from components.store import State, Store
from components.store.database import FILE, Database
from components.store.keys import KeyFolder
from components.store.migrating import BACKUPS
from tests.store.invented import files_with


def about_two(store: Store) -> None:
    store.records.append("note", "EMP-1", "MGR-1", {"text": "of one"})
    store.records.append("note", "EMP-2", "EMP-1", {"text": "of two"})


def secrets_of(folder: Path) -> list[bytes]:
    """Everything in the folder that leads to the first person: lookup, sealed ID, key."""
    with closing(sqlite3.connect(folder / FILE)) as connection:
        (found,) = connection.execute("SELECT subject FROM records WHERE number = 1").fetchone()
        asked = "SELECT lookup, sealed_id FROM people WHERE code = ?"
        lookup, sealed = connection.execute(asked, (found,)).fetchone()
    return [lookup.encode(), sealed, (folder / "keys" / found).read_bytes()]


def left(folder: Path, secrets: list[bytes]) -> list[str]:
    """The files that still hold one of these."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if any(one in path.read_bytes() for one in secrets)]


def test_what_was_said_about_an_erased_person_is_read_by_nobody(store: Store) -> None:
    about_two(store)
    assert store.erase("EMP-1")
    first, second = store.records.of()
    assert (first.state, first.payload, first.subject) == (State.ERASED, None, None)
    assert (first.author, first.kind) == ("MGR-1", "note")
    assert (second.state, second.payload, second.subject) == (
        State.WHOLE,
        {"text": "of two"},
        "EMP-2",
    )
    assert second.author is None
    assert store.records.of(subject="EMP-1") == ()


def test_somebody_without_records_need_not_be_erased(store: Store) -> None:
    about_two(store)
    assert not store.erase("EMP-9")
    assert store.erase("EMP-1")
    assert not store.erase("EMP-1")


def test_who_comes_back_begins_anew_under_another_code(store: Store) -> None:
    about_two(store)
    code = store.records.of()[0].subject_code
    store.erase("EMP-1")
    again = store.records.append("note", "EMP-1", None, {"text": "new"})
    assert again.subject_code != code
    assert store.records.of(subject="EMP-1") == (again,)


def test_no_byte_leads_to_an_erased_person(on_disk: Store, tmp_path: Path) -> None:
    about_two(on_disk)
    secrets = secrets_of(tmp_path)
    assert len(left(tmp_path, secrets)) >= 2
    on_disk.erase("EMP-1")
    assert left(tmp_path, secrets) == []


def test_no_copy_made_before_leads_to_them_either(on_disk: Store, tmp_path: Path) -> None:
    about_two(on_disk)
    (tmp_path / BACKUPS).mkdir()
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        connection.execute("VACUUM INTO ?", (str(tmp_path / BACKUPS / "copy.db"),))
    secrets = secrets_of(tmp_path)
    assert "copy.db" in left(tmp_path, secrets)
    on_disk.erase("EMP-1")
    assert left(tmp_path, secrets) == []


@pytest.mark.parametrize("step", ["destroy", "settle"])
def test_an_interrupted_erasure_is_finished_at_the_next_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    class Killed(BaseException):
        pass

    def die(*_: object) -> None:
        raise Killed

    store = Store(tmp_path)
    about_two(store)
    secrets = secrets_of(tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr(KeyFolder if step == "destroy" else Database, step, die)
        with pytest.raises(Killed):
            store.erase("EMP-1")
    assert left(tmp_path, secrets) != []
    again = Store(tmp_path)
    assert left(tmp_path, secrets) == []
    assert again.records.of()[0].state is State.ERASED
    again.close()
    store.close()


def test_a_key_is_overwritten_before_its_file_goes(on_disk: Store, tmp_path: Path) -> None:
    about_two(on_disk)
    code = str(on_disk.records.of()[0].subject_code)
    (tmp_path / "beside").hardlink_to(tmp_path / "keys" / code)  # shows what the bytes became
    on_disk.erase("EMP-1")
    assert not (tmp_path / "keys" / code).exists()
    assert not any((tmp_path / "beside").read_bytes())
    assert files_with(tmp_path, "EMP-1") == []

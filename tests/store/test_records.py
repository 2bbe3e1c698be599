"""Records are added, never changed, and read by nobody without the person's key."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from components.errors import StoreFailed
from components.store import State, Store
from components.store.database import FILE
from tests.store.invented import files_with

NOTE = {"text": "Wants to lead a team — é", "stars": 4, "none": None}


@contextmanager
def past_the_app(folder: Path, *, without_triggers: bool = False) -> Iterator[sqlite3.Connection]:
    """The database as somebody sees it who doesn't use Trajectory."""
    with closing(sqlite3.connect(folder / FILE)) as connection:
        if without_triggers:
            for what in ("UPDATE", "DELETE"):
                connection.execute(f"DROP TRIGGER records_keep_{what}")
        yield connection
        connection.commit()


def test_a_record_comes_back_as_it_was_written(store: Store) -> None:
    kept = store.records.append("conversation", "001", "M-7", NOTE)
    assert store.records.of() == (kept,)
    assert (kept.kind, kept.subject, kept.author) == ("conversation", "001", "M-7")
    assert (kept.state, kept.payload) == (State.WHOLE, NOTE)
    assert kept.at.tzinfo is not None


def test_records_are_found_by_kind_and_by_person_in_the_order_of_writing(store: Store) -> None:
    for kind, subject in (("note", "001"), ("plan", "001"), ("note", "2"), ("note", "001")):
        store.records.append(kind, subject, None, {})
    assert [one.number for one in store.records.of("note")] == [1, 3, 4]
    assert [one.number for one in store.records.of(subject="001")] == [1, 2, 4]
    assert [one.number for one in store.records.of("note", "001")] == [1, 4]
    assert store.records.of(subject="1") == ()


def test_a_record_may_be_about_nobody(store: Store) -> None:
    kept = store.records.append("session", None, None, NOTE)
    assert (kept.subject, kept.author, kept.payload) == (None, None, NOTE)


def test_the_same_act_is_kept_once(store: Store) -> None:
    first = store.records.append("note", "001", None, {"n": 1}, once="click-1")
    again = store.records.append("note", "001", None, {"n": 1}, once="click-1")
    other = store.records.append("note", "001", None, {"n": 1}, once="click-2")
    assert again == first
    assert store.records.of() == (first, other)


@pytest.mark.parametrize("kind", ["", "Note", "a note", "1", "x" * 65, "note\n"])
def test_a_kind_is_a_word_of_ours(store: Store, kind: str) -> None:
    with pytest.raises(ValueError):
        store.records.append(kind, None, None, {})
    assert store.records.of() == ()


def test_what_json_cannot_hold_is_refused(store: Store) -> None:
    with pytest.raises(ValueError):
        store.records.append("note", None, None, {"x": float("nan")})
    assert store.records.of() == ()


def test_one_person_has_one_code_that_says_nothing(store: Store, tmp_path: Path) -> None:
    first = store.records.append("note", "001", "001", {})
    second = store.records.append("note", "001", "2", {})
    assert first.subject_code == first.author_code == second.subject_code != second.author_code
    another = Store(tmp_path / "another")
    assert another.records.append("note", "001", None, {}).subject_code != first.subject_code
    another.close()


def test_names_and_words_stand_in_no_file(on_disk: Store, tmp_path: Path) -> None:
    on_disk.records.append("note", "EMP-0815", "MGR-4711", {"text": "wants to leave"}, once="kl1ck")
    on_disk.records.append("note", None, None, {"text": "about nobody at all"})
    for word in ("EMP-0815", "MGR-4711", "wants to leave", "about nobody", "kl1ck"):
        assert files_with(tmp_path, word) == []


def test_records_survive_a_restart(tmp_path: Path) -> None:
    first = Store(tmp_path)
    kept = first.records.append("note", "001", "2", NOTE)
    first.close()
    again = Store(tmp_path)
    assert again.records.of(subject="001") == (kept,)
    again.close()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE records SET kind = 'plan'",
        "DELETE FROM records",
        "UPDATE OR REPLACE records SET number = 9",
    ],
)
def test_the_database_refuses_to_change_a_record(
    on_disk: Store, tmp_path: Path, change: str
) -> None:
    kept = on_disk.records.append("note", "001", None, NOTE)
    with past_the_app(tmp_path) as connection:
        with pytest.raises(sqlite3.IntegrityError, match="never changed"):
            connection.execute(change)
        connection.rollback()
    assert on_disk.records.of() == (kept,)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE records SET kind = 'plan' WHERE number = 1",
        "UPDATE records SET at = '2020-01-01 00:00:00.000000' WHERE number = 1",
        "UPDATE records SET author = NULL WHERE number = 1",
        "UPDATE records SET subject = author WHERE number = 1",
        "UPDATE records SET subject = NULL WHERE number = 1",
        "UPDATE records SET id = '0' WHERE number = 1",
        "UPDATE records SET payload = (SELECT payload FROM records LIMIT 1, 1) WHERE number = 1",
        "UPDATE records SET payload = substr(payload, 1, 20) WHERE number = 1",
        "UPDATE records SET payload = x'' WHERE number = 1",
    ],
)
def test_a_record_changed_past_the_app_is_never_shown(
    on_disk: Store, tmp_path: Path, change: str
) -> None:
    on_disk.records.append("note", "001", "2", {"n": 1})
    other = on_disk.records.append("note", "001", "2", {"n": 2})
    with past_the_app(tmp_path, without_triggers=True) as connection:
        connection.execute(change)
    first, second = on_disk.records.of()
    assert (first.state, first.payload) == (State.ALTERED, None)
    assert second == other


def test_rows_of_two_people_exchanged_are_noticed(on_disk: Store, tmp_path: Path) -> None:
    for subject in ("001", "2"):
        on_disk.records.append("note", subject, None, {"of": subject})
    with past_the_app(tmp_path) as connection:
        (one, first), (other, second) = connection.execute("SELECT code, lookup FROM people")
        connection.execute("UPDATE people SET lookup = NULL")
        swap = "UPDATE people SET lookup = ? WHERE code = ?"
        connection.execute(swap, (second, one))
        connection.execute(swap, (first, other))
    with pytest.raises(StoreFailed, match="altered outside Trajectory"):
        on_disk.records.of(subject="001")
    with pytest.raises(StoreFailed, match="altered outside Trajectory"):
        on_disk.records.append("note", "2", None, {})


def test_a_lost_key_is_said_and_nobody_is_taken_for_erased(on_disk: Store, tmp_path: Path) -> None:
    kept = on_disk.records.append("note", "001", None, NOTE)
    key = tmp_path / "keys" / str(kept.subject_code)
    held = key.read_bytes()
    key.unlink()
    assert [one.state for one in on_disk.records.of()] == [State.LOCKED]
    with pytest.raises(StoreFailed, match="key of this person is missing"):
        on_disk.records.append("note", "001", None, NOTE)
    key.write_bytes(held)
    assert on_disk.records.of() == (kept,)

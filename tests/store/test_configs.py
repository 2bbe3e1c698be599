"""Settings saved in the app are kept with who, when and why."""

from pathlib import Path

import sqlalchemy as sa

from components.store import State, Store
from components.store.database import FILE
from tests.store.invented import files_with


def test_the_newest_saving_counts_and_the_earlier_ones_stay(store: Store) -> None:
    assert store.configs.current() is None
    first = store.configs.save("a = 1", fingerprint="f1", author="001", note="Agreed in March")
    second = store.configs.save("a = 2")
    assert store.configs.all() == (first, second)
    assert store.configs.current() == second
    assert (first.author, first.note, first.state) == ("001", "Agreed in March", State.WHOLE)
    assert (first.fingerprint, first.text) == ("f1", "a = 1")
    assert (second.author, second.note) == (None, "")


def test_without_a_name_equal_settings_are_named_equally(store: Store) -> None:
    names = [store.configs.save(text).fingerprint for text in ("a = 1", "a = 2", "a = 1")]
    assert names[0] == names[2] != names[1]


def test_who_and_why_stand_in_no_file(on_disk: Store, tmp_path: Path) -> None:
    on_disk.configs.save("a = 1", author="EMP-0815", note="because of Jane")
    on_disk.configs.save("a = 1", note="because of Joan")
    for word in ("EMP-0815", "because of Jane", "because of Joan"):
        assert files_with(tmp_path, word) == []


def test_an_erased_author_leaves_the_settings(store: Store) -> None:
    store.configs.save("a = 1", author="001", note="why")
    store.erase("001")
    current = store.configs.current()
    assert current is not None
    assert (current.text, current.author, current.note) == ("a = 1", None, None)
    assert current.state is State.ERASED


def test_settings_changed_past_the_app_say_so(on_disk: Store, tmp_path: Path) -> None:
    on_disk.configs.save("a = 1", note="why")
    engine = sa.create_engine(f"sqlite:///{tmp_path / FILE}")
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE configs SET text = 'a = 2'"))
    engine.dispose()
    current = on_disk.configs.current()
    assert current is not None
    assert current.state is State.ALTERED

"""Import profiles are kept by name, every saving of them."""

from pathlib import Path

import pytest

from components.errors import StoreFailed
from components.store import Store
from tests.store.invented import files_with


def test_a_profile_comes_back_as_it_was_saved(store: Store) -> None:
    toml = 'levels = ["é", "a"]\n'
    saved = store.profiles.save("  Monthly export ", toml, "h1")
    assert (saved.name, saved.number, saved.toml, saved.headers) == (
        "Monthly export",
        1,
        toml,
        "h1",
    )
    assert store.profiles.get("Monthly export") == saved
    assert saved.saved_at.tzinfo is not None


def test_saving_again_adds_a_version_and_loses_none(store: Store) -> None:
    first = store.profiles.save("M", "a = 1")
    second = store.profiles.save("M", "a = 2")
    assert store.profiles.versions("M") == (first, second)
    assert store.profiles.get("M") == second
    assert store.profiles.get("M", 1) == first


def test_all_are_listed_by_name_in_their_newest_version(store: Store) -> None:
    for name, toml in (("b", "1"), ("a", "2"), ("b", "3")):
        store.profiles.save(name, toml)
    assert [(one.name, one.toml) for one in store.profiles.all()] == [("a", "2"), ("b", "3")]


def test_names_differ_by_every_letter(store: Store) -> None:
    store.profiles.save("m", "1")
    store.profiles.save("M", "2")
    assert [one.number for one in store.profiles.all()] == [1, 1]


@pytest.mark.parametrize("absent", [("x", None), ("M", 2)])
def test_what_was_not_saved_is_not_found(store: Store, absent: tuple[str, int | None]) -> None:
    store.profiles.save("M", "a = 1")
    with pytest.raises(KeyError):
        store.profiles.get(*absent)


def test_a_profile_without_a_name_is_refused(store: Store) -> None:
    with pytest.raises(StoreFailed, match="needs a name"):
        store.profiles.save(" \n", "a = 1")
    assert store.profiles.all() == ()


def test_a_deleted_profile_is_gone_with_every_byte(on_disk: Store, tmp_path: Path) -> None:
    on_disk.profiles.save("M", "header = 'Sal4ry band'")
    on_disk.profiles.save("kept", "header = 'ID'")
    assert files_with(tmp_path, "Sal4ry band")
    on_disk.profiles.delete("M")
    assert [one.name for one in on_disk.profiles.all()] == ["kept"]
    assert files_with(tmp_path, "Sal4ry band") == []

"""Whatever the disk refuses is said in a sentence, without any value, and changes nothing."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from components.errors import StoreFailed
from components.store import Store
from components.store.database import FILE
from tests.repo.tree import ROOT
from tests.store.invented import version

OPEN = """
import os, sys
from pathlib import Path
from components.errors import StoreFailed
from components.store import Store
Store(None)  # loads what it needs while it may
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
try:
    Store(Path(sys.argv[1]))
except StoreFailed as error:
    print(error)
"""


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder that another account can reach."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def opened_by_somebody_else(folder: Path) -> str:
    """What an account says that may not write there."""
    run = subprocess.run(
        [sys.executable, "-c", OPEN, str(folder)],
        check=True,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    return run.stdout


@pytest.mark.parametrize("there", [True, False])
def test_a_folder_that_cannot_be_written_to_is_said(open_to_all: Path, there: bool) -> None:
    data = open_to_all / "data"
    if there:
        store = Store(data)
        store.versions.save(version())
        store.close()
        for path in (data, *data.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
    (data if there else open_to_all).chmod(0o555)
    said = opened_by_somebody_else(data)
    assert said.startswith(f"{data}: The data folder can't be written to: nothing was saved.")
    assert "data_folder in config/app.toml" in said


def test_a_file_in_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("x")
    with pytest.raises(StoreFailed, match="can't be written to"):
        Store(tmp_path / "data")


def test_a_full_disk_loses_nothing_and_is_no_trouble_once_there_is_room(
    on_disk: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = on_disk.records.append("note", "EMP-1", None, {})
    with on_disk._database.bare() as raw:
        raw.execute(f"PRAGMA max_page_count = {raw.execute('PRAGMA page_count').fetchone()[0]}")
    with pytest.raises(StoreFailed, match="The disk is full: nothing was saved") as said:
        on_disk.records.append("note", "EMP-1", None, {"text": "Jane Roe " * 10_000})
    assert "Jane" not in str(said.value)
    assert said.value.__cause__ is None
    assert on_disk.records.of() == (kept,)
    with on_disk._database.bare() as raw:
        raw.execute("PRAGMA max_page_count = 1000000")
    on_disk.records.append("note", "EMP-1", None, {"text": "Jane Roe " * 10_000})
    assert len(on_disk.records.of()) == 2


def test_a_writer_who_takes_long_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("components.store.database.WAIT_SECONDS", 0.05)
    slow, other = Store(tmp_path), Store(tmp_path)
    with slow._database.writing():
        assert other.versions.current() is None  # readers wait for nobody
        with pytest.raises(StoreFailed, match="Somebody else is saving"):
            other.profiles.save("M", "a = 1")
    assert other.profiles.save("M", "a = 1").number == 1
    slow.close()
    other.close()


@pytest.mark.parametrize("damage", ["text", "half"])
def test_a_damaged_database_is_said_and_left_alone(tmp_path: Path, damage: str) -> None:
    with closing(Store(tmp_path)) as store:
        store.profiles.save("M", "a = 1")
    file = tmp_path / FILE
    whole = file.read_bytes()
    broken = b"no database at all" * 300 if damage == "text" else whole[:4096] + b"\1" * 8192
    file.write_bytes(broken)
    with pytest.raises(StoreFailed, match="can't be read as one"), closing(Store(tmp_path)) as it:
        it.profiles.all()
    assert file.read_bytes() == broken


@pytest.mark.parametrize("damage", [None, b"short"])
@pytest.mark.parametrize("fill", ["people", "records", "configs"])
def test_without_the_key_of_the_house_nothing_is_opened_and_no_new_one_made(
    tmp_path: Path, damage: bytes | None, fill: str
) -> None:
    with closing(Store(tmp_path)) as store:
        if fill == "configs":
            store.configs.save("a = 1", note="why")
        else:
            store.records.append("note", "EMP-1" if fill == "people" else None, None, {})
    key = tmp_path / "trajectory.key"
    key.unlink() if damage is None else key.write_bytes(damage)
    with pytest.raises(StoreFailed, match="key of the data folder is missing or damaged"):
        Store(tmp_path)
    assert (key.read_bytes() if key.exists() else None) == damage

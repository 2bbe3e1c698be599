"""A database grows step by step to what the code expects, whole or not at all."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from components.errors import StoreFailed
from components.store import Store
from components.store.database import FILE, Database
from components.store.migrating import KEPT_BACKUPS, STEPS, backups, migrate
from components.store.schema import METADATA

SECOND = '''"""A second step."""

import sqlalchemy as sa
from alembic import op

revision = "{name}"
down_revision = "{before}"


def upgrade() -> None:
    op.add_column("profiles", sa.Column("colour_{name}", sa.Text(), nullable=True))
    {more}
'''
RAISES = 'op.execute("SELECT * FROM nowhere")'


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A database with a profile in it, at the newest step."""
    store = Store(tmp_path / "data")
    store.profiles.save("M", "a = 1")
    store.close()
    opened = Database(tmp_path / "data")
    yield opened
    opened.close()


def steps(folder: Path, *names: str, more: str = "pass") -> Path:
    """The steps there are, and further ones."""
    ours = folder / "steps"
    if not ours.exists():
        shutil.copytree(STEPS, ours, ignore=shutil.ignore_patterns("__pycache__"))
    for before, name in zip(("0001", *names), names, strict=False):
        text = SECOND.format(name=name, before=before, more=more)
        (ours / "versions" / f"step_{name}.py").write_text(text)
    return ours


def columns(folder: Path) -> set[str]:
    with closing(sqlite3.connect(folder / "data" / FILE)) as connection:
        return {row[1] for row in connection.execute("PRAGMA table_info(profiles)")}


@pytest.mark.parametrize("where", ["disk", "memory"])
def test_from_empty_the_steps_lead_to_the_tables_that_the_code_knows(
    tmp_path: Path, where: str
) -> None:
    database = Database(tmp_path if where == "disk" else None)
    assert migrate(database)
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []
    assert not migrate(database)
    database.close()


def test_a_database_in_step_is_not_copied(database: Database) -> None:
    assert not migrate(database)
    assert database.folder is not None
    assert backups(database.folder) == []


def test_a_later_step_is_taken_after_a_copy_was_made(database: Database, tmp_path: Path) -> None:
    assert not migrate(database, steps(tmp_path, "0002"))
    assert "colour_0002" in columns(tmp_path)
    (copy,) = backups(tmp_path / "data")
    assert copy.stat().st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT name, toml FROM profiles").fetchall() == [("M", "a = 1")]
        assert connection.execute("SELECT * FROM alembic_version").fetchall() == [("0001",)]


def test_only_the_last_copies_stay(database: Database, tmp_path: Path) -> None:
    names = [f"{number:04d}" for number in range(2, 4 + KEPT_BACKUPS)]
    for count in range(1, len(names) + 1):
        migrate(database, steps(tmp_path, *names[:count]))
    kept = backups(tmp_path / "data")
    assert len(kept) == KEPT_BACKUPS
    assert f"-{names[-2]}-" in kept[-1].name


def test_steps_are_taken_all_or_none(database: Database, tmp_path: Path) -> None:
    broken = steps(tmp_path, "0002", "0003", more=RAISES)
    with pytest.raises(StoreFailed):
        migrate(database, broken)
    assert {name for name in columns(tmp_path) if name.startswith("colour")} == set()
    store = Store(tmp_path / "data")
    assert store.profiles.get("M").toml == "a = 1"
    store.close()


def test_what_a_newer_app_wrote_is_not_touched(database: Database, tmp_path: Path) -> None:
    migrate(database, steps(tmp_path, "0002"))
    before = (tmp_path / "data" / FILE).read_bytes()
    with pytest.raises(StoreFailed, match="newer Trajectory"):
        Store(tmp_path / "data")
    assert (tmp_path / "data" / FILE).read_bytes() == before

"""Bring a database up to what this code expects, with a copy made before; never backwards."""

import logging
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import sqlalchemy as sa
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from components.errors import StoreFailed
from components.store.database import Database, in_words
from components.store.durable import make_folder, settle_folder
from components.store.schema import now

STEPS = Path(__file__).resolve().parent / "migrations"
BACKUPS = "backups"
KEPT_BACKUPS = 3
"""Copies made before migrations that stay; older ones go."""

logging.getLogger("alembic.runtime.migration").setLevel(logging.WARNING)


_ONE_AT_A_TIME = threading.Lock()
"""Alembic's `op` speaks to one database in the whole process."""


def migrate(database: Database, steps: Path = STEPS) -> bool:
    """Take every step that the database has not taken yet; tell whether it was new.

    Raises:
        StoreFailed: a newer Trajectory wrote it, or a step can't be taken; nothing changed then.
    """
    script = ScriptDirectory(steps)
    with database.reading() as connection:
        found = _revision(connection)
    if found == script.get_current_head():
        return False
    if found is not None:
        _refuse_newer(found, script, database.folder)
        _back_up(database, found)
    with _ONE_AT_A_TIME, database.writing() as connection:
        _upgrade(connection, script)
    return found is None


def backups(folder: Path) -> list[Path]:
    """The copies made before migrations, oldest first."""
    return sorted((folder / BACKUPS).glob("*.db"))


def _revision(connection: sa.Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _refuse_newer(found: str, script: ScriptDirectory, folder: Path | None) -> None:
    if found not in {step.revision for step in script.walk_revisions()}:
        raise StoreFailed(
            "A newer Trajectory has written into the data folder; this one can't read it.",
            where=str(folder or ""),
            now="Start the newer one, or name another data_folder in config/app.toml.",
        )


def _upgrade(connection: sa.Connection, script: ScriptDirectory) -> None:
    # Asked again: another process may have taken the steps while this one waited to write.
    context = MigrationContext.configure(connection)
    found = context.get_current_revision()
    ahead = [*script.iterate_revisions("head", found or "base")]
    with Operations.context(context):
        for step in reversed([step for step in ahead if step.revision != found]):
            step.module.upgrade()
            context.stamp(script, step.revision)


def _back_up(database: Database, found: str) -> None:
    if database.folder is None:
        return
    place = database.folder / BACKUPS
    copy = place / f"trajectory-{found}-{now():%Y%m%dT%H%M%S%f}.db"
    with in_words(database.folder), database.bare() as raw:
        make_folder(place)
        copy.touch(mode=0o600)
        raw.execute("VACUUM INTO ?", (str(copy),))
        _check(copy)
        settle_folder(place)
    for old in backups(database.folder)[:-KEPT_BACKUPS]:
        old.unlink()


def _check(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        (said,) = connection.execute("PRAGMA integrity_check").fetchone()
    if said != "ok":
        raise sqlite3.DatabaseError(said)

"""The database as a place to read and write in whole transactions.

Everything that only SQLite knows stands here, in `migrating` (the copy made before) and in the
triggers of the first migration: another database needs other words there and nowhere else.
"""

import errno
import os
import sqlite3
import threading
import time
import weakref
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.pool import StaticPool

from components.errors import StoreFailed
from components.store.durable import make_folder

FILE = "trajectory.db"
WAIT_SECONDS = 5
"""How long a writer waits for another one before it gives up with a sentence."""
_PAUSE = 0.02
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "recursive_triggers=ON",  # without it, INSERT OR REPLACE passes by the triggers of records
)
WRITES = "writes"

FULL = ("The disk is full: nothing was saved.", "Make room on the disk and try again.")
SHUT = (
    "The data folder can't be written to: nothing was saved.",
    "Let the account that runs Trajectory write there, or set data_folder in config/app.toml.",
)
GONE = ("What was to be read isn't there any more.", "Reload the page.")
FAILED = (
    "The disk failed: nothing was saved.",
    "Look whether the disk that holds the data folder is full or damaged, and try again.",
)
BUSY = ("Somebody else is saving at this moment: nothing was saved.", "Try again.")
BROKEN = (
    "The database can't be read as one.",
    "Stop Trajectory, move the data folder aside, and put a backup of it in its place.",
)
SAID = (
    (("full",), FULL),
    (("readonly", "read-only", "unable to open", "permission"), SHUT),
    (("locked", "busy"), BUSY),
    (("disk i/o",), FAILED),
)
BY_NUMBER = {errno.ENOSPC: FULL, errno.EDQUOT: FULL, errno.ENOENT: GONE, errno.EIO: FAILED}


class Database:
    """One SQLite database, in a folder of its owner or in memory."""

    def __init__(self, folder: Path | None) -> None:
        """Prepare the folder and the file, both for their owner only; None keeps memory."""
        self.folder = folder
        with in_words(folder):
            self._engine = _on_disk(folder) if folder else _in_memory()
        # One connection serves all threads of a memory database: they take turns.
        self._turn: Any = nullcontext() if folder else threading.RLock()
        self._finalizer = weakref.finalize(self, self._engine.dispose)

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A view of the database as it is now."""
        with self._turn, in_words(self.folder), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """The only writer; everything is kept at the end, or nothing.

        Raises:
            StoreFailed: it can't be kept; what was kept before is untouched.
        """
        writer = self._engine.execution_options(**{WRITES: True})
        with self._turn, in_words(self.folder), writer.begin() as connection:
            yield connection

    def settle(self) -> None:
        """Bring what was written into the main file, so that no deleted byte stays beside it."""
        with self.bare() as raw:
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def bare(self) -> Iterator[sqlite3.Connection]:
        """The driver's connection outside any transaction."""
        with self._turn, in_words(self.folder):
            pooled = self._engine.raw_connection()
            try:
                yield pooled.driver_connection  # type: ignore[misc]
            finally:
                pooled.close()

    def close(self) -> None:
        """Let go of the file."""
        self._finalizer()


@contextmanager
def in_words(folder: Path | None) -> Iterator[None]:
    """Turn what the database or the disk refuses into a sentence without any value."""
    try:
        yield
    except IntegrityError:
        raise  # a mistake of the program, not of the disk
    except (DBAPIError, sqlite3.Error, OSError) as error:
        # The cause is not passed on: it may quote what somebody wrote.
        raise StoreFailed(*_said(error, str(folder or ""))) from None


def _said(error: Exception, where: str) -> tuple[str, str, str]:
    if isinstance(error, OSError):
        what, now = BY_NUMBER.get(error.errno or 0, SHUT)
        return what, where, now
    text = str(getattr(error, "orig", error)).lower()
    for words, (what, now) in SAID:
        if any(word in text for word in words):
            return what, where, now
    return BROKEN[0], where, BROKEN[1]


def _on_disk(folder: Path) -> sa.Engine:
    make_folder(folder)
    file = folder / FILE
    os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))  # -wal and -shm take on its mode
    engine = sa.create_engine(
        sa.URL.create("sqlite", database=str(file)),
        connect_args={"timeout": WAIT_SECONDS},
        hide_parameters=True,
    )
    return _listening(engine)


def _in_memory() -> sa.Engine:
    engine = sa.create_engine(
        "sqlite://",
        connect_args={"check_same_thread": False},
        poolclass=StaticPool,
        hide_parameters=True,
    )
    return _listening(engine)


def _listening(engine: sa.Engine) -> sa.Engine:
    sa.event.listen(engine, "connect", _prepare)
    sa.event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None  # transactions begin in `_begin`, not in the driver
    for pragma in PRAGMAS:
        _patiently(connection, f"PRAGMA {pragma}")


def _begin(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _patiently(connection: sqlite3.Connection, statement: str) -> None:
    """Run a statement for which the database itself does not wait: the change to WAL."""
    last = time.monotonic() + WAIT_SECONDS
    while not _is_done(connection, statement, last):
        time.sleep(_PAUSE)


def _is_done(connection: sqlite3.Connection, statement: str, last: float) -> bool:
    """Whether it ran; what another one locks may be tried again until the last moment."""
    try:
        connection.execute(statement).close()
    except sqlite3.OperationalError as error:
        if "locked" not in str(error) or time.monotonic() > last:
            raise
        return False
    return True

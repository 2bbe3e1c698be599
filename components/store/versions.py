"""Data versions: confirmed uploads, which of them is in use, and the way back.

What a version holds lies in `bodies`, which versions there are and which one counts stands in the
database: a version whose row was not kept was never in use, whatever had been written by then.
"""

from contextlib import suppress
from pathlib import Path

import sqlalchemy as sa

from components.errors import StoreFailed
from components.store import confirmations
from components.store.bodies import Bodies, BodiesInMemory, BodiesOnDisk, Uploaded
from components.store.database import Database, in_words
from components.store.schema import now
from components.store.version import Confirmed, KeptFile, Version

FOLDER = "versions"
POINTER = "current"
"""A file that named the version in use before there was a database."""
KEPT_ON_DISK = 6
"""Half a year of monthly uploads; a company of 20,000 people takes some 10 MB for each."""
KEPT_IN_MEMORY = 2
"""The one in use and the one that undo leads back to: each holds all its tables in memory."""


class VersionStore:
    """The data versions of a store."""

    def __init__(self, database: Database) -> None:
        """Take over versions that lie there without the database knowing them."""
        self._database = database
        self._folder = None if database.folder is None else database.folder / FOLDER
        with in_words(self._folder):
            self._bodies: Bodies = BodiesOnDisk(self._folder) if self._folder else BodiesInMemory()
            self._take_over()

    @property
    def on_disk(self) -> bool:
        """Whether versions outlive the process."""
        return self._folder is not None

    def save(self, version: Version, *, files: Uploaded = (), profile: str | None = None) -> None:
        """Keep the version and make it the current one.

        files: the uploaded files it was read from, name and content. profile: the name of the
        import profile it was read with. The oldest go where too many would be kept.

        Raises:
            StoreFailed: it can't be kept; the version in use before still is.
        """
        people = version.dataset.people_count
        with (
            in_words(self._folder),
            self._bodies.arriving(version, files) as place,
            self._database.writing() as connection,
        ):
            place()
            confirmations.enter(connection, version.name, people=people, profile=profile, at=now())
            confirmations.take(connection, version.name)
            gone = confirmations.least_needed(connection, self._room)
            confirmations.strike(connection, gone)
        with suppress(StoreFailed):  # the version is kept; what stays behind is seen at opening
            self._drop(gone)

    def load(self, name: str) -> Version:
        """The version of that name; KeyError where it is not kept."""
        with in_words(self._folder):
            return self._bodies.load(name)

    def files(self, name: str) -> tuple[KeptFile, ...]:
        """The uploaded files kept with a version; KeyError where it is not kept."""
        with in_words(self._folder):
            return self._bodies.files(name)

    def file(self, name: str, number: int) -> bytes:
        """The bytes of an uploaded file, by its number in `files` from 0; KeyError without it."""
        with in_words(self._folder):
            return self._bodies.file(name, number)

    def current(self) -> str | None:
        """The name of the version in use, or nothing where none is."""
        with self._database.reading() as connection:
            return self._there(confirmations.in_use(connection))

    def before(self) -> str | None:
        """The name of the version that `undo` leads back to, or nothing where none is."""
        with self._database.reading() as connection:
            return self._there(confirmations.before(connection, confirmations.in_use(connection)))

    def undo(self) -> str | None:
        """Go back to the version in use before; its name, or nothing where there is none.

        What was undone stays in the history, and `use` goes to it again.
        """
        with self._database.writing() as connection:
            earlier = confirmations.before(connection, confirmations.in_use(connection))
            return confirmations.go_back(connection) if self._there(earlier) else None

    def use(self, name: str) -> None:
        """Make a version of the history the current one; KeyError where it is not kept."""
        with self._database.writing() as connection:
            if name not in self._bodies.names():
                raise KeyError(name)
            confirmations.take(connection, name)

    def history(self) -> tuple[Confirmed, ...]:
        """The versions kept, as they were confirmed, newest first."""
        with self._database.reading() as connection:
            rows, current = confirmations.listed(connection), confirmations.in_use(connection)
        there = self._bodies.names()
        return tuple(
            Confirmed(
                name=row["name"],
                confirmed_at=row["confirmed_at"],
                people=row["people"],
                files=self.files(row["name"]),
                profile=row["profile"],
                previous=row["previous"],
                in_use=current is not None and current.version == row["name"],
            )
            for row in rows
            if row["name"] in there
        )

    def forget(self) -> None:
        """Delete every version and that there ever was one."""
        with self._database.writing() as connection:  # nobody saves meanwhile
            self._drop(self._bodies.names())
            confirmations.clear(connection)
        self._database.settle()

    @property
    def _room(self) -> int:
        return KEPT_ON_DISK if self.on_disk else KEPT_IN_MEMORY

    def _there(self, use: confirmations.Use | None) -> str | None:
        return use.version if use and use.version in self._bodies.names() else None

    def _drop(self, names: set[str]) -> None:
        with in_words(self._folder):
            for name in names:
                self._bodies.drop(name)

    def _take_over(self) -> None:
        """Make the list agree with what lies there: an older app wrote it, or a crash left it."""
        with self._database.reading() as connection:
            known = {row["name"] for row in confirmations.listed(connection)}
        pointer = self._folder and self._folder / POINTER
        if known == self._bodies.names() and not (pointer and pointer.exists()):
            return
        with self._database.writing() as connection:
            self._agree(connection)
            if (named := _named(pointer)) in self._bodies.names():
                confirmations.take(connection, named)
        if pointer is not None:
            pointer.unlink(missing_ok=True)

    def _agree(self, connection: sa.Connection) -> None:
        known = {row["name"] for row in confirmations.listed(connection)}
        there = self._bodies.names()
        confirmations.strike(connection, known - there)
        for at, name in sorted((self._bodies.written_at(name), name) for name in there - known):
            with suppress(StoreFailed):  # a damaged one can't be used, and stops nothing
                people = self._bodies.people(name)
                confirmations.enter(connection, name, people=people, profile=None, at=at)


def _named(pointer: Path | None) -> str:
    return pointer.read_text("utf-8").strip() if pointer and pointer.exists() else ""

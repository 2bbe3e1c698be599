"""People as the database knows them: a random code, and an employee ID only their key can read."""

import secrets
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from components.errors import StoreFailed
from components.store.database import Database, in_words
from components.store.keys import HouseKey, KeyRing
from components.store.migrating import backups
from components.store.schema import PEOPLE, now
from components.store.sealing import Altered, seal, unseal

ASKED_BY_NAME = 1_000
"""Up to so many codes are asked for one by one; for more, all people are read."""
FORGET = "UPDATE people SET lookup = NULL, sealed_id = NULL WHERE code = ? AND lookup IS NOT NULL"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the database. Without a key they were erased, or their key is lost."""

    code: str
    employee_id: str | None
    key: bytes | None
    erased: bool
    altered: bool = False


class People:
    """Finds, adds and erases people."""

    def __init__(self, database: Database, keys: KeyRing, house: HouseKey) -> None:
        """Finish what an interrupted erasure left to do."""
        self._database, self._keys, self._house = database, keys, house
        asked = sa.select(PEOPLE.c.code).where(PEOPLE.c.erased_at.is_not(None))
        with database.reading() as connection:
            gone = list(connection.scalars(asked))
        if gone:
            self._destroy(gone)

    def known(self, connection: sa.Connection, employee_id: str) -> Person | None:
        """The person of that ID.

        Raises:
            StoreFailed: the row found belongs to another person: it was altered.
        """
        asked = PEOPLE.c.lookup == self._house.lookup("person", employee_id)
        row = connection.execute(sa.select(PEOPLE).where(asked)).one_or_none()
        if row is None:
            return None
        person = self._person(row)
        if person.altered or person.employee_id not in (None, employee_id):
            raise StoreFailed(
                "A person's row in the database was altered outside Trajectory.",
                where=str(self._database.folder or ""),
                now="Put back a backup of the data folder.",
            )
        return person

    def enter(self, connection: sa.Connection, employee_id: str) -> Person:
        """The person of that ID, entered with a fresh code and key where there is none.

        Raises:
            StoreFailed: the person is known and their key is lost.
        """
        person = self.known(connection, employee_id)
        if person is None:
            return self._new(connection, employee_id)
        if person.key is None:
            raise StoreFailed(
                "The key of this person is missing: nothing more can be kept about them.",
                where=str(self._database.folder or ""),
                now="Put the folder keys back from a backup, or erase the person.",
            )
        return person

    def all(self, connection: sa.Connection, codes: Iterable[str]) -> dict[str, Person]:
        """The people of these codes."""
        wanted = set(codes)
        asked = PEOPLE.c.code.in_(wanted) if len(wanted) <= ASKED_BY_NAME else sa.true()
        rows = connection.execute(sa.select(PEOPLE).where(asked))
        return {row.code: self._person(row) for row in rows if row.code in wanted}

    def erase(self, employee_id: str) -> bool:
        """Destroy the key of a person and the way to their code; False where none is known.

        First the database says that the person is erased, then the key goes: interrupted
        between the two, the next opening goes on from there.
        """
        with self._database.writing() as connection:
            asked = PEOPLE.c.lookup == self._house.lookup("person", employee_id)
            code = connection.scalar(sa.select(PEOPLE.c.code).where(asked))
            if code is None:
                return False
            gone = {"lookup": None, "sealed_id": None, "erased_at": now()}
            connection.execute(sa.update(PEOPLE).where(PEOPLE.c.code == code).values(gone))
        self._destroy([code])
        return True

    def _destroy(self, codes: list[str]) -> None:
        with in_words(self._database.folder):
            for code in codes:
                self._keys.destroy(code)
            for copy in backups(self._database.folder) if self._database.folder else ():
                _forget_in(copy, codes)
        self._database.settle()

    def _new(self, connection: sa.Connection, employee_id: str) -> Person:
        code = secrets.token_hex(12)
        key = self._keys.make(code)
        row = {
            "code": code,
            "lookup": self._house.lookup("person", employee_id),
            "sealed_id": seal(key, employee_id, "person", code),
        }
        connection.execute(sa.insert(PEOPLE).values(row))
        return Person(code, employee_id, key, erased=False)

    def _person(self, row: sa.Row[tuple[object, ...]]) -> Person:
        code, erased = str(row.code), row.erased_at is not None
        key = None if erased else self._keys.get(code)
        if key is None:
            return Person(code, None, None, erased)
        try:
            known = unseal(key, row.sealed_id or b"", "person", code)
        except Altered:
            return Person(code, None, key, erased, altered=True)
        return Person(code, known, key, erased)


def _forget_in(copy: Path, codes: list[str]) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("PRAGMA secure_delete = ON")
        connection.executemany(FORGET, [(code,) for code in codes])
        connection.commit()

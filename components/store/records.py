"""What was said and decided about people, in one list that only ever grows."""

import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any

import sqlalchemy as sa

from components.store.database import Database
from components.store.keys import HouseKey
from components.store.people import People, Person
from components.store.schema import PEOPLE, RECORDS, now
from components.store.sealing import Altered, seal, unseal

KIND = re.compile(r"[a-z][a-z0-9_]{0,63}")


class State(Enum):
    """What can be read of a sealed text."""

    WHOLE = "whole"
    ERASED = "erased"
    """The person was erased; nobody can read it any more."""
    LOCKED = "locked"
    """The person's key is missing though nobody erased them: look for a backup of the keys."""
    ALTERED = "altered"
    """It isn't what was written: somebody changed the database past Trajectory."""


@dataclass(frozen=True, slots=True)
class Record:
    """One entry. `number` orders them, whatever the clock said; `at` is in UTC.

    `subject` and `author` are employee IDs: nothing where the entry has none, and where the
    person was erased; their codes stay. `payload` is there only where `state` is WHOLE.
    """

    number: int
    kind: str
    subject: str | None
    subject_code: str | None
    author: str | None
    author_code: str | None
    at: datetime
    state: State
    payload: Mapping[str, Any] | None


class Records:
    """The list of records of a store."""

    def __init__(self, database: Database, people: People, house: HouseKey) -> None:
        """Keep records about these people."""
        self._database, self._people, self._house = database, people, house

    def append(  # one record has these parts
        self,
        kind: str,
        subject: str | None,
        author: str | None,
        payload: Mapping[str, Any],
        *,
        once: str | None = None,
    ) -> Record:
        """Keep a record; it is kept when this returns.

        kind: a word of ours such as "conversation", in clear in the database. subject, author:
        employee IDs. payload: what JSON can hold, sealed with the key of the subject; without a
        subject with that of the house. once: names this act; the same name a second time adds
        nothing and returns the first record.

        Raises:
            StoreFailed: it can't be kept; nothing was.
            ValueError: a kind or payload that the program may not use.
        """
        if not KIND.fullmatch(kind):
            raise ValueError(kind)
        text = json.dumps(dict(payload), allow_nan=False)
        name = None if once is None else self._house.lookup("once", once)
        with self._database.writing() as connection:
            number = self._named(connection, name)
            if number is None:
                ends = self._ends(connection, subject, author)
                number = self._add(connection, kind, ends, (text, name))
            return self._read(connection, RECORDS.c.number == number)[0]

    def of(self, kind: str | None = None, subject: str | None = None) -> tuple[Record, ...]:
        """The records of a kind, about a person, or both; all without either. Oldest first."""
        with self._database.reading() as connection:
            asked: list[sa.ColumnElement[bool]] = (
                [sa.true()] if kind is None else [RECORDS.c.kind == kind]
            )
            if subject is not None:
                person = self._people.known(connection, subject)
                if person is None:
                    return ()
                asked.append(RECORDS.c.subject == person.code)
            return self._read(connection, *asked)

    @property
    def stamp(self) -> tuple[int, int]:
        """The same as before where no record was added and nobody was erased since."""
        erased = sa.select(sa.func.count()).where(PEOPLE.c.erased_at.is_not(None))
        with self._database.reading() as connection:
            newest = connection.scalar(sa.select(sa.func.max(RECORDS.c.number)))
            return int(newest or 0), int(connection.scalar(erased) or 0)

    def _named(self, connection: sa.Connection, name: str | None) -> int | None:
        if name is None:
            return None
        return connection.scalar(sa.select(RECORDS.c.number).where(RECORDS.c.once == name))

    def _ends(
        self, connection: sa.Connection, subject: str | None, author: str | None
    ) -> tuple[Person | None, Person | None]:
        return (
            None if subject is None else self._people.enter(connection, subject),
            None if author is None else self._people.enter(connection, author),
        )

    def _add(
        self,
        connection: sa.Connection,
        kind: str,
        ends: tuple[Person | None, Person | None],
        said: tuple[str, str | None],
    ) -> int:
        subject, author = ends
        text, name = said
        row = {
            "id": secrets.token_hex(16),
            "kind": kind,
            "subject": subject.code if subject else None,
            "author": author.code if author else None,
            "at": now(),
            "once": name,
        }
        key = self._house.sealing if subject is None else subject.key
        payload = seal(key or b"", text, *_binding(row))
        added = connection.execute(sa.insert(RECORDS).values(payload=payload, **row))
        return int((added.inserted_primary_key or (0,))[0])

    def _read(
        self, connection: sa.Connection, *asked: sa.ColumnElement[bool]
    ) -> tuple[Record, ...]:
        ordered = sa.select(RECORDS).where(*asked).order_by(RECORDS.c.number)
        rows = connection.execute(ordered).mappings().all()
        codes = {code for row in rows for code in (row["subject"], row["author"]) if code}
        people = self._people.all(connection, codes)
        return tuple(self._record(row, people) for row in rows)

    def _record(self, row: Mapping[Any, Any], people: Mapping[str, Person]) -> Record:
        subject, author = people.get(row["subject"]), people.get(row["author"])
        state, text = opened(
            row["payload"], subject if row["subject"] else self._house, _binding(row)
        )
        return Record(
            number=row["number"],
            kind=row["kind"],
            subject=subject.employee_id if subject else None,
            subject_code=row["subject"],
            author=author.employee_id if author else None,
            author_code=row["author"],
            at=row["at"],
            state=state,
            payload=None if text is None else json.loads(text),
        )


def opened(
    sealed: bytes, owner: Person | HouseKey | None, binding: tuple[str | None, ...]
) -> tuple[State, str | None]:
    """What can be read of a text that its owner's key has sealed."""
    if isinstance(owner, Person) and owner.erased:
        return State.ERASED, None
    if owner is None or (isinstance(owner, Person) and owner.altered):
        return State.ALTERED, None
    key = owner.key if isinstance(owner, Person) else owner.sealing
    if key is None:
        return State.LOCKED, None
    try:
        return State.WHOLE, unseal(key, sealed, *binding)
    except Altered:
        return State.ALTERED, None


def _binding(row: Mapping[Any, Any]) -> tuple[str | None, ...]:
    moment = row["at"].isoformat()
    return ("record", row["id"], row["kind"], row["subject"], row["author"], moment)

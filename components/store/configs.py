"""Settings saved in the app, each saving kept: what was decided, by whom, when and why."""

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from components.store.database import Database
from components.store.keys import HouseKey
from components.store.people import People, Person
from components.store.records import State, opened
from components.store.schema import CONFIGS, now
from components.store.sealing import seal


@dataclass(frozen=True, slots=True)
class ConfigVersion:
    """One saving of the settings. `author` is an employee ID, nothing where erased or not given.

    `note` says why; it is there only where `state` is WHOLE.
    """

    number: int
    text: str
    fingerprint: str
    author: str | None
    at: datetime
    state: State
    note: str | None


class Configs:
    """The settings kept in a store."""

    def __init__(self, database: Database, people: People, house: HouseKey) -> None:
        self._database, self._people, self._house = database, people, house

    def save(
        self, text: str, *, fingerprint: str = "", author: str | None = None, note: str = ""
    ) -> ConfigVersion:
        """Keep the settings (TOML or JSON) as the newest.

        author: an employee ID. note: sealed with the author's key, without one with that of the
        house. fingerprint: names the settings; without one it is made of the text.

        Raises:
            StoreFailed: they can't be kept; nothing was.
        """
        row: dict[str, Any] = {
            "id": secrets.token_hex(16),
            "text": text,
            "fingerprint": fingerprint or hashlib.sha256(text.encode()).hexdigest()[:12],
            "at": now(),
        }
        with self._database.writing() as connection:
            person = None if author is None else self._people.enter(connection, author)
            key = self._house.sealing if person is None else person.key
            row["author"] = person.code if person else None
            row["note"] = seal(key or b"", note, *_binding(row))
            connection.execute(sa.insert(CONFIGS).values(row))
            return self._read(connection)[-1]

    def all(self) -> tuple[ConfigVersion, ...]:
        """Every saving, oldest first."""
        with self._database.reading() as connection:
            return self._read(connection)

    def current(self) -> ConfigVersion | None:
        """The newest saving, or nothing where there is none."""
        return (self.all() or (None,))[-1]

    def _read(self, connection: sa.Connection) -> tuple[ConfigVersion, ...]:
        rows = connection.execute(sa.select(CONFIGS).order_by(CONFIGS.c.number)).mappings().all()
        people = self._people.all(connection, {row["author"] for row in rows if row["author"]})
        return tuple(self._version(row, people) for row in rows)

    def _version(self, row: Mapping[Any, Any], people: Mapping[str, Person]) -> ConfigVersion:
        author = people.get(row["author"])
        state, note = opened(row["note"], author if row["author"] else self._house, _binding(row))
        return ConfigVersion(
            number=row["number"],
            text=row["text"],
            fingerprint=row["fingerprint"],
            author=author.employee_id if author else None,
            at=row["at"],
            state=state,
            note=note,
        )


def _binding(row: Mapping[Any, Any]) -> tuple[str | None, ...]:
    # The text lies in clear; bound so, it can't be changed without the note saying so.
    text = hashlib.sha256(row["text"].encode()).hexdigest()
    return ("config", row["id"], text, row["author"], row["at"].isoformat())

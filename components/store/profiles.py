"""Import profiles by name: how files of a kind are read, every saving kept."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from components.errors import StoreFailed
from components.store.database import Database
from components.store.schema import PROFILES, now


@dataclass(frozen=True, slots=True)
class Profile:
    """One saving of a profile: `number` counts from 1 for each name.

    `toml` and `headers` (a fingerprint of the headers it was made for) are texts that the intake
    wrote; the store does not look into them.
    """

    name: str
    number: int
    toml: str
    headers: str
    saved_at: datetime


class Profiles:
    """The import profiles of a store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, name: str, toml: str, headers: str = "") -> Profile:
        """Keep the text under the name, as its newest version.

        Raises:
            StoreFailed: it has no name, or can't be kept.
        """
        name = name.strip()
        if not name:
            raise StoreFailed("A profile needs a name.", now="Give it one.")
        count = sa.select(sa.func.coalesce(sa.func.max(PROFILES.c.number), 0))
        with self._database.writing() as connection:
            last = connection.scalar(count.where(PROFILES.c.name == name)) or 0
            saved = Profile(name, last + 1, toml, headers, now())
            row = {
                "name": saved.name,
                "number": saved.number,
                "toml": toml,
                "headers": headers,
                "saved_at": saved.saved_at,
            }
            connection.execute(sa.insert(PROFILES).values(row))
        return saved

    def all(self) -> tuple[Profile, ...]:
        """The newest version of each profile, by name."""
        newest = {one.name: one for one in self._read(sa.true())}
        return tuple(newest[name] for name in sorted(newest))

    def get(self, name: str, number: int | None = None) -> Profile:
        """The newest version of a profile, or the one of that number; KeyError without it."""
        found = self.versions(name)
        if number is not None:
            found = tuple(one for one in found if one.number == number)
        if not found:
            raise KeyError(name)
        return found[-1]

    def versions(self, name: str) -> tuple[Profile, ...]:
        """Every version of a profile, oldest first."""
        return self._read(PROFILES.c.name == name)

    def delete(self, name: str) -> None:
        """Delete every version of a profile."""
        with self._database.writing() as connection:
            connection.execute(sa.delete(PROFILES).where(PROFILES.c.name == name))
        self._database.settle()

    def _read(self, asked: sa.ColumnElement[bool]) -> tuple[Profile, ...]:
        ordered = sa.select(PROFILES).where(asked).order_by(PROFILES.c.name, PROFILES.c.number)
        with self._database.reading() as connection:
            return tuple(Profile(**row) for row in connection.execute(ordered).mappings())

"""The one door to what must last: a folder, or memory, with everything that is kept in it."""

from pathlib import Path

import sqlalchemy as sa

from components.store.configs import Configs
from components.store.database import Database, in_words
from components.store.follow_ups import FollowUps
from components.store.keys import FOLDER, KeyFolder, KeysInMemory, house_key
from components.store.migrating import migrate
from components.store.people import People
from components.store.profiles import Profiles
from components.store.records import Records
from components.store.schema import CONFIGS, PEOPLE, RECORDS
from components.store.versions import VersionStore


class Store:
    """What is kept: data versions, import profiles, settings, and records about people."""

    versions: VersionStore
    profiles: Profiles
    configs: Configs
    records: Records
    follow_ups: FollowUps

    def __init__(self, folder: Path | None) -> None:
        """Open the data folder, made with mode 0700 when needed; None keeps all in memory.

        An older database is brought up to date, after a copy of it was made.

        Raises:
            StoreFailed: it can't be opened: no room, no right to write, damaged, or newer.
        """
        self._database = Database(folder)
        migrate(self._database)
        with self._database.reading() as connection:
            sealed = any(_holds_rows(connection, table) for table in (PEOPLE, RECORDS, CONFIGS))
        with in_words(folder):
            house = house_key(folder, expected=sealed)
        keys = KeyFolder(folder / FOLDER) if folder else KeysInMemory()
        self._people = People(self._database, keys, house)
        self.versions = VersionStore(self._database)
        self.profiles = Profiles(self._database)
        self.configs = Configs(self._database, self._people, house)
        self.records = Records(self._database, self._people, house)
        self.follow_ups = FollowUps(self.records)

    def erase(self, employee_id: str) -> bool:
        """Destroy the key of a person for good; False where no record knows them.

        Their records stay as entries that nobody can read; everybody else's are untouched. Data
        versions and uploaded files that name the person are not changed: forget them, or upload
        data without the person.
        """
        return self._people.erase(employee_id)

    def close(self) -> None:
        """Let go of the files."""
        self._database.close()


def _holds_rows(connection: sa.Connection, table: sa.Table) -> bool:
    return bool(connection.scalar(sa.select(sa.exists().select_from(table))))

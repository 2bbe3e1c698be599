"""The tables of the database as they are now; `migrations` leads there from any earlier state."""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[datetime]):
    """A moment with its zone in Python, UTC without one in the database."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(
        self,
        value: datetime | None,
        dialect: Any,  # noqa: ARG002 - the name is SQLAlchemy's
    ) -> datetime | None:
        """As UTC, zone taken off."""
        return value and value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(
        self,
        value: Any,
        dialect: Any,  # noqa: ARG002 - the name is SQLAlchemy's
    ) -> datetime | None:
        """With its zone again."""
        return value.replace(tzinfo=UTC) if value else None


METADATA = sa.MetaData()

VERSIONS = sa.Table(
    "versions",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("name", sa.String(64), nullable=False, unique=True),
    sa.Column("confirmed_at", Moment, nullable=False),
    sa.Column("people", sa.Integer, nullable=False),
    sa.Column("profile", sa.Text),
    sa.Column("previous", sa.String(64)),
    sqlite_autoincrement=True,
)
"""The data versions that are kept, as they were confirmed."""

USES = sa.Table(
    "uses",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("version", sa.String(64), nullable=False),
    sa.Column("before", sa.Integer, sa.ForeignKey("uses.number")),
    sa.Column("at", Moment, nullable=False),
    sqlite_autoincrement=True,
)
"""Which version was in use from when on; the last row counts. `before`: where undo leads."""

PROFILES = sa.Table(
    "profiles",
    METADATA,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("toml", sa.Text, nullable=False),
    sa.Column("headers", sa.Text, nullable=False),
    sa.Column("saved_at", Moment, nullable=False),
)
"""Import profiles: a row for each time one was saved."""

CONFIGS = sa.Table(
    "configs",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("fingerprint", sa.String(64), nullable=False),
    sa.Column("id", sa.String(32), nullable=False, unique=True),
    sa.Column("author", sa.String(32), sa.ForeignKey("people.code")),
    sa.Column("note", sa.LargeBinary, nullable=False),
    sa.Column("at", Moment, nullable=False),
    sqlite_autoincrement=True,
)
"""Settings saved in the app; the last row counts. `note` is sealed with its author's key."""

PEOPLE = sa.Table(
    "people",
    METADATA,
    sa.Column("code", sa.String(32), primary_key=True),
    sa.Column("lookup", sa.String(64), unique=True),
    sa.Column("sealed_id", sa.LargeBinary),
    sa.Column("erased_at", Moment),
)
"""A random code for each person; `lookup` is a keyed hash of the employee ID."""

RECORDS = sa.Table(
    "records",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("id", sa.String(32), nullable=False, unique=True),
    sa.Column("kind", sa.String(64), nullable=False, index=True),
    sa.Column("subject", sa.String(32), sa.ForeignKey("people.code"), index=True),
    sa.Column("author", sa.String(32), sa.ForeignKey("people.code")),
    sa.Column("at", Moment, nullable=False),
    sa.Column("payload", sa.LargeBinary, nullable=False),
    sa.Column("once", sa.String(64), unique=True),
    sqlite_autoincrement=True,
)
"""What was said and decided: rows are added, never changed; two triggers see to it."""


def now() -> datetime:
    """This moment; the order of rows never depends on it."""
    return datetime.now(UTC)

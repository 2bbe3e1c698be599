"""Which versions were confirmed and which one was in use when: rows of the database.

Every change of what is in use adds a row to `uses`; the last one counts. Each remembers the use
that undo leads back to, so that undo never needs to guess.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from components.store.schema import USES, VERSIONS, now


@dataclass(frozen=True, slots=True)
class Use:
    """One change of what is in use; `before` is the use that undo leads back to."""

    number: int
    version: str
    before: int | None


def in_use(connection: sa.Connection) -> Use | None:
    """The use that counts now."""
    return _use(connection, sa.true())


def before(connection: sa.Connection, use: Use | None) -> Use | None:
    """The use that undo leads back to."""
    if use is None or use.before is None:
        return None
    return _use(connection, USES.c.number == use.before)


def take(connection: sa.Connection, version: str) -> None:
    """Take a version into use; nothing changes where it is in use already."""
    present = in_use(connection)
    if present is None or present.version != version:
        _add(connection, version, present.number if present else None)


def go_back(connection: sa.Connection) -> str | None:
    """Take the version into use that was in use before; nothing where there was none."""
    earlier = before(connection, in_use(connection))
    if earlier is None:
        return None
    _add(connection, earlier.version, earlier.before)
    return earlier.version


def enter(
    connection: sa.Connection, name: str, *, people: int, profile: str | None, at: datetime
) -> None:
    """List a version as confirmed; a second time, as confirmed anew."""
    present = in_use(connection)
    previous = present.version if present and present.version != name else None
    strike(connection, {name})
    row = {
        "name": name,
        "confirmed_at": at,
        "people": people,
        "profile": profile,
        "previous": previous,
    }
    connection.execute(sa.insert(VERSIONS).values(row))


def strike(connection: sa.Connection, names: set[str]) -> None:
    """Take versions off the list."""
    connection.execute(sa.delete(VERSIONS).where(VERSIONS.c.name.in_(names)))


def clear(connection: sa.Connection) -> None:
    """Forget that there ever was a version."""
    connection.execute(sa.update(USES).values(before=None))
    connection.execute(sa.delete(USES))
    connection.execute(sa.delete(VERSIONS))


def listed(connection: sa.Connection) -> list[sa.RowMapping]:
    """The rows of the versions on the list, newest first."""
    rows = connection.execute(sa.select(VERSIONS).order_by(VERSIONS.c.number.desc()))
    return list(rows.mappings())


def least_needed(connection: sa.Connection, keep: int) -> set[str]:
    """The versions beyond `keep`: never the one in use nor the one before, then those unused."""
    present = in_use(connection)
    earlier = before(connection, present)
    needed = [use.version for use in (present, earlier) if use is not None]
    last_used: dict[str, Any] = {
        row.version: row.last
        for row in connection.execute(
            sa.select(USES.c.version, sa.func.max(USES.c.number).label("last")).group_by(
                USES.c.version
            )
        )
    }
    names = [row["name"] for row in listed(connection)]
    needed += sorted(
        (name for name in names if name not in needed),
        key=lambda name: last_used.get(name, 0),
        reverse=True,
    )
    return set(names) - set(needed[:keep])


def _use(connection: sa.Connection, asked: sa.ColumnElement[bool]) -> Use | None:
    last = sa.select(USES.c.number, USES.c.version, USES.c.before).where(asked)
    row = connection.execute(last.order_by(USES.c.number.desc()).limit(1)).one_or_none()
    return Use(*row) if row else None


def _add(connection: sa.Connection, version: str, before_it: int | None) -> None:
    row = {"version": version, "before": before_it, "at": now()}
    connection.execute(sa.insert(USES).values(row))

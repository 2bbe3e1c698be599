"""Data versions and their uses, import profiles, settings kept, people as codes, records."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

NEVER_CHANGED = """
CREATE TRIGGER records_keep_{what}
BEFORE {what} ON records
BEGIN SELECT RAISE(ABORT, 'records are never changed'); END
"""


def upgrade() -> None:
    """Make the first tables."""
    _versions()
    _texts()
    _people()
    _records()


def _versions() -> None:
    op.create_table(
        "versions",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("name", sa.String(64), nullable=False, unique=True),
        sa.Column("confirmed_at", sa.DateTime(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("profile", sa.Text(), nullable=True),
        sa.Column("previous", sa.String(64), nullable=True),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "uses",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("version", sa.String(64), nullable=False),
        sa.Column("before", sa.Integer(), sa.ForeignKey("uses.number"), nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sqlite_autoincrement=True,
    )


def _texts() -> None:
    op.create_table(
        "profiles",
        sa.Column("name", sa.Text(), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("toml", sa.Text(), nullable=False),
        sa.Column("headers", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.DateTime(), nullable=False),
    )
    op.create_table(
        "configs",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("id", sa.String(32), nullable=False, unique=True),
        sa.Column("author", sa.String(32), sa.ForeignKey("people.code"), nullable=True),
        sa.Column("note", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sqlite_autoincrement=True,
    )


def _people() -> None:
    op.create_table(
        "people",
        sa.Column("code", sa.String(32), primary_key=True),
        sa.Column("lookup", sa.String(64), nullable=True, unique=True),
        sa.Column("sealed_id", sa.LargeBinary(), nullable=True),
        sa.Column("erased_at", sa.DateTime(), nullable=True),
    )


def _records() -> None:
    op.create_table(
        "records",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("id", sa.String(32), nullable=False, unique=True),
        sa.Column("kind", sa.String(64), nullable=False, index=True),
        sa.Column("subject", sa.String(32), sa.ForeignKey("people.code"), index=True),
        sa.Column("author", sa.String(32), sa.ForeignKey("people.code")),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column("once", sa.String(64), nullable=True, unique=True),
        sqlite_autoincrement=True,
    )
    for what in ("UPDATE", "DELETE"):
        op.execute(NEVER_CHANGED.format(what=what))

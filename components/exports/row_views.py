"""A list of named people as it may leave: columns in words, never a protected attribute."""

import pandas as pd

from components.errors import TrajectoryError
from components.tables.dataset import BOOKKEEPING
from components.tables.schema import TABLES, Kind

_FIELDS = [field for table in TABLES.values() for field in table.fields]
_LABELS = {field.name: field.label for field in _FIELDS}
PROTECTED = frozenset(
    name for field in _FIELDS if field.kind is Kind.GROUP for name in (field.name, field.label)
)
"""Group attributes, by name and by label: they belong in group views, never beside a name."""

_POINTERS = ("_sheet", "_row")


def as_row_view(rows: pd.DataFrame, where: str) -> pd.DataFrame:
    """The rows without bookkeeping, columns named in words.

    Raises TrajectoryError when a column is a protected attribute.
    """
    refuse_protected(rows, where)
    kept = [
        name
        for name in rows.columns
        if name not in BOOKKEEPING and name != "column" and not str(name).endswith(_POINTERS)
    ]
    return rows[kept].rename(columns={name: in_words(str(name)) for name in kept})


def refuse_protected(rows: pd.DataFrame, where: str) -> None:
    """Stop a list of people that carries a protected attribute."""
    found = sorted(PROTECTED.intersection(map(str, rows.columns)))
    if found:
        raise TrajectoryError(
            f"A list of people can't hold {', '.join(found)}.",
            where=where,
            now="Use a group view; please report this if you did not ask for it.",
        )


def in_words(name: str) -> str:
    """The label of a column.

    >>> in_words("employee_id"), in_words("months_in_scope")
    ('Employee ID', 'Months in scope')
    """
    return _LABELS.get(name) or name.replace("_", " ").capitalize()

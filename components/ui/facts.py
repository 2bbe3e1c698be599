"""Rows of a table as facts: plain mappings of column to value, for the few rows on a screen."""

from collections.abc import Mapping
from typing import Any, TypeAlias

import pandas as pd

from components.tables import columns as col

Facts: TypeAlias = Mapping[str, Any]


def facts_of(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """Each row as a mapping; only for rows that are shown."""
    return [{str(name): value for name, value in one.items()} for one in rows.to_dict("records")]


def missing(value: Any) -> bool:
    """Whether a single value is missing.

    >>> missing(None), missing(float("nan")), missing("")
    (True, True, False)
    """
    return bool(pd.isna(value))


def known(value: Any) -> str:
    """The value as text; nothing where it is missing."""
    return "" if missing(value) else str(value)


def person_name(who: Facts) -> str:
    """The name, or the ID where no name was given."""
    return known(who[col.NAME]) or str(who[col.EMPLOYEE_ID])

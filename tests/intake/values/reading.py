"""Reading a column in one line."""

from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from components.intake.values import Column, Hints, read_column
from components.settings import load_settings
from components.tables.schema import TABLES

SETTINGS = load_settings()


def read(place: str, *texts: str | None, **detail: str) -> Column:
    """Read texts as the values of "table.field"."""
    table, _, name = place.partition(".")
    hints = Hints(table, TABLES[table].field(name), SETTINGS, detail)
    return read_column(pa.array(texts, pa.string()), hints)


def values(place: str, *texts: str | None, **detail: str) -> list[Any]:
    """The values alone."""
    return list(read(place, *texts, **detail).values.to_pylist())


def doubted(place: str, *texts: str | None, **detail: str) -> dict[str, list[str]]:
    """The texts that were read and are listed, by why."""
    column = read(place, *texts, **detail)
    return {
        doubt.value: [text for text, bad in zip(column.distinct.texts, marked, strict=True) if bad]
        for doubt, marked in column.doubted.items()
    }


def unread(place: str, *texts: str | None, **detail: str) -> Sequence[str]:
    """The texts that could not be read."""
    column = read(place, *texts, **detail)
    marked = zip(column.distinct.texts, column.unread.tolist(), strict=True)
    return [text for text, bad in marked if bad]

"""Reasons in words, worked out once for each distinct set of values."""

import string
from datetime import date
from typing import Any

import pandas as pd


class _Words(string.Formatter):
    """Formats measures: a form after the colon is "day", or a noun to count."""

    def format_field(self, value: Any, form: str) -> str:
        if isinstance(value, date):
            return f"{value.day} {value:%b %Y}"
        number = f"{int(value):,}"
        if not form:
            return number
        return f"{number} {form}" if int(value) == 1 else f"{number} {form}s"


_WORDS = _Words()


def places_in(sentence: str) -> list[str]:
    """The names a sentence has places for.

    >>> places_in("Rated {top_cycles:cycle} since {first}")
    ['top_cycles', 'first']
    """
    return [name for _, name, _, _ in _WORDS.parse(sentence) if name]


def blanks(sentence: str, known: dict[str, str]) -> str:
    """The sentence with the known values filled in, and … for the others.

    >>> blanks("{months:month} (from {first})", {"first": "24"})
    '… months (from 24)'
    """
    parts = [
        text + ("" if name is None else known.get(name, _blank(form or "")))
        for text, name, form, _ in _WORDS.parse(sentence)
    ]
    return "".join(parts)


def _blank(form: str) -> str:
    return "…" if form in {"", "day"} else f"… {form}s"


def filled(sentence: str, people: pd.DataFrame, limits: dict[str, Any]) -> pd.Series:
    """The sentence for each row of people; limits fill what is no measure."""
    names = [name for name in places_in(sentence) if name in people.columns]
    if not names:
        return pd.Series(_WORDS.format(sentence, **limits), index=people.index, dtype="str")
    distinct = people[names].drop_duplicates()
    texts = [
        _WORDS.format(sentence, **limits, **dict(zip(names, values, strict=True)))
        for values in distinct.itertuples(index=False, name=None)
    ]
    said = distinct.assign(said=pd.Series(texts, index=distinct.index, dtype="str"))
    return people[names].merge(said, on=names, how="left").set_axis(people.index)["said"]

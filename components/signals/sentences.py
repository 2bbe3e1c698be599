"""Reasons in words, worked out once for each distinct set of values."""

import string
from datetime import date
from textwrap import shorten
from typing import Any

import numpy as np
import pyarrow as pa

_LONGEST = 60
"""Text from a file is cut to so many characters in a sentence."""


class _Words(string.Formatter):
    """Formats measures: a form after the colon is "day", "percent", or a noun to count."""

    def format_field(self, value: Any, form: str) -> str:
        if value is None:
            return "…"
        if isinstance(value, date):
            return f"{value.day} {value:%b %Y}"
        if isinstance(value, str):
            return shorten(value, _LONGEST, placeholder="…")
        if form == "percent":
            return f"{value:.1f} %"
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
    return "…" if form in {"", "day", "percent"} else f"… {form}s"


def filled(sentence: str, people: pa.Table, limits: dict[str, Any]) -> pa.Array:
    """The sentence for each row of people; limits fill what is no column."""
    names = [name for name in places_in(sentence) if name in people.column_names]
    which = np.zeros(people.num_rows, np.int64)
    for name in names:
        whole = people[name].combine_chunks().dictionary_encode("encode")
        which = which * (len(whole.dictionary) + 1) + whole.indices.to_numpy()
    _, first, place = np.unique(which, return_index=True, return_inverse=True)
    rows = people.select(names).take(pa.array(first)).to_pylist() if names else [{}] * len(first)
    texts = [_WORDS.format(sentence, **limits | row) for row in rows]
    return pa.array(texts, pa.string()).take(pa.array(place))

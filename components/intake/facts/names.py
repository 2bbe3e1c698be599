"""Who has a name or an e-mail address: exactly one person, several, or nobody."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from components.intake.facts.fields import fields
from components.intake.facts.persons import used
from components.intake.facts.sheet_rows import SheetRows
from components.intake.facts.tables import codes
from components.tables import columns as col

_TITLES = frozenset(
    {
        "dr",
        "prof",
        "mr",
        "mrs",
        "ms",
        "mx",
        "miss",
        "herr",
        "frau",
        "dipl",
        "phd",
        "mba",
        "monsieur",
        "madame",
        "sra",
        "dra",
        "dott",
    }
)
"""Words before and after a name that say nothing about who it is; Jr, Sr and III do."""
_WORD = re.compile(r"[^\s.,]+")

Owners = Mapping[str, frozenset[str]]


def in_order(name: str) -> str:
    """A name in lower case, first name first, spaces single.

    >>> in_order("O'Neil,  Ada M."), in_order("Ada King")
    ("ada m. o'neil", 'ada king')
    """
    last, comma, first = name.partition(",")
    text = f"{first} {last}" if comma else name
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def without_titles(name: str) -> str:
    """The same without titles and without initials between first and last name.

    >>> without_titles("Prof. Dr. King, Ada M."), without_titles("J. R. King")
    ('ada king', 'j king')
    """
    words = [word for word in _WORD.findall(in_order(name)) if word not in _TITLES]
    return " ".join(
        word for place, word in enumerate(words) if len(word) > 1 or place in (0, len(words) - 1)
    )


def without_accents(name: str) -> str:
    """The same without accents.

    >>> without_accents("Müller, José")
    'jose muller'
    """
    apart = unicodedata.normalize("NFD", without_titles(name))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


WAYS: tuple[Callable[[str], str], ...] = (in_order, without_titles, without_accents)
"""How names are compared, the most exact way first."""


@dataclass(frozen=True)
class Directory:
    """Names and e-mail addresses of people, each with the ids of those who have it."""

    names: Owners = field(repr=False)
    addresses: Owners = field(repr=False)

    def by_address(self, text: str) -> frozenset[str]:
        """The ids of those who have the address; case does not count."""
        return self.addresses.get(text.strip().casefold(), frozenset())

    def by_name(self, text: str) -> frozenset[str]:
        """The ids of those who have the name, in the most exact way that finds anybody."""
        for way, owners in zip(WAYS, self._ways, strict=True):
            found = owners.get(way(text))
            if found:
                return found
        return frozenset()

    @cached_property
    def _ways(self) -> tuple[Owners, ...]:
        return tuple(_grouped(self.names, way) for way in WAYS)


def directory(sheets: Iterable[SheetRows]) -> Directory:
    """Everybody whose id stands beside a name or an address on one of the sheets.

    An id that is an address is that of its own person as well.
    """
    names: dict[str, set[str]] = {}
    addresses: dict[str, set[str]] = {}
    for rows in sheets:
        said = fields(rows, "people")
        _note(said.get(col.NAME), rows.key.values, names)
        _note(said.get(col.EMAIL), rows.key.values, addresses)
        ids = used(rows.key.values)
        for text in ids.filter(pc.match_substring(ids, "@")).to_pylist():
            addresses.setdefault(text, set()).add(text)
    return Directory(_frozen(names), _grouped(_frozen(addresses), str.casefold))


def _note(
    said: pa.DictionaryArray | None, ids: pa.DictionaryArray, into: dict[str, set[str]]
) -> None:
    """Each distinct text and id that stand in one row."""
    if said is None:
        return
    pairs = np.unique((codes(said) << 32) + codes(ids))
    pairs = pairs[(pairs >= 0) & ((pairs & 0xFFFFFFFF) != 0xFFFFFFFF)]
    words, persons = said.dictionary.to_pylist(), ids.dictionary.to_pylist()
    for pair in pairs.tolist():
        into.setdefault(words[pair >> 32], set()).add(persons[pair & 0xFFFFFFFF])


def _frozen(owners: Mapping[str, set[str]]) -> Owners:
    return {text: frozenset(who) for text, who in owners.items()}


def _grouped(owners: Owners, way: Callable[[str], str]) -> Owners:
    found: dict[str, frozenset[str]] = {}
    for text, who in owners.items():
        key = way(text)
        found[key] = found[key] | who if key in found else who
    return found

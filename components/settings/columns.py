"""`config/columns.toml`: which header stands for which field, and which only looks like it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, Self

from pydantic import Field, model_validator

from components.settings.section import Ordered, Section, Wrong
from components.settings.spelling import header_gist, header_key, header_words, one_slip_from
from components.tables.schema import TABLES

TEMPLATE = "Trajectory template"
_SHORTEST = 4
How = Literal[
    "first_name",
    "last_name",
    "manager_email",
    "years",
    "days",
    "birth_date",
    "age",
    "yes_means_active",
    "yes_means_left",
    "yes_means_manager",
    "yes_means_promotion",
    "yes_means_full_time",
    "nine_box",
]

_EVERY_FIELD = tuple((table.name, name) for table in TABLES.values() for name in table.names)


@dataclass(frozen=True, slots=True)
class Place:
    """A field that a header may stand for; `order` 0 is the best header of that field."""

    table: str
    field: str
    header: str
    systems: tuple[str, ...]
    order: int
    sure: bool


@dataclass(frozen=True, slots=True)
class NamedHeader:
    """A header that names a field and the cycle, or competency, that its values belong to.

    With `listed_only` the name counts only when config/competencies.toml lists it.
    """

    table: str
    field: str
    named: str
    listed_only: bool


class Part(Section):
    """Columns that make up a field in a stated way: first name, years in role, birth date."""

    table: str
    field: str
    how: How
    headers: Ordered[tuple[str, ...]]


class Trap(Section):
    """Headers that look like a field and are not; `means` is "table.field" or empty."""

    headers: tuple[str, ...] = Field(min_length=1)
    never: tuple[str, ...] = Field(min_length=1)
    means: str = ""
    why: str = Field(min_length=1)


class Pattern(Section):
    """A header with a cycle or a competency inside; the group `named` holds it."""

    table: str
    field: str
    pattern: str
    listed_only: bool = False

    @model_validator(mode="after")
    def _can_be_read(self) -> Self:
        try:
            compiled = re.compile(self.pattern)
        except re.error as mistake:
            raise Wrong("pattern", f"It can't be read: {mistake}.") from mistake
        if "named" not in compiled.groupindex:
            raise Wrong("pattern", "It needs a group (?P<named>…).")
        return self


class ColumnSettings(Section):
    """Headers of every field, best first; weak ones, parts, traps and patterns."""

    likely: tuple[str, ...]
    forget: tuple[str, ...]
    alike: dict[str, dict[str, str]]
    headers: dict[str, dict[str, Ordered[tuple[str, ...]]]]
    parts: Ordered[Part]
    patterns: Ordered[Pattern]
    traps: dict[str, Trap]

    @model_validator(mode="after")
    def _names_known_fields(self) -> Self:
        for key, place in self._named_fields():
            if place not in _EVERY_FIELD:
                fix = f"{'.'.join(place)} is no field; docs/data-dictionary.md lists them."
                raise Wrong(key, fix)
        return self

    def _named_fields(self) -> Iterator[tuple[str, tuple[str, str]]]:
        """Every key that names a field, with the field it names."""
        for table, fields in self.headers.items():
            yield from ((f"headers.{table}.{field}", (table, field)) for field in fields)
        for table, alike in self.alike.items():
            for field, other in alike.items():
                yield f"alike.{table}.{field}", (table, field)
                yield f"alike.{table}.{field}", _pair(other)
        for key, part in self.parts.items():
            yield f"parts.{key}", (part.table, part.field)
        for key, pattern in self.patterns.items():
            yield f"patterns.{key}", (pattern.table, pattern.field)
        for key, trap in self.traps.items():
            said = (*trap.never, trap.means) if trap.means else trap.never
            yield from ((f"traps.{key}", _pair(place)) for place in said)

    @cached_property
    def _places(self) -> dict[str, tuple[Place, ...]]:
        weak = {header_key(header) for header in self.likely}
        gone = {header_key(header) for header in self.forget}
        places: dict[str, list[Place]] = {}
        for table, field in _EVERY_FIELD:
            for order, (header, systems) in enumerate(self._spelled(table, field).items()):
                key = header_key(header)
                sure = key not in weak or TEMPLATE in systems
                found = Place(table, field, header, systems, order, sure)
                if key not in gone:
                    places.setdefault(key, []).append(found)
        return {key: tuple(found) for key, found in places.items()}

    def _spelled(self, table: str, field: str) -> dict[str, tuple[str, ...]]:
        """All headers of one field, one for each key, best first; the template's own lead."""
        like = self.alike.get(table, {}).get(field)
        borrowed = self._spelled(*_pair(like)) if like else {}
        own = self.headers.get(table, {}).get(field, {})
        label = TABLES[table].field(field).label
        every = [(label, (TEMPLATE,)), (field, (TEMPLATE,)), *own.items(), *borrowed.items()]
        best: dict[str, str] = {}
        systems: dict[str, tuple[str, ...]] = {}
        for header, said in every:
            first = best.setdefault(header_key(header), header)
            systems[first] = tuple(dict.fromkeys((*systems.get(first, ()), *said)))
        return systems

    def places_of(self, header: str) -> tuple[Place, ...]:
        """Every field the header is listed for, in the order of the tables; empty if unknown."""
        return self._places.get(self._key_of(header), ())

    def nearly(self, header: str) -> tuple[Place, ...]:
        """The fields of the header that this may be a slip of the hand of; ask before using any."""
        key = header_key(header)
        able = one_slip_from(key) if len(key) >= _SHORTEST else ()
        return next((self._places[one] for one in able if one in self._places), ())

    def headers_of(self, table: str, field: str) -> tuple[str, ...]:
        """The listed headers of one field, best first."""
        return tuple(self._spelled(table, field))

    def part_of(self, header: str) -> Part | None:
        """The part a header holds (first name, years in role, birth date), if any."""
        return self._parts.get(self._key_of(header))

    @cached_property
    def _parts(self) -> dict[str, Part]:
        return {header_key(header): part for part in self.parts.values() for header in part.headers}

    def trap_of(self, header: str) -> Trap | None:
        """The trap a header is, if any; ask it before `places_of`."""
        return self._traps.get(self._key_of(header))

    @cached_property
    def _traps(self) -> dict[str, Trap]:
        return {header_key(header): trap for trap in self.traps.values() for header in trap.headers}

    def _key_of(self, header: str) -> str:
        """The key of a header; where nothing is listed under it, of one with other small words."""
        key = header_key(header)
        known = key in self._places or key in self._parts or key in self._traps
        return key if known else self._gists.get(header_gist(header), key)

    @cached_property
    def _gists(self) -> dict[str, str]:
        """Keys by gist; a trap wins over a field, an earlier header over a later one."""
        listed = (header for one in self.traps.values() for header in one.headers)
        fields = (header for table, name in _EVERY_FIELD for header in self._spelled(table, name))
        parts = (header for part in self.parts.values() for header in part.headers)
        gone = {header_key(header) for header in self.forget}
        gists: dict[str, str] = {}
        for header in (*listed, *parts, *fields):
            key = header_key(header)
            if key not in gone:
                gists.setdefault(header_gist(header), key)
        return gists

    def named_in(self, header: str) -> tuple[NamedHeader, ...]:
        """Read a header that carries its cycle or competency, such as "2024 Rating".

        Every reading in the order of the file; ask only when `places_of` knows nothing.
        """
        words = header_words(header)
        found = ((one, re.fullmatch(one.pattern, words)) for one in self.patterns.values())
        return tuple(
            NamedHeader(one.table, one.field, _as_written(header, match["named"]), one.listed_only)
            for one, match in found
            if match
        )


def _pair(place: str) -> tuple[str, str]:
    table, _, field = place.partition(".")
    return table, field


def _as_written(header: str, named: str) -> str:
    """Give the named part as the header spells it, capitals kept, if it stands there."""
    flat = " ".join(header.split())
    at = flat.casefold().find(named)
    return flat[at : at + len(named)].strip() if at >= 0 else named

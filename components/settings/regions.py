"""`config/regions/*.toml`: which country belongs to which region, and the region's culture note."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, Self

from pydantic import Field, model_validator

from components.settings.section import Ordered, Section, Wrong
from components.settings.spelling import label_key


class CultureNote(Section):
    """A prompt about the process in a region; never about a person."""

    expected: tuple[str, ...] = Field(min_length=1)
    promotion: tuple[str, ...] = Field(min_length=1)
    pitfall: tuple[str, ...] = Field(min_length=1)
    question: str
    does_not_tell: str
    within_countries: str
    effect_size: str
    source: str
    grade: Literal["A", "B", "C"]
    owner: str
    review_date: dt.date
    written_for: tuple[str, ...] = ()

    def is_due(self, on: dt.date) -> bool:
        """Tell whether the owner should have looked at the note again by that day."""
        return on >= self.review_date


class RegionSettings(Section):
    """One region: its name, other spellings, its countries and its note."""

    name: str = Field(min_length=1)
    spellings: tuple[str, ...] = ()
    countries: Ordered[tuple[str, ...]] = Field(min_length=1)
    note: CultureNote

    def every_spelling(self) -> Iterator[tuple[str, str]]:
        """Each way to write each country, with its code."""
        for code, names in self.countries.items():
            yield from ((code, text) for text in (code, *names))

    @model_validator(mode="after")
    def _writes_for_its_own_countries(self) -> Self:
        strange = sorted(set(self.note.written_for) - set(self.countries))
        if strange:
            raise Wrong("note.written_for", f"No country of this file: {', '.join(strange)}.")
        return self


@dataclass(frozen=True, slots=True)
class FoundNote:
    """A note with the sentence that says why it is shown, or why there is none."""

    region: str | None
    note: CultureNote | None
    says: str


class Regions(Section):
    """All regions that have a note."""

    notes: Ordered[RegionSettings]

    @model_validator(mode="after")
    def _counts_each_country_once(self) -> Self:
        seen: dict[str, tuple[str, str]] = {}
        for file, region in self.notes.items():
            for code, text in region.every_spelling():
                first = seen.setdefault(label_key(text), (file, code))
                if first != (file, code):
                    fix = f'"{text}" already stands for {first[1]} in {first[0]}.toml.'
                    raise Wrong(f"notes.{file}.countries.{code}", fix)
        return self

    @cached_property
    def _countries(self) -> dict[str, tuple[RegionSettings, str]]:
        return {
            label_key(text): (region, code)
            for region in self.notes.values()
            for code, text in region.every_spelling()
        }

    @cached_property
    def _names(self) -> dict[str, RegionSettings]:
        return {
            label_key(text): region
            for region in self.notes.values()
            for text in (region.name, *region.spellings)
        }

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all regions with a note."""
        return tuple(region.name for region in self.notes.values())

    def region_of(self, country: str | None) -> str | None:
        """The region a country belongs to; None when it is in no list."""
        found = self._countries.get(label_key(country)) if country else None
        return found[0].name if found else None

    def code_of(self, country: str | None) -> str | None:
        """The two-letter code of a country; None when it is in no list."""
        found = self._countries.get(label_key(country)) if country else None
        return found[1] if found else None

    def region_named(self, region: str | None) -> RegionSettings | None:
        """The region of that name or spelling."""
        return self._names.get(label_key(region)) if region else None

    def note_for(self, country: str | None, region: str | None = None) -> FoundNote:
        """Find the note of a place of work: by its country, else by its region.

        A country that is named but in no list has no note, whatever its region says.
        """
        if country and label_key(country):
            found = self._countries.get(label_key(country))
            if found is None:
                return FoundNote(None, None, f"{country} is in no region list: there is no note.")
            return _by_country(found[0], found[1], country)
        known = self.region_named(region)
        if known is None:
            said = f"{region} is no region with a note." if region else "No country or region."
            return FoundNote(None, None, said)
        return FoundNote(known.name, known.note, f"The note of {known.name}; no country was given.")


def _by_country(region: RegionSettings, code: str, country: str) -> FoundNote:
    """Say for which countries the note was written when this one isn't among them."""
    written_for = region.note.written_for
    if not written_for or code in written_for:
        return FoundNote(region.name, region.note, f"The note of {region.name}.")
    names = " and ".join(region.countries[one][0] for one in written_for)
    says = f"The note of {region.name}; it was written for {names}, not for {country}."
    return FoundNote(region.name, region.note, says)

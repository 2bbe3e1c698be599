"""`config/values.toml`: how cells are spelled: blanks, sentinels, yes and no, categories."""

import datetime as dt
from functools import cached_property
from typing import Self

from pydantic import Field, model_validator

from components.settings.section import Ordered, Section, Wrong
from components.settings.spelling import label_key
from components.settings.wildcards import Wildcard, plain_words
from components.tables.schema import TABLES, Kind


class Category(Section):
    """The values of a kind of field and their spellings; a * stands for further words."""

    fields: tuple[str, ...] = Field(min_length=1)
    spellings: Ordered[tuple[str, ...]]

    @cached_property
    def _exact(self) -> dict[str, str]:
        return {
            plain_words(text): value
            for value, texts in self.spellings.items()
            for text in (value, *texts)
            if "*" not in text
        }

    @cached_property
    def _wild(self) -> tuple[tuple[Wildcard, str], ...]:
        return tuple(
            (Wildcard(text), value)
            for value, texts in self.spellings.items()
            for text in texts
            if "*" in text
        )

    @property
    def values(self) -> tuple[str, ...]:
        """The values in the order of the file."""
        return tuple(self.spellings)

    def read(self, text: str) -> str | None:
        """The value a text stands for: an exact spelling first, then the first * that fits.

        None when nothing fits: the text stays unreadable and is listed.
        """
        exact = self._exact.get(plain_words(text))
        if exact is not None:
            return exact
        return next((value for wild, value in self._wild if wild.fits(text)), None)

    @model_validator(mode="after")
    def _spells_each_once(self) -> Self:
        seen: dict[str, str] = {}
        for value, texts in self.spellings.items():
            for key in {plain_words(text) for text in (value, *texts)}:
                if seen.setdefault(key, value) != value:
                    raise Wrong(f"spellings.{value}", f'"{key}" already stands for {seen[key]}.')
        return self


class Blanks(Section):
    """Texts that mean "nothing here": everywhere, errors of formulas, and by kind of field."""

    everywhere: tuple[str, ...]
    errors: tuple[str, ...]
    by_kind: dict[str, tuple[str, ...]]

    @model_validator(mode="after")
    def _names_known_kinds(self) -> Self:
        for kind in self.by_kind:
            if kind not in set(Kind):
                raise Wrong(f"by_kind.{kind}", f"Name a kind of field: {', '.join(Kind)}.")
        return self


class Sentinels(Section):
    """Values that stand for something else than themselves."""

    no_manager: tuple[str, ...]
    perhaps_no_manager: tuple[str, ...]
    ended_unknown: tuple[str, ...]
    open_end: tuple[dt.date, ...]
    no_date: tuple[dt.date, ...]
    use_hire_date: tuple[str, ...]


class YesNo(Section):
    """Spellings of yes and no."""

    yes: tuple[str, ...]
    no: tuple[str, ...]


class ValueSettings(Section):
    """Every spelling of a value that is understood."""

    blanks: Blanks
    sentinels: Sentinels
    yes_no: YesNo
    categories: dict[str, Category]

    @model_validator(mode="after")
    def _names_known_fields(self) -> Self:
        for place in self._by_field:
            table, _, field = place.partition(".")
            if table not in TABLES or field not in TABLES[table].names:
                raise Wrong("categories", f"{place} is no field; see docs/data-dictionary.md.")
        return self

    @cached_property
    def _by_field(self) -> dict[str, Category]:
        return {place: one for one in self.categories.values() for place in one.fields}

    def category_of(self, table: str, field: str) -> Category | None:
        """The category of a field; None where any text is a value."""
        return self._by_field.get(f"{table}.{field}")

    def blank_keys(self, kind: str) -> frozenset[str]:
        """The blank markers of a kind of field, as `label_key` writes them; "" is always one."""
        said = self.blanks
        texts = ("", *said.everywhere, *said.errors, *said.by_kind.get(kind, ()))
        return frozenset(label_key(text) for text in texts)

    def is_blank(self, text: str, kind: str) -> bool:
        """Tell whether a text means "nothing here" in a field of that kind.

        "NA" is a blank in a date and a value in a region; "None" may be a rating.
        """
        return label_key(text) in self.blank_keys(kind)

    @cached_property
    def _yes_no(self) -> dict[str, bool]:
        yes = {label_key(text): True for text in self.yes_no.yes}
        return yes | {label_key(text): False for text in self.yes_no.no}

    def read_yes_no(self, text: str) -> bool | None:
        """Yes, no, or None when the text is neither."""
        return self._yes_no.get(label_key(text))

    @cached_property
    def _no_manager(self) -> frozenset[str]:
        said = self.sentinels
        return frozenset(map(label_key, (*said.no_manager, *said.perhaps_no_manager)))

    def is_no_manager(self, text: str) -> bool:
        """Tell whether an id in a manager column says that there is no manager."""
        return label_key(text) in self._no_manager

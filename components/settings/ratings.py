"""`config/ratings.toml`: all rating scales, and which of them a column speaks."""

import re
from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Self

from pydantic import Field, model_validator

from components.settings.guideline import Band
from components.settings.nine_box import NineBox
from components.settings.rating_scale import RatingScale, number_in
from components.settings.section import Ordered, Section, Wrong
from components.settings.spelling import header_words, label_key


class RatingScales(Section):
    """All scales, the default one, and how old a rating may be to count as the latest.

    `guideline` are bands of ratings and the shares they are meant to have; none unless set.
    `one_is_best` are headers under which 1 is mostly the best rating. `words` are groups of
    words from the lowest to the highest rating, in several languages: what a proposal is made
    from, never a reading. `answered` are the scales that a person gave for the files at hand,
    `named` those on which a person said that a column is.
    """

    default: str
    latest_review_months: int = Field(ge=1, le=60)
    ask_when_top_share_above: float = Field(gt=0, le=1)
    one_is_best: tuple[str, ...] = ()
    words: tuple[tuple[str, ...], ...] = ()
    nine_box: NineBox = NineBox()
    guideline: tuple[Band, ...] = ()
    scales: Ordered[RatingScale] = Field(min_length=1)
    answered: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _default_exists(self) -> Self:
        if self.default not in self.scales:
            raise Wrong("default", f"Name one of the scales: {', '.join(self.scales)}.")
        if self.nine_box.scale and self.nine_box.scale not in self.scales:
            raise Wrong("nine_box.scale", f"Name one of the scales: {', '.join(self.scales)}.")
        return self

    @model_validator(mode="after")
    def _puts_each_rating_in_one_band(self) -> Self:
        held = [rating for band in self.guideline for rating in band.ratings]
        if len(held) > len(set(held)):
            raise Wrong("guideline", "A rating stands in two bands, or twice in one.")
        return self

    @model_validator(mode="after")
    def _says_each_word_once(self) -> Self:
        spelled = [key for group in self.words for key in {label_key(word) for word in group}]
        twice = sorted({key for key in spelled if spelled.count(key) > 1})
        if twice:
            raise Wrong("words", f"In two groups: {', '.join(twice)}.")
        return self

    @property
    def default_scale(self) -> RatingScale:
        """The scale of plain numbers that fit several scales."""
        return self.scales[self.default]

    def key_of(self, scale: RatingScale) -> str:
        """Give the key of a scale in config/ratings.toml."""
        return next(key for key, known in self.scales.items() if known == scale)

    def with_answered(
        self, scales: Mapping[str, RatingScale], named: Collection[str] = ()
    ) -> "RatingScales":
        """The same scales with those a person gave, which replace others of their name.

        Names in `named` that are no scale are left aside.
        """
        own = {name: getattr(self, name) for name in RatingScales.model_fields}
        own |= {"scales": {**self.scales, **scales}, "answered": tuple({*self.answered, *scales})}
        own["answered"] = tuple(sorted(own["answered"]))
        own["named"] = tuple(sorted({*self.named, *named} & set(own["scales"])))
        return RatingScales.model_validate(own)

    def starts_at_the_best(self, header: str) -> bool:
        """Whether a header says ("1 = best"), or mostly means ("Schulnote"), that 1 is the best."""
        words, bare = _plain(header), _plain(re.sub(r"\d+", " ", header))
        said = map(_plain, self.one_is_best)
        return any(one in words if "1" in one else one == bare for one in said)

    def rank_of(self, word: str) -> int | None:
        """Where a known word of a rating stands from the lowest group, 0, to the highest."""
        return self._ranks.get(label_key(word))

    @cached_property
    def _ranks(self) -> dict[str, int]:
        return {label_key(word): rank for rank, group in enumerate(self.words) for word in group}

    def is_step(self, text: str) -> bool:
        """Whether a text is a label of any scale of words, or a known word of a rating."""
        if self.rank_of(text) is not None:
            return True
        return any(one.label_of(text) for one in self.scales.values() if not one.is_numeric)

    def holding(self, labels: Collection[str]) -> tuple[str, ...]:
        """The keys of the scales that can read every one of the labels, in their order."""
        given = [label for label in labels if label_key(label)]
        return tuple(
            key
            for key, scale in self.scales.items()
            if given and all(scale.read(label) is not None for label in given)
        )

    def spoken_by(self, labels: Collection[str]) -> RatingScale:
        """The scale on which labels that were read are shown.

        The one that a person gave or named and that reads them all; else the surest one, else
        the default. For reading a column use `best_for`, which never guesses.
        """
        said = {*self.answered, *self.named}
        held = [self.scales[key] for key in self.holding(labels) if key in said]
        return held[0] if len(held) == 1 else self.best_for(labels) or self.default_scale

    def best_for(self, labels: Collection[str]) -> RatingScale | None:
        """Choose the one scale that holds a column's labels; None when that is not sure.

        Of the scales of plain numbers only the default one is ever chosen: 1 to 4 is read as
        1 to 5 with no 5 given, and 1 to 10 is asked about, because the highest number that
        happens to occur says nothing about the scale. Among the default and the scales of words:

        1. The only scale that holds every label.
        2. Else the only scale that holds more than half of them; the rest are unreadable
           labels. Numbers just outside a scale (0, or one above its top), or below zero, speak
           against it; against a scale of words speaks a word that is a step of another one, and
           two words that it would give one value.
        3. Else none: what fits two scales alike is asked, never guessed. Numbers between two
           labels are held too, but not where no label itself occurs.
        """
        keys = {label_key(label) for label in labels} - {""}
        choices = [scale for scale in self._choices if not self._is_contradicted(scale, keys)]
        most = max((_held(scale, keys) for scale in choices), default=0)
        best = [scale for scale in choices if _held(scale, keys) == most]
        return best[0] if len(best) == 1 and most * 2 > len(keys) else None

    @property
    def _choices(self) -> list[RatingScale]:
        """The scales that may be chosen unasked: the default one and those of words."""
        default = self.default_scale
        every = (one for one in self.scales.values() if one is default or not one.is_numeric)
        return [one for one in every if not one.asked]

    def _is_contradicted(self, scale: RatingScale, keys: set[str]) -> bool:
        """Tell whether a label occurs that says this is another scale."""
        if not scale.is_numeric:
            foreign = any(self.is_step(key) for key in keys if scale.label_of(key) is None)
            return foreign or _merges_words(scale, keys)
        numbers = [number for key in keys if (number := number_in(key)) is not None]
        return any(_is_beside(scale, number) for number in numbers)


def _plain(text: str) -> str:
    """The words of a header and nothing between them."""
    return " ".join(re.findall(r"\w+", header_words(text)))


def _held(scale: RatingScale, keys: set[str]) -> int:
    """Count the labels that the scale reads; none where none of them is a label itself."""
    if not any(scale.label_of(key) for key in keys):
        return 0
    return sum(scale.read(key) is not None for key in keys)


def _merges_words(scale: RatingScale, keys: set[str]) -> bool:
    """Whether two different words of one column would get one value: to be asked, never done."""
    read = [one.value for key in keys if number_in(key) is None and (one := scale.read(key))]
    return len(set(read)) < len(read)


def _is_beside(scale: RatingScale, number: float) -> bool:
    """Whether a number lies just outside a scale of numbers, or below zero."""
    below = scale.lowest - 1 <= number < scale.lowest
    return number < 0 or below or scale.highest < number <= scale.highest + 1

"""`config/ratings.toml`: rating scales, which labels are top, and which scale a column speaks."""

from collections.abc import Collection
from functools import cached_property
from typing import Self

from pydantic import Field, model_validator

from components.settings.section import Ordered, Section, Wrong
from components.settings.spelling import label_key


class RatingLabel(Section):
    """One step of a scale: its value, its word, other spellings, and whether it is top."""

    value: int
    label: str = Field(min_length=1)
    spellings: tuple[str, ...] = ()
    top: bool = False


class RatingScale(Section):
    """Labels from lowest to highest."""

    name: str
    labels: tuple[RatingLabel, ...] = Field(min_length=2)

    @model_validator(mode="after")
    def _ascends(self) -> Self:
        values = [label.value for label in self.labels]
        if values != sorted(set(values)):
            raise Wrong("labels", "List them from lowest to highest, each value once.")
        if not any(label.top for label in self.labels):
            raise Wrong("labels", "Mark at least one with top = true.")
        spelled = [
            key
            for label in self.labels
            for key in {label_key(text) for text in (label.label, *label.spellings)}
        ]
        if len(spelled) != len(set(spelled)):
            raise Wrong("labels", "One spelling stands for two of them.")
        return self

    @cached_property
    def _by_key(self) -> dict[str, RatingLabel]:
        return {
            label_key(text): label
            for label in self.labels
            for text in (label.label, *label.spellings)
        }

    @property
    def lowest(self) -> int:
        """The lowest value."""
        return self.labels[0].value

    @property
    def highest(self) -> int:
        """The highest value."""
        return self.labels[-1].value

    @property
    def values(self) -> tuple[int, ...]:
        """All values, lowest first."""
        return tuple(label.value for label in self.labels)

    @property
    def top_values(self) -> frozenset[int]:
        """The values that count as top."""
        return frozenset(label.value for label in self.labels if label.top)

    @property
    def is_numeric(self) -> bool:
        """Whether the labels themselves are whole numbers."""
        return all(label_key(label.label).isdigit() for label in self.labels)

    def label_of(self, text: str) -> RatingLabel | None:
        """Find the label a text stands for; None when it stands for none."""
        return self._by_key.get(label_key(text))

    def label_for(self, value: int) -> str:
        """Give the word of a value; the number itself where the scale has no word for it."""
        return next((one.label for one in self.labels if one.value == value), str(value))


class RatingScales(Section):
    """All scales, the default one, and how old a rating may be to count as the latest."""

    default: str
    latest_review_months: int = Field(ge=1, le=60)
    ask_when_top_share_above: float = Field(gt=0, le=1)
    scales: Ordered[RatingScale] = Field(min_length=1)

    @model_validator(mode="after")
    def _default_exists(self) -> Self:
        if self.default not in self.scales:
            raise Wrong("default", f"Name one of the scales: {', '.join(self.scales)}.")
        return self

    @property
    def default_scale(self) -> RatingScale:
        """The scale of plain numbers that fit several scales."""
        return self.scales[self.default]

    def key_of(self, scale: RatingScale) -> str:
        """Give the key of a scale in config/ratings.toml."""
        return next(key for key, known in self.scales.items() if known == scale)

    def best_for(self, labels: Collection[str]) -> RatingScale | None:
        """Choose the one scale that holds a column's labels; None when that is not sure.

        Of the scales of plain numbers only the default one is ever chosen: 1 to 4 is read as
        1 to 5 with no 5 given, and 1 to 10 is asked about, because the highest number that
        happens to occur says nothing about the scale. Among the default and the scales of words:

        1. The only scale that holds every label.
        2. Else the only scale that holds more than half of them; the rest are unreadable
           labels. Numbers just outside a scale (0, or one above its top) speak against it.
        3. Else none: what fits two scales alike is asked, never guessed.
        """
        keys = {label_key(label) for label in labels} - {""}
        choices = [scale for scale in self._choices if not _is_contradicted(scale, keys)]
        most = max((_held(scale, keys) for scale in choices), default=0)
        best = [scale for scale in choices if _held(scale, keys) == most]
        return best[0] if len(best) == 1 and most * 2 > len(keys) else None

    @property
    def _choices(self) -> list[RatingScale]:
        """The scales that may be chosen unasked: the default one and those of words."""
        default = self.default_scale
        return [one for one in self.scales.values() if one is default or not one.is_numeric]


def _held(scale: RatingScale, keys: set[str]) -> int:
    """Count the labels that the scale holds."""
    return sum(scale.label_of(key) is not None for key in keys)


def _is_contradicted(scale: RatingScale, keys: set[str]) -> bool:
    """Tell whether a number just below or above a numeric scale occurs."""
    beside = {str(scale.lowest - 1), str(scale.highest + 1)}
    return scale.is_numeric and bool(beside & keys)

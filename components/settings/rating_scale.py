"""One rating scale: its steps from lowest to highest, and how a text is read on it."""

import re
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple, Self

from pydantic import Field, model_validator

from components.settings.section import Section, Wrong
from components.settings.spelling import label_key

_NUMBER = re.compile(r"[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)")
_MAYBE_GROUPED = re.compile(r"[+-]?\d{1,3},\d{3}")


def number_in(text: str) -> float | None:
    """The number a label is, or None; a comma before exactly three digits may group thousands.

    >>> number_in("3.5"), number_in("3,5"), number_in("-1"), number_in("3,500"), number_in("B2")
    (3.5, 3.5, -1.0, None, None)
    """
    key = label_key(text)
    if not _NUMBER.fullmatch(key) or _MAYBE_GROUPED.fullmatch(key):
        return None
    return float(key.replace(",", "."))


class Rated(NamedTuple):
    """What a text is on a scale: its value, and whether it counts as top."""

    value: float
    top: bool


class RatingLabel(Section):
    """One step of a scale: its value, its word, other spellings, and whether it is top."""

    value: int
    label: str = Field(min_length=1)
    spellings: tuple[str, ...] = ()
    top: bool = False


class RatingScale(Section):
    """Labels from lowest to highest; one that is `asked` is used only where a person says so."""

    name: str
    labels: tuple[RatingLabel, ...] = Field(min_length=2)
    asked: bool = False

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
            for key in {_key(text) for text in (label.label, *label.spellings)}
        ]
        if len(spelled) != len(set(spelled)):
            raise Wrong("labels", "One spelling stands for two of them.")
        return self

    @cached_property
    def _by_key(self) -> dict[str, RatingLabel]:
        return {
            _key(text): label for label in self.labels for text in (label.label, *label.spellings)
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
        return self._by_key.get(_key(text))

    def label_for(self, value: int) -> str:
        """Give the word of a value; the number itself where the scale has no word for it."""
        return next((one.label for one in self.labels if one.value == value), str(value))

    def read(self, text: str) -> Rated | None:
        """Read a text: a label, or a number between two labels that are numbers; else None.

        Between two labels the value lies as far from each as the number does, and it is top
        where both are. Only scales on which one more is one step (or one step less) have
        numbers between labels; elsewhere what lies between is for a person to say.
        """
        label = self.label_of(text)
        if label is not None:
            return Rated(float(label.value), label.top)
        number = number_in(text)
        return None if number is None else self._between(number)

    def _between(self, number: float) -> Rated | None:
        for (low, one), (high, other) in self._neighbours:
            if low < number < high:
                step = (other.value - one.value) / (high - low)
                return Rated(round(one.value + step * (number - low), 9), one.top and other.top)
        return None

    @cached_property
    def _neighbours(self) -> tuple[tuple[tuple[float, RatingLabel], ...], ...]:
        """Labels that are numbers, in pairs of neighbours; none where a step is not one."""
        given = [(number_in(label.label), label) for label in self.labels]
        numbered = [(number, label) for number, label in given if number is not None]
        if len(numbered) < len(given):
            return ()
        ascending = sorted(numbered, key=lambda one: one[0])
        pairs = tuple(pairwise(ascending))
        steps = {(b.value - a.value) / (high - low) for (low, a), (high, b) in pairs}
        return pairs if steps in ({1.0}, {-1.0}) else ()


def _key(text: str) -> str:
    """Spellings of one label alike; 0.2 and "0,20" too."""
    number = number_in(text)
    return label_key(text) if number is None else f"{round(number, 9):.9g}"

"""`[nine_box]` of `config/ratings.toml`: how a combined label says performance and potential."""

import re
from typing import Self

from pydantic import Field, model_validator

from components.settings.section import Ordered, Section, Wrong
from components.settings.spelling import header_words, label_key

PREFIX = "nine_box:"
"""Stands before the name of a layout where an answer names one as the scale of a column."""

PERFORMANCE_FIRST, POTENTIAL_FIRST = "performance-first", "potential-first"
_BOXES = 9
_IN_BRACKETS = re.compile(r"[\[(]\s*([^\[\](),/|;]+?)\s*[,/|;]\s*([^\[\](),/|;]+?)\s*[\])]\s*$")
_BARE = re.compile(r"([^\[\](),/|;]+?)\s*[,/|;]\s*([^\[\](),/|;]+?)")

Box = tuple[int, int]
"""Performance and potential, each 1 (low) to 3 (high)."""


class Layout(Section):
    """Which box is which: `boxes` in the order of their numbers 1 to 9, `labels` by word."""

    name: str
    boxes: tuple[Box, ...] = ()
    labels: dict[str, Box] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _says_every_box(self) -> Self:
        if self.boxes and len(set(self.boxes)) != _BOXES:
            raise Wrong("boxes", "Give nine different pairs of performance and potential.")
        if not self.boxes and not self.labels:
            raise Wrong("boxes", "Give nine pairs, or labels with a pair each.")
        if any(not 1 <= part <= 3 for box in (*self.boxes, *self.labels.values()) for part in box):
            raise Wrong("boxes", "Performance and potential run from 1 to 3.")
        return self

    def box_of(self, text: str) -> Box | None:
        """Performance and potential of a number from 1 to 9, or of a word."""
        key = label_key(text)
        if key.isdigit() and 1 <= int(key) <= len(self.boxes):
            return self.boxes[int(key) - 1]
        return next((box for word, box in self.labels.items() if label_key(word) == key), None)


class NineBox(Section):
    """The scale of the two parts, the words for each, and the layouts a person can choose."""

    scale: str = ""
    performance: tuple[str, ...] = ()
    potential: tuple[str, ...] = ()
    layouts: Ordered[Layout] = Field(default_factory=dict)

    def order_in(self, header: str) -> str:
        """Which part a header names first; empty where it does not name both."""
        words = header_words(header)
        first, second = _place(self.performance, words), _place(self.potential, words)
        if first < 0 or second < 0:
            return ""
        return PERFORMANCE_FIRST if first < second else POTENTIAL_FIRST

    def parts_of(self, label: str) -> tuple[str, str] | None:
        """The two parts that stand in a label, in its order: "Top Talent [H,H]", "High/Low"."""
        found = _IN_BRACKETS.search(label) or _BARE.fullmatch(label.strip())
        return (found[1], found[2]) if found else None

    def named_parts(self, label: str) -> tuple[str, str] | None:
        """Performance and potential of a label that names both: "High performance / low …"."""
        parts = self.parts_of(label)
        order = self.order_in(f"{parts[0]} / {parts[1]}") if parts else ""
        if parts is None or not order:
            return None
        bare = tuple(self._without_names(part) for part in parts)
        return (bare[0], bare[1]) if order == PERFORMANCE_FIRST else (bare[1], bare[0])

    def _without_names(self, part: str) -> str:
        kept = (word for word in part.split() if label_key(word) not in self._names)
        return " ".join(kept)

    @property
    def _names(self) -> frozenset[str]:
        return frozenset(label_key(word) for word in (*self.performance, *self.potential))


def _place(words: tuple[str, ...], text: str) -> int:
    """Where the first of the words stands in a text; −1 where none does."""
    spoken = re.findall(r"\w+", text)
    places = [spoken.index(word) for word in map(header_words, words) if word in spoken]
    return min(places, default=-1)

"""`config/levels.toml`: which of two levels is higher, and when that can't be known."""

import re
from collections import Counter
from collections.abc import Collection
from functools import cached_property
from typing import Literal, NamedTuple, Self

from pydantic import Field, model_validator

from components.settings.section import Ordered, Section, Wrong
from components.settings.spelling import label_key

PLAIN = "numbers"
ANSWERED = "answered"
_NUMBERED = re.compile(r"^([^\W\d_]+(?: [^\W\d_]+)?)?[ _-]?(\d{1,3})(?: ?[-–:] ?[^\d].*)?$")


class Step(NamedTuple):
    """A place on a ladder; only steps of one ladder can be compared."""

    ladder: str
    step: int


class Ladder(Section):
    """Labels from low to high; a label may carry other spellings."""

    labels: tuple[str, ...] = Field(min_length=2)
    spellings: dict[str, tuple[str, ...]] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _spells_known_labels(self) -> Self:
        strange = sorted(set(self.spellings) - set(self.labels))
        if strange:
            raise Wrong("spellings", f"Not among the labels: {', '.join(strange)}.")
        return self


class Levels(Section):
    """Ladders of words, the rule for numbers with or without a prefix, and what was answered.

    `answered` are labels from low to high in the order a person gave; it wins over everything
    else, so labels in it are never compared with labels that are not.
    """

    top: Literal["highest", "lowest"]
    like_numbers: tuple[str, ...]
    prefixes: Ordered[tuple[str, ...]]
    ladders: Ordered[Ladder]
    runs_down: tuple[str, ...] = ()
    top_titles: tuple[str, ...] = ()
    answered: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _says_each_label_once(self) -> Self:
        words = Counter(
            label_key(text)
            for ladder in self.ladders.values()
            for label in ladder.labels
            for text in {label, *ladder.spellings.get(label, ())}
        )
        twice = sorted(word for word, count in words.items() if count > 1)
        if twice:
            raise Wrong("ladders", f"On two ladders or twice on one: {', '.join(twice)}.")
        return self

    @cached_property
    def _listed(self) -> dict[str, Step]:
        return {
            label_key(text): Step(name, position)
            for name, ladder in self.ladders.items()
            for position, label in enumerate(ladder.labels, start=1)
            for text in (label, *ladder.spellings.get(label, ()))
        }

    @cached_property
    def _prefix_ladder(self) -> dict[str, str]:
        plain = {label_key(word): PLAIN for word in self.like_numbers}
        return plain | {
            label_key(word): name for name, words in self.prefixes.items() for word in words
        }

    @cached_property
    def _answered(self) -> dict[str | Step, Step]:
        """Answered labels, and the steps they had before: "Sr" goes where "Senior" was put."""
        steps = {label: Step(ANSWERED, place) for place, label in enumerate(self.answered, start=1)}
        same = {self._configured(label): step for label, step in steps.items()}
        before = {one: step for one, step in same.items() if one is not None}
        return before | {label_key(label): step for label, step in steps.items()}

    def step_of(self, label: str) -> Step | None:
        """Place one label: where an answer puts it, else on a ladder, else by its number.

        The rule for numbers: an optional prefix of letters, an optional space, - or _, then a
        whole number, then optionally a dash and words ("PT5 - Principal"). The prefix must be
        listed; without one, or with one of `like_numbers`, it is a plain number.
        """
        configured = self._configured(label)
        said = self._answered.get(label_key(label))
        if said is None and configured is not None:
            said = self._answered.get(configured)
        return said or configured

    def _configured(self, label: str) -> Step | None:
        """Where the settings place a label, whatever was answered."""
        key = label_key(label)
        if key in self._listed:
            return self._listed[key]
        numbered = _NUMBERED.match(key)
        if numbered is None:
            return None
        prefix, number = numbered.group(1), int(numbered.group(2))
        ladder = self._prefix_ladder.get(prefix) if prefix else PLAIN
        if ladder is None:
            return None
        return Step(ladder, -number if ladder == PLAIN and self.top == "lowest" else number)

    def steps(self, labels: Collection[str]) -> dict[str, Step | None]:
        """Place every label; compare two steps only where their ladder is the same."""
        return {label: self.step_of(label) for label in labels}

    def rank(self, labels: Collection[str]) -> dict[str, int | None]:
        """Order a column's labels on the one ladder that holds most of them.

        A label on another ladder, or on none, has no rank: a change of it is a change, but
        whether it is a promotion is unknown. A tie between two ladders orders neither.
        """
        steps = self.steps(labels)
        ladders = Counter(step.ladder for step in steps.values() if step)
        most = [name for name, count in ladders.items() if count == max(ladders.values())]
        main = most[0] if len(most) == 1 else None
        return {
            label: step.step if step and step.ladder == main else None
            for label, step in steps.items()
        }

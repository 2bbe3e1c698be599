"""`config/competencies.toml`: the competencies, their order, and what each level asks for."""

from functools import cached_property
from typing import Self

from pydantic import Field, model_validator

from components.settings.section import Ordered, Section, Wrong
from components.settings.spelling import header_key, label_key

NOT_REQUIRED = 0


class Competency(Section):
    """One competency: name, meaning, other names, and the target by track and level."""

    name: str = Field(min_length=1)
    meaning: str
    aliases: tuple[str, ...] = ()
    targets: dict[str, tuple[int, ...]] = Field(default_factory=dict)


class Framework(Section):
    """Competencies in the order in which they are shown."""

    lowest: int
    highest: int
    levels: tuple[str, ...]
    competencies: Ordered[Competency]

    @model_validator(mode="after")
    def _targets_fit(self) -> Self:
        for key, competency in self.competencies.items():
            for track, targets in competency.targets.items():
                where = f"competencies.{key}.targets.{track}"
                if len(targets) != len(self.levels):
                    raise Wrong(where, f"Give {len(self.levels)} targets, one for each level.")
                if any(one != NOT_REQUIRED and not self.is_score(one) for one in targets):
                    raise Wrong(where, f"Stay between {self.lowest} and {self.highest}, or 0.")
        return self

    @model_validator(mode="after")
    def _names_each_once(self) -> Self:
        seen: dict[str, str] = {}
        for key, competency in self.competencies.items():
            for text in (competency.name, *competency.aliases):
                if seen.setdefault(header_key(text), key) != key:
                    taken = seen[header_key(text)]
                    raise Wrong(f"competencies.{key}", f'"{text}" already stands for {taken}.')
        return self

    @cached_property
    def _by_key(self) -> dict[str, Competency]:
        return {
            header_key(text): competency
            for key, competency in self.competencies.items()
            for text in (key, competency.name, *competency.aliases)
        }

    @property
    def names(self) -> tuple[str, ...]:
        """The names in framework order."""
        return tuple(competency.name for competency in self.competencies.values())

    def is_score(self, score: float) -> bool:
        """Tell whether a score lies on the scale."""
        return self.lowest <= score <= self.highest

    def named(self, text: str) -> Competency | None:
        """The competency a header or value stands for, by name, key or alias."""
        return self._by_key.get(header_key(text))

    def target(self, competency: str, *, level: str, track: str) -> int | None:
        """The required score; 0 when it isn't required, None when nothing is set.

        `level` is a label of `levels`, also written "Level 4" or "L4".
        """
        known = self.named(competency)
        targets = known.targets.get(label_key(track)) if known else None
        position = self._position(level)
        return None if targets is None or position is None else targets[position]

    def level_after(self, level: str) -> str | None:
        """The level above; None above the highest, and of a level that is not in the framework."""
        position = self._position(level)
        if position is None or position + 1 >= len(self.levels):
            return None
        return self.levels[position + 1]

    def _position(self, level: str) -> int | None:
        keys = [label_key(label) for label in self.levels]
        key = label_key(level)
        bare = key.removeprefix("level").removeprefix("l").strip()
        return next((keys.index(one) for one in (key, bare) if one in keys), None)

"""Chance for one table: a generator of its own, so that tables don't disturb one another."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypeVar

import numpy as np

from sample_data.company import SEED

_T = TypeVar("_T")


class Dice:
    """Seeded draws; the same name gives the same draws."""

    def __init__(self, name: str) -> None:
        """A generator seeded by the name of the table."""
        self.rng = np.random.default_rng([SEED, *name.encode()])

    def chance(self, share: float) -> bool:
        """True with that probability."""
        return bool(self.rng.random() < share)

    def pick(self, options: Sequence[_T], shares: Sequence[float] | None = None) -> _T:
        """One of the options."""
        return options[int(self.rng.choice(len(options), p=shares))]

    def some(self, options: Sequence[_T], count: int) -> list[_T]:
        """Different ones of the options, in their order."""
        chosen = self.rng.choice(len(options), size=min(count, len(options)), replace=False)
        return [options[number] for number in sorted(chosen)]

    def day(self, first: date, last: date) -> date:
        """A day between two days, both included."""
        return first + timedelta(days=int(self.rng.integers(0, (last - first).days + 1)))

    def whole(self, low: int, high: int) -> int:
        """A whole number between two, both included."""
        return int(self.rng.integers(low, high + 1))

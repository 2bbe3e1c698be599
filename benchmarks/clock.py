"""Wall time and processor time of a call, its child processes included."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from statistics import median
from time import perf_counter
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds by the clock, and seconds of processor time."""

    wall: float
    cpu: float

    @property
    def words(self) -> str:
        """Both, for a note.

        >>> Spent(1.234, 2.0).words
        '1.23 s, CPU 2.00 s'
        """
        return f"{self.wall:.2f} s, CPU {self.cpu:.2f} s"


def spent(call: Callable[[], T]) -> tuple[T, Spent]:
    """What the call gives, and what it took."""
    worked, started = _cpu(), perf_counter()
    found = call()
    return found, Spent(perf_counter() - started, _cpu() - worked)


def middle(rounds: Iterable[Spent]) -> Spent:
    """The median of each."""
    held = list(rounds)
    return Spent(median(one.wall for one in held), median(one.cpu for one in held))


def _cpu() -> float:
    used = (getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)

"""Who may read now: so many children at once in the whole process, whoever uploads."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition


class Turns:
    """A queue at one door: at most so many are inside, the others wait."""

    def __init__(self) -> None:
        self._moved = Condition()
        self._inside = 0

    @contextmanager
    def one(self, most: int) -> Iterator[None]:
        """Wait until fewer than `most` are inside, and be inside for a while."""
        with self._moved:
            self._moved.wait_for(lambda: self._inside < most)
            self._inside += 1
        try:
            yield
        finally:
            with self._moved:
                self._inside -= 1
                self._moved.notify_all()

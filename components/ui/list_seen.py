"""The list of people a person last looked at, so that Previous and Next walk through it."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from components.ui import session
from components.ui.view import View

LIST = "list_seen"


@dataclass(frozen=True, slots=True)
class ListSeen:
    """People in the order in which they were shown, and what the list was of."""

    words: str
    persons: Sequence[int]

    def place(self, person: int) -> int | None:
        """Where the person stands in the list, from 0; nothing where not in it."""
        return self.persons.index(person) if person in self.persons else None


def remember_list(view: View, words: str, persons: Iterable[int]) -> None:
    """Keep a list; it holds as long as data, day and filters stay the same."""
    session.remember(LIST, (_stamp(view), words, array("i", persons)))


def list_seen(view: View) -> ListSeen:
    """The list last seen, or everybody shown where there is none."""
    stamp, words, persons = session.recall(LIST, ("", "", array("i")))
    if stamp == _stamp(view):
        return ListSeen(words, persons)
    return ListSeen("people", array("i", view.people["person"].tolist()))


def _stamp(view: View) -> str:
    return f"{view.version.name} {view.as_of} {view.selection.key}"

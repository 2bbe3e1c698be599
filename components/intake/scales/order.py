"""In which order labels are shown and proposed: by number, by letter, by known words."""

import re
from collections.abc import Sequence
from enum import StrEnum

from components.settings import Settings, label_key, number_in

_PREFIXED = re.compile(r"([^\W\d_]+)[ _-]?(\d{1,3})")
_LETTER = re.compile(r"[a-h]")


class By(StrEnum):
    """What an order was taken from."""

    NUMBER = "number"
    PREFIX = "prefix"
    LETTER = "letter"
    WORD = "word"


Place = tuple[By, float]
"""What places a label, and where; only places by the same thing can be compared."""


def places(labels: Sequence[str], settings: Settings) -> list[Place | None]:
    """For each label its place; None where nothing is known of it.

    Numbers ascend; letters descend, A being taken for the highest; one prefix before numbers
    ("ML1") is left aside; words stand where config/ratings.toml lists them.
    """
    return [_place(label, settings) for label in labels]


def same_prefix(labels: Sequence[str]) -> bool:
    """Whether all labels have the same word before their number."""
    found = [_PREFIXED.fullmatch(label_key(label)) for label in labels]
    return len({one[1] for one in found if one}) == 1 and all(found)


def _place(label: str, settings: Settings) -> Place | None:
    key, number = label_key(label), number_in(label)
    if number is not None:
        return By.NUMBER, number
    if _LETTER.fullmatch(key):
        return By.LETTER, -float(ord(key))
    rank = settings.ratings.rank_of(label)
    if rank is not None:
        return By.WORD, float(rank)
    prefixed = _PREFIXED.fullmatch(key)
    return (By.PREFIX, float(prefixed[2])) if prefixed else None

"""Texts that are read, and stand out so much that their cells are listed."""

import re
from collections.abc import Callable, Mapping, Sequence
from enum import Enum

import numpy as np

from components.intake.values.distinct import Mask
from components.intake.values.hints import Hints, Unread
from components.intake.values.number_marks import Marks
from components.intake.values.numbers import without_sign
from components.tables.fields import Kind


class Doubt(Enum):
    """Why a text that was read is listed, by the code of its problem.

    A mark before exactly three digits where no other number is so exact; a broken number of
    months, of which the completed ones count; a 0 that stands for no manager.
    """

    MARK = "mark_doubtful"
    MONTHS = "months_broken"
    NOBODY = "manager_zero"


Found = Callable[[Sequence[str], Hints], frozenset[str]]
_THREE_DIGITS = re.compile(r"[.,]\d{3}(?!\d)")
_IN_MONTHS = "months"
_NUMBERS = frozenset({Kind.NUMBER, Kind.WHOLE, Kind.PERCENT, Kind.MONTHS, Kind.RATING})


def doubts(words: Sequence[str], hints: Hints) -> dict[Doubt, Mask]:
    """Per doubt about numbers the texts it is about; empty where none stands out."""
    found = {doubt: some(words, hints) for doubt, some in _DOUBTS.items()}
    return {
        doubt: np.fromiter((word in some for word in words), dtype=np.bool_, count=len(words))
        for doubt, some in found.items()
        if some
    }


def _marks(words: Sequence[str], hints: Hints) -> frozenset[str]:
    if hints.field.kind not in _NUMBERS or not any(map(_THREE_DIGITS.search, words)):
        return frozenset()
    plain = {word: without_sign(word) for word in words}
    doubtful = Marks.of(plain.values(), hints).doubtful()
    return frozenset(word for word in words if plain[word] in doubtful)


def _months(words: Sequence[str], hints: Hints) -> frozenset[str]:
    unit = hints.detail.get("unit") or hints.how or _IN_MONTHS
    if hints.field.kind is not Kind.MONTHS or unit != _IN_MONTHS:
        return frozenset()
    read = Marks.of(words, hints).read
    numbers = {word: one for word in words if not isinstance(one := read(word), Unread)}
    return frozenset(word for word, number in numbers.items() if number % 1)


_DOUBTS: Mapping[Doubt, Found] = {
    Doubt.MARK: _marks,
    Doubt.MONTHS: _months,
}

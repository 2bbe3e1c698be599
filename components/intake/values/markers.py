"""Texts that stand again and again where another kind of value is meant, as "k. A." in dates."""

from collections.abc import Sequence
from typing import Any

from components.intake.values.hints import UNREAD, Unread

_OFTEN = 3
"""In so many cells a word is no slip."""
_SHORT = 30
"""No marker is longer; a longer text is a remark."""


def with_markers(found: Sequence[Any], words: Sequence[str], counts: Sequence[int]) -> list[Any]:
    """What was read of distinct texts, words that often stand there as `Unread.MARKER`.

    Only in a column of which something else can be read: else it is a column of another kind.
    """
    if not any(value is not None and not isinstance(value, Unread) for value in found):
        return list(found)
    return [
        Unread.MARKER if value is UNREAD and count >= _OFTEN and _is_word(word) else value
        for value, word, count in zip(found, words, counts, strict=True)
    ]


def _is_word(text: str) -> bool:
    return len(text) <= _SHORT and not any(sign.isdigit() for sign in text)

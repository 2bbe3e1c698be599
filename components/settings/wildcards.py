"""Spellings with a *: it stands for further words, never for letters inside one.

In a code, which is written without small letters, what stands behind a * may go on in the same
word: PROM* is PROMO01, but not "promtoin". In a word it would read typing mistakes as if they
were none.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from components.settings.spelling import label_key

_GAPS = str.maketrans(dict.fromkeys("_-\N{EN DASH}\N{HYPHEN}\N{NON-BREAKING HYPHEN}", " "))
_STARTS, _ENDS = r"(?<![^\W_])", r"(?![^\W_])"


def plain_words(text: str) -> str:
    """One spelling for codes and words: _, dashes and spaces are alike.

    >>> plain_words("Job_Change – other")
    'job change other'
    """
    return " ".join(label_key(text).translate(_GAPS).split())


@dataclass(frozen=True)
class Wildcard:
    """A spelling with a *; each piece of it begins where a word begins and ends where one ends.

    >>> prom = Wildcard("*PROM*")
    >>> [prom.fits(text) for text in ("PROMO01", "EMPL_PROM", "prom 2", "promtoin", "xPROM")]
    [True, True, True, False, False]
    """

    spelling: str

    def fits(self, text: str) -> bool:
        """Whether a text is spelled so."""
        shape = self._of_words if any(map(str.islower, text)) else self._of_codes
        return shape.fullmatch(plain_words(text)) is not None

    @cached_property
    def _of_words(self) -> re.Pattern[str]:
        return self._shape(_ENDS)

    @cached_property
    def _of_codes(self) -> re.Pattern[str]:
        return self._shape("")

    def _shape(self, ends: str) -> re.Pattern[str]:
        first, *others = plain_words(self.spelling).split("*")
        shape = re.escape(first)
        for before, piece in pairwise((first, *others)):
            shape += (ends if before[-1:].isalnum() else "") + ".*"
            shape += (_STARTS if piece[:1].isalnum() else "") + re.escape(piece)
        return re.compile(shape)

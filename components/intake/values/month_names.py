"""The names of months in the languages that files come in, from the Unicode locale data."""

import unicodedata
from collections.abc import Mapping
from functools import cache

from babel.dates import get_month_names

_LOCALES = (
    *("en", "en_GB", "en_AU", "en_CA", "de", "de_AT"),
    *("fr", "fr_CA", "es", "es_MX", "pt", "pt_PT"),
)
_ALSO = {"maerz": 3, "jaenner": 1}
"""Umlauts spelled out, as systems without them write."""


def month_number(name: str) -> int | None:
    """The month of a name or its short form, however accents and case stand.

    >>> month_number("März"), month_number("févr"), month_number("SEPT"), month_number("week")
    (3, 2, 9, None)
    """
    return _months().get(_plain(name))


@cache
def _months() -> Mapping[str, int]:
    """Every name; one that stands for different months in two languages is left out."""
    found = dict(_ALSO)
    doubtful = set()
    for locale in _LOCALES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, locale).items():
                    if found.setdefault(_plain(name), number) != number:
                        doubtful.add(_plain(name))
    return {name: number for name, number in found.items() if name not in doubtful}


def _plain(name: str) -> str:
    parts = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign)).strip(". ")

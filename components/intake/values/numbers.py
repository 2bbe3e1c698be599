"""Numbers, whole numbers and percentages; the column's own evidence settles the comma."""

import math
import re
from collections.abc import Callable, Sequence

from components.intake.values.hints import UNREAD, Hints, Unread
from components.tables import columns as col

_SIGNS = re.compile(r"^[$€£¥\s\u00a0\u202f]+|[$€£¥\s\u00a0\u202f]+$")
_SPACES = re.compile(r"(?<=\d)[\s\u00a0\u202f'’](?=\d{3}(?:\D|$))")
_POINT = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_COMMA = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+),\d+")
_POINT_GROUPED = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+")
_BIGGEST = 2**31 - 1
_SURELY_GROUPED = 3
"""So many distinct values, each comma before exactly three digits, are no chance."""

Read = Callable[[str], float | Unread]


def number_reader(words: Sequence[str], hints: Hints) -> Read:
    """A reader of this column's numbers, shares of a full-time job on 0 to 1 among them."""
    plain = _plain_reader(words)
    if hints.field.name != col.FTE:
        return plain
    percent = hints.detail.get("unit") == "percent" or _tops_at_100(words, plain)
    return lambda word: _share(word, plain, percent=percent)


def whole_reader(words: Sequence[str], _: Hints) -> Callable[[str], int | Unread]:
    """A reader of whole numbers: 3 and 3.0, never 3.5."""
    plain = _plain_reader(words)

    def read(word: str) -> int | Unread:
        number = plain(word)
        if isinstance(number, Unread) or number % 1 or abs(number) > _BIGGEST:
            return UNREAD
        return int(number)

    return read


def percent_reader(words: Sequence[str], hints: Hints) -> Read:
    """A reader of percentages: 85, "85 %", and 0.85 where the whole column is such shares."""
    plain = _plain_reader([word.rstrip("% ") for word in words])
    shares = hints.detail.get("unit") == "share" or _are_shares(words, plain)

    def read(word: str) -> float | Unread:
        number = plain(word.rstrip("% "))
        if isinstance(number, Unread):
            return UNREAD
        return round(number * 100, 9) if shares and "%" not in word else number

    return read


def _plain_reader(words: Sequence[str]) -> Read:
    bare = [_bare(word) for word in words]
    comma_decimal = _has_decimal_commas(bare)
    grouped = not comma_decimal and _has_grouping_commas(bare)

    def read(word: str) -> float | Unread:
        text = _bare(word)
        if comma_decimal and ("," in text or _POINT_GROUPED.fullmatch(text)):
            text = text.replace(".", "").replace(",", ".")
        elif grouped and _GROUPED.fullmatch(text):
            text = text.replace(",", "")
        number = float(text) if _POINT.fullmatch(text) else math.inf
        return number if math.isfinite(number) else UNREAD

    return read


def _bare(word: str) -> str:
    return _SPACES.sub("", _SIGNS.sub("", word)).replace("−", "-")


def _has_decimal_commas(words: Sequence[str]) -> bool:
    """A comma that can only be a decimal comma, and none that can't be one.

    >>> _has_decimal_commas(["8,00", "1.250,50"]), _has_decimal_commas(["1,250.50"])
    (True, False)
    """
    commas = [word for word in words if "," in word]
    surely = any(_COMMA.fullmatch(word) and not _GROUPED.fullmatch(word) for word in commas)
    return surely and all(_COMMA.fullmatch(word) for word in commas)


def _has_grouping_commas(words: Sequence[str]) -> bool:
    commas = [word for word in words if "," in word]
    fitting = [word for word in commas if _GROUPED.fullmatch(word)]
    surely = any("." in word or word.count(",") > 1 for word in fitting)
    return len(fitting) == len(commas) and (surely or len(fitting) >= _SURELY_GROUPED)


def _tops_at_100(words: Sequence[str], plain: Read) -> bool:
    numbers = [number for number in map(plain, words) if not isinstance(number, Unread)]
    return bool(numbers) and max(numbers) == 100 and not any(0 < n <= 1 for n in numbers)


def _share(word: str, plain: Read, *, percent: bool) -> float | Unread:
    marked = word.endswith("%")
    number = plain(word.rstrip("% "))
    if isinstance(number, Unread):
        return UNREAD
    share = number / 100 if marked or percent else number
    return share if 0 <= share <= 1.5 else UNREAD


def _are_shares(words: Sequence[str], plain: Read) -> bool:
    """All at most 2 and some broken: a spreadsheet keeps 85 % as 0.85."""
    numbers = [number for number in map(plain, words) if not isinstance(number, Unread)]
    broken = any(number % 1 for number in numbers)
    return broken and max(numbers) <= 2 and not any("%" in word for word in words)

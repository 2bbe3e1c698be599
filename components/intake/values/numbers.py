"""Numbers, whole numbers and percentages; the column's own evidence settles the comma."""

from collections.abc import Callable, Iterable, Sequence

from components.intake.values.hints import UNREAD, Hints, Unread
from components.intake.values.number_marks import Marks

_BIGGEST = 2**31 - 1

Read = Callable[[str], float | Unread]


def number_reader(words: Sequence[str], hints: Hints) -> Read:
    """A reader of this column's numbers.

    A text that is a number in one reading is read, whatever stands in the rest of the column.
    What the mark in 1.234 means comes from the plan, else from the values that allow only one
    meaning, else from what the field can hold; where nothing tells, it is `Unread.DECIMAL`.
    """
    return Marks.of(words, hints).read


def whole_reader(words: Sequence[str], hints: Hints) -> Callable[[str], int | Unread]:
    """A reader of whole numbers: 3 and 3.0, never 3.5."""
    plain = number_reader(words, hints)

    def read(word: str) -> int | Unread:
        number = plain(word)
        if isinstance(number, Unread):
            return number
        return UNREAD if number % 1 or abs(number) > _BIGGEST else int(number)

    return read


def percent_reader(words: Sequence[str], hints: Hints) -> Read:
    """A reader of percentages: 85, "85 %", and 0.85 where the whole column is such shares.

    Where the plan does not say it and 1 may be one percent or all, it is `Unread.SHARE`.
    """
    plain = number_reader([without_sign(word) for word in words], hints)
    unit = hints.detail.get("unit") or _unit(words, plain)

    def read(word: str) -> float | Unread:
        number = plain(without_sign(word))
        if isinstance(number, Unread) or word.endswith("%") or unit == "percent":
            return number
        if unit == "share":
            return round(number * 100, 9)
        return Unread.SHARE if 0 < abs(number) <= _SHARES else number

    return read


_SHARES = 2
"""Goals may be passed: a share of up to 2 is a share."""


def without_sign(word: str) -> str:
    """A percentage without its sign."""
    return word.rstrip("% ")


def numbers_in(words: Iterable[str], plain: Read) -> list[float]:
    """The numbers among texts without a percent sign."""
    found = (plain(word) for word in words if not word.endswith("%"))
    return [number for number in found if not isinstance(number, Unread)]


def _unit(words: Sequence[str], plain: Read) -> str:
    """Share, percent, or nothing where a few bare numbers may be either."""
    numbers = numbers_in(words, plain)
    some = [number for number in numbers if number]
    if not some or max(some) > _SHARES:
        return "percent" if all(number >= 1 for number in some) else ""
    broken = any(number % 1 for number in some)
    return "share" if broken and not any(word.endswith("%") for word in words) else ""

"""The share of a full-time job: from shares, percentages, or weekly hours."""

from collections.abc import Callable, Sequence

from components.intake.values.hints import UNREAD, Hints, Unread
from components.intake.values.numbers import number_reader, numbers_in, without_sign

_MOST_SHARE = 1.5
"""No share of a full-time job is bigger; a bigger number counts something else."""
_MOST_HOURS = 60
"""No weekly hours of a contract are more; a bigger number is a percentage."""
_ALL, _FEW = 100, 0.1
"""Per cent of a full-time job; few work more."""

Read = Callable[[str], float | Unread]


def full_time_reader(words: Sequence[str], hints: Hints) -> Read:
    """A reader of 1, 0.8, "80 %", 80 or, where the hours of a full-time job are said, 40.

    Numbers that may be weekly hours are `Unread.FULL_TIME` until then.
    """
    plain = number_reader([without_sign(word) for word in words], hints)
    unit = hints.detail.get("unit") or _unit(numbers_in(words, plain))
    whole = {"percent": 100.0, "hours": float(hints.detail.get("full_time", 0))}.get(unit, 1.0)

    def read(word: str) -> float | Unread:
        number = plain(without_sign(word))
        if isinstance(number, Unread):
            return number
        if word.endswith("%"):
            return _share(number / 100)
        return _share(number / whole) if whole else Unread.FULL_TIME

    return read


def _unit(numbers: Sequence[float]) -> str:
    """Shares where one is small enough; percent where some are too big for hours of a week.

    Where many are more than 100, they may be hours of a month.

    >>> _unit([1, 0.8]), _unit([100, 80]), _unit([40, 37.5]), _unit([1, 80]), _unit([160, 80])
    ('share', 'percent', 'hours', 'share', 'hours')
    """
    some = [number for number in numbers if number > 0]
    if not some or min(some) <= _MOST_SHARE:
        return "share"
    over = sum(number > _ALL for number in some)
    return "percent" if max(some) > _MOST_HOURS and over <= _FEW * len(some) else "hours"


def _share(share: float) -> float | Unread:
    return round(share, 9) if 0 <= share <= _MOST_SHARE else UNREAD

"""Columns that make up a field in a stated way: "Is active" yes, birth date, age."""

from collections.abc import Callable
from datetime import date

from components.intake.values.hints import UNREAD, Hints, Unread
from components.intake.values.words import read_choice

_YES_NO: dict[str, tuple[str | None, str | None]] = {
    "yes_means_active": ("active", "left"),
    "yes_means_left": ("left", "active"),
    "yes_means_manager": ("manager", "ic"),
    "yes_means_promotion": ("promotion", None),
    "yes_means_full_time": ("no", "yes"),
}
"""What yes and no stand for."""

_BANDS = ((25, "under 25"), (35, "25 to 34"), (45, "35 to 44"), (55, "45 to 54"))
_OLDEST = "55 and over"

Read = Callable[[str], str | None | Unread]


def part_reader(hints: Hints) -> Read | None:
    """A reader of a yes/no column that stands for a word; None for any other column."""
    meant = _YES_NO.get(hints.how)
    if meant is None:
        return None

    def read(word: str) -> str | None | Unread:
        found = hints.settings.values.read_yes_no(word)
        if found is None:
            return read_choice(word, hints) if _has_words(hints) else UNREAD
        return meant[0] if found else meant[1]

    return read


def _has_words(hints: Hints) -> bool:
    """Whether the field itself knows words: "Active status" may say Terminated."""
    return hints.settings.values.category_of(hints.table, hints.field.name) is not None


def age_band(years: float) -> str:
    """The band of an age in completed years.

    >>> age_band(34), age_band(55)
    ('25 to 34', '55 and over')
    """
    return next((band for below, band in _BANDS if years < below), _OLDEST)


def age_on(born: date, day: date) -> int:
    """Completed years of life on a day.

    >>> age_on(date(1990, 6, 30), date(2020, 6, 29))
    29
    """
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))

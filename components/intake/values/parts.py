"""Columns that make up a field in a stated way: "Is active" yes, birth date, age."""

from collections.abc import Callable

import numpy as np
import pyarrow as pa

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

_LIMITS = (25, 35, 45, 55)
_BANDS = ("under 25", "25 to 34", "35 to 44", "45 to 54", "55 and over")

Read = Callable[[str], str | Unread | None]


def part_reader(hints: Hints) -> Read | None:
    """A reader of a yes/no column that stands for a word; None for any other column."""
    meant = _YES_NO.get(hints.how)
    if meant is None:
        return None

    def read(word: str) -> str | Unread | None:
        found = hints.settings.values.read_yes_no(word)
        if found is None:
            return read_choice(word, hints) if _has_words(hints) else UNREAD
        return meant[0] if found else meant[1]

    return read


def _has_words(hints: Hints) -> bool:
    """Whether the field itself knows words: "Active status" may say Terminated."""
    return hints.settings.values.category_of(hints.table, hints.field.name) is not None


def age_bands(years: pa.Array) -> pa.DictionaryArray:
    """The band of each age; the age itself is not kept.

    >>> age_bands(pa.array([34.0, 55.0, None])).to_pylist()
    ['25 to 34', '55 and over', None]
    """
    ages = np.asarray(years.cast(pa.float64()).fill_null(np.nan))
    places = pa.array(np.searchsorted(_LIMITS, ages, side="right"), mask=np.isnan(ages))
    return pa.DictionaryArray.from_arrays(places.cast(pa.int32()), pa.array(_BANDS))

"""Days and spans of time in words, as they stand in chips and tables."""

from datetime import date
from typing import Any

import pandas as pd


def day_words(day: date) -> str:
    """A day as people read it.

    >>> day_words(date(2026, 2, 18))
    '18 Feb 2026'
    """
    return f"{day.day} {day:%b %Y}"


def months_words(months: Any, *, at_least: Any = False) -> str:
    """A count of months; a clock that may have run longer says "at least".

    >>> months_words(1), months_words(14, at_least=True), months_words(None)
    ('1 month', 'at least 14 months', 'not known')
    """
    if months is None or pd.isna(months):
        return "not known"
    count = int(months)
    words = f"{count:,} {'month' if count == 1 else 'months'}"
    return f"at least {words}" if at_least is True else words


def ago(day: date, as_of: date) -> str:
    """How long before the as-of day something was, in completed months.

    >>> ago(date(2026, 2, 27), date(2026, 6, 30)), ago(date(2026, 6, 2), date(2026, 6, 30))
    ('4 months ago', 'less than a month ago')
    """
    months = (as_of.year - day.year) * 12 + as_of.month - day.month - (as_of.day < day.day)
    return f"{months_words(months)} ago" if months > 0 else "less than a month ago"

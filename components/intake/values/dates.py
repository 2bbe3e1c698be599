"""Dates as HR systems write them; what is no date, or no plausible one, stays unread."""

from collections.abc import Callable, Sequence
from datetime import date

from components.intake.values.day_counts import count_reader, is_count
from components.intake.values.day_forms import Pair, is_year_first, iso, written
from components.intake.values.day_order import (
    DAY,
    MONTH,
    UNCLEAR,
    YEAR,
    orders_of,
    said_orders,
)
from components.intake.values.hints import UNREAD, Hints, Unread
from components.settings import label_key
from components.tables import columns as col

FIRST_YEAR, LAST_YEAR = 1900, 2100
_DAY_ZERO = frozenset(
    {"1/0/1900", "0/1/1900", "00/01/1900", "01/00/1900", "00.01.1900", "1900-01-00", "00:00:00"}
)
"""How spreadsheet programs show a count of zero days: no day at all."""

Read = Callable[[str], date | Unread | None]


def date_reader(words: Sequence[str], hints: Hints) -> Read:
    """A reader of this column's dates; evidence of the whole column settles what one can't.

    A text that allows one reading is read, whatever stands in the rest of the column. The order
    of day and month comes from the plan, else from the values of the same form that allow only
    one; where nothing tells, 03/04/2020 is `Unread.DATE_ORDER`. Open ends and "no date" days are
    read as none, and so is a word that means the hire date where a role starts.
    """
    nothing = _DAY_ZERO | _hire_words(hints)
    sentinels = hints.settings.values.sentinels
    none = frozenset({*sentinels.open_end, *sentinels.no_date})
    count = count_reader(words, hints.detail)
    pairs = {word: written(word) for word in words if iso(word) is None}
    short = any(isinstance(one, Pair) and one.short for one in pairs.values())
    found = orders_of(pairs.values(), beside_years=short and any(map(is_year_first, words)))
    own = {form: order.first for form, order in found.items()}
    own = {form: said_orders(hints.detail, form) or first for form, first in own.items()}

    def read(word: str) -> date | Unread | None:
        found = (count and count(word)) or iso(word) or pairs.get(word)
        one = _settled(found, own[found.form]) if isinstance(found, Pair) else found
        day = _plausible(one, none)
        return None if day is UNREAD and label_key(word) in nothing else day

    return read


def _hire_words(hints: Hints) -> frozenset[str]:
    """Words that mean the hire date, where a role starts."""
    words = hints.settings.values.sentinels.use_hire_date
    is_start = hints.field.name == col.EFFECTIVE_DATE
    return frozenset(label_key(word) for word in words) if is_start else frozenset()


def _plausible(found: date | Unread | None, none: frozenset[date]) -> date | Unread | None:
    if found is None or isinstance(found, Unread):
        return found or UNREAD
    if found in none:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else UNREAD


def _settled(pair: Pair, order: str) -> date | Unread | None:
    if order == YEAR:
        return pair.year_first
    if not pair.dated:
        return None
    if pair.either or order == UNCLEAR:
        ways = {DAY: pair.day_first, MONTH: pair.month_first}
        return ways.get(order, Unread.DATE_ORDER)
    return pair.day_first or pair.month_first


def is_date(text: str) -> bool:
    """Whether a text states a day, in any of the usual ways, or a pair that may be one.

    >>> [is_date(text) for text in ("2024-01-31", "31.1.2024", "1/31/24 0:00", "17-Jun-2013")]
    [True, True, True, True]
    >>> is_date("20240131"), is_date("2024"), is_date("12"), is_date("99/99/2024")
    (True, False, False, False)
    """
    found = written(text)
    return bool(found.day_first or found.month_first) if isinstance(found, Pair) else bool(found)


def may_be_date(text: str) -> bool:
    """Whether a text states a day, or a number that may count days or seconds."""
    return is_date(text) or is_count(text)

"""Numbers, whole numbers and percentages; the column's own evidence settles the comma."""

import math
from collections.abc import Callable, Iterable, Sequence

from components.intake.values.hints import UNREAD, Hints, Unread
from components.intake.values.number_forms import Number, number_form
from components.tables import columns as col
from components.tables.fields import Kind

_BIGGEST = 2**31 - 1
_SURELY_GROUPED = 3
"""So many distinct values, each comma before exactly three digits, are no chance."""
_MOST_BY_KIND = {Kind.PERCENT: 1_000.0, Kind.MONTHS: 1_200.0}
_MOST = {col.FTE: 200.0, col.SELF: 100.0, col.MANAGER: 100.0, col.PEER: 100.0}
"""No number of such a field is bigger, so that one reading of 85.125 is enough."""

Read = Callable[[str], float | Unread]


def number_reader(words: Sequence[str], hints: Hints) -> Read:
    """A reader of this column's numbers.

    A text that is a number in one reading is read, whatever stands in the rest of the column.
    What the mark in 1.234 means comes from the plan, else from the values that allow only one
    meaning; where nothing tells, the text is `Unread.DECIMAL`.
    """
    by_kind = _MOST_BY_KIND.get(hints.field.kind, math.inf)
    most = _MOST.get(hints.field.name, by_kind)
    forms = {word: _within(number_form(word), most) for word in words}
    decimal = hints.detail.get("decimal") or _decimal(forms.values())

    def read(word: str) -> float | Unread:
        form = forms[word] if word in forms else _within(number_form(word), most)
        if form is None:
            return UNREAD
        number: float | Unread | None = form.only
        if form.either:
            number = {".": form.point, ",": form.comma}.get(decimal, Unread.DECIMAL)
        if number is None or (isinstance(number, float) and not math.isfinite(number)):
            return UNREAD
        return number

    return read


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


def _within(form: Number | None, most: float) -> Number | None:
    return None if form is None else form.within(most)


def _decimal(forms: Iterable[Number | None]) -> str:
    """The decimal mark that at least one value proves and none contradicts, else nothing.

    >>> [_decimal(map(number_form, texts)) for texts in (["8,00", "1.234"], ["8,00", "1.5"])]
    [',', '']
    """
    marked = [form for form in forms if form is not None and (form.mark or _is_long(form))]
    points = any(form.mark and form.comma is None for form in marked)
    commas = any(form.mark and form.point is None for form in marked)
    if points != commas:
        return "." if points else ","
    if points or not all(form.mark == "," for form in marked):
        return ""
    return "." if len({form.point for form in marked}) >= _SURELY_GROUPED else ""


def _is_long(form: Number) -> bool:
    """Whether a number that could have been grouped was not."""
    return form.point is not None and abs(form.point) >= 1_000


def _unit(words: Sequence[str], plain: Read) -> str:
    """Share, percent, or nothing where a few bare numbers may be either."""
    numbers = numbers_in(words, plain)
    some = [number for number in numbers if number]
    if not some or max(some) > _SHARES:
        return "percent" if all(number >= 1 for number in some) else ""
    broken = any(number % 1 for number in some)
    return "share" if broken and not any(word.endswith("%") for word in words) else ""

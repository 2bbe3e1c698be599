"""What the mark in 1.234 means in one column: decimals, or thousands."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from components.intake.values.hints import UNREAD, Hints, Unread
from components.intake.values.number_forms import Number, number_form
from components.tables import columns as col
from components.tables.fields import Kind

_SEVERAL = 3
"""So many distinct values, each mark before exactly three digits, are no chance."""
_MOST_BY_KIND = {Kind.PERCENT: 1_000.0, Kind.MONTHS: 1_200.0, Kind.RATING: 1_000.0}
_MOST = {col.FTE: 200.0} | dict.fromkeys((col.SELF, col.MANAGER, col.PEER, col.SCORE), 100.0)
"""No number of such a field is bigger, so that 85.125 can have one reading only."""


@dataclass(frozen=True)
class Marks:
    """The numbers of a column by their text.

    `decimal` is the mark before decimals, empty where nothing proves it; `said` tells that a
    person said so; `most` is the biggest number that the field can hold.
    """

    forms: Mapping[str, Number | None]
    decimal: str
    said: bool
    most: float

    @classmethod
    def of(cls, words: Iterable[str], hints: Hints) -> "Marks":
        """Learn from the texts of a column."""
        most = _MOST.get(hints.field.name, _MOST_BY_KIND.get(hints.field.kind, math.inf))
        forms = {word: number_form(word) for word in words}
        said = hints.detail.get("decimal", "")
        found = list(filter(None, forms.values()))
        return cls(forms, said or _proved(found) or _likely(found, most), bool(said), most)

    def read(self, word: str) -> float | Unread:
        """The number; `Unread.DECIMAL` where it may be two and nothing decides."""
        form = self.forms[word] if word in self.forms else number_form(word)
        if form is None:
            return UNREAD
        number = self._settled(form) if form.either else form.only
        if number is None or (isinstance(number, float) and not math.isfinite(number)):
            return UNREAD
        return number

    def _settled(self, form: Number) -> float | Unread | None:
        """By the mark of the column, or by what the field can hold: never against each other."""
        if not self.decimal:
            fits = form.within(self.most)
            return Unread.DECIMAL if fits.either else fits.only
        number = form.point if self.decimal == "." else form.comma
        return number if number is None or abs(number) <= self.most else UNREAD

    def doubtful(self) -> frozenset[str]:
        """Texts read as decimals that stand out: 106.000 where no other number is so exact.

        It may as well be 106,000 from elsewhere. Where several are written so, or most of them,
        it is how the column is written.
        """
        if self.said:
            return frozenset()
        found = {word: form for word, form in self.forms.items() if form is not None}
        exact = {word for word, form in found.items() if form.either and self._is_broken(form)}
        usual = self.decimal and len(exact) >= _SEVERAL
        if usual or 2 * len(exact) > len(found) or any(map(_is_exact, self.forms)):
            return frozenset()
        return frozenset(word for word in exact if not isinstance(self.read(word), Unread))

    def _is_broken(self, form: Number) -> bool:
        return not self.decimal or form.mark == self.decimal


def _proved(forms: Sequence[Number]) -> str:
    """The decimal mark that at least one value proves and none contradicts, else nothing.

    >>> [_proved(list(map(number_form, texts))) for texts in (["8,00", "1.234"], ["8,00", "1.5"])]
    [',', '']
    """
    marked = [form for form in forms if form.mark or _is_long(form)]
    points = any(form.mark and form.comma is None for form in marked)
    commas = any(form.mark and form.point is None for form in marked)
    if points != commas:
        return "." if points else ","
    if points or not all(form.mark == "," for form in marked):
        return ""
    return "." if len({form.point for form in marked}) >= _SEVERAL else ""


def _likely(forms: Sequence[Number], most: float) -> str:
    """The decimal mark that several values must have, because the field can't hold more."""
    fitting = {form.mark: set[float | None]() for form in forms if form.either}
    for form in forms:
        fits = form.within(most)
        if form.either and not fits.either:
            fitting[form.mark].add(fits.only)
    (mark, several), *others = fitting.items() or [("", set())]
    return mark if len(several) >= _SEVERAL and not others else ""


def _is_long(form: Number) -> bool:
    """Whether a number that could have been grouped was not."""
    return form.point is not None and abs(form.point) >= 1_000


def _is_exact(word: str) -> bool:
    """Whether a text has three decimals or more and can't be grouped: 0.875, 1.2345."""
    form = number_form(word)
    if form is None or form.either or not form.mark:
        return False
    last = max(word.rfind("."), word.rfind(","))
    decimals = sum(map(str.isdigit, word[last + 1 :]))
    return word.count(word[last]) == 1 and decimals >= _SEVERAL

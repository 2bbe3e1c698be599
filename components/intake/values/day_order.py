"""Whether 03/04/2024 is in March or in April: decided by a column's own values, form by form."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from components.intake.values.day_forms import Pair, is_year_first, written

DAY, MONTH, YEAR = "day", "month", "year"
UNCLEAR = "unclear"
"""Not even whether the year stands first or last can be told: "13-05-12"."""
_SURE = 3
"""So many values that allow only one reading make it sure; fewer leave it likely."""


@dataclass(frozen=True, slots=True)
class Order:
    """What stands first in the days of one form: `first`, empty where nothing decides.

    `why` says what decided, or which values contradict each other; `open` is the first value
    that can be read two ways. `proved` says that values decide it and none contradicts,
    `sure` that they are several.
    """

    first: str = ""
    why: str = ""
    sure: bool = False
    open: str = ""
    proved: bool = False

    @property
    def is_open(self) -> bool:
        """Whether values can be read two ways and nothing decides."""
        return bool(self.open) and self.first not in (DAY, MONTH, YEAR)


def orders(texts: Iterable[str]) -> dict[str, Order]:
    """The order of each form that stands in these texts; forms say nothing about each other.

    >>> orders(["17-06-2013", "03-04-2014"])["-yyyy"].first
    'day'
    >>> orders(["30-01-01"])["-yy"].first
    'unclear'
    >>> found = orders(["03/04/2024", "5/13/24 0:00"])
    >>> found["/yyyy"].open, found["/yy"].first
    ('03/04/2024', 'month')
    """
    every = list(texts)
    years = any(map(is_year_first, every))
    return orders_of((written(text) for text in every), beside_years=years)


def orders_of(found: Iterable[object], *, beside_years: bool) -> dict[str, Order]:
    """The same for texts that were looked at already.

    `beside_years` tells that other days of the column have the year in front: 16.03.25 among
    them may be 25 March 2016, written shorter.
    """
    forms: dict[str, list[Pair]] = {}
    for one in found:
        if isinstance(one, Pair):
            forms.setdefault(one.form, []).append(one)
    return {form: _order(form, pairs, beside_years) for form, pairs in forms.items()}


def _order(form: str, pairs: list[Pair], beside_years: bool) -> Order:
    proofs = {DAY: _only(pairs, DAY), MONTH: _only(pairs, MONTH)}
    years = [one for one in pairs if one.short and one.first not in range(1, 32)]
    if years:
        return Order(YEAR, f"{years[0].text} can only have the year first", proved=True)
    either_end = form == "-yy" or (beside_years and pairs[0].short)
    if either_end and not any(map(_has_year_last, pairs)):
        return Order(UNCLEAR, open=pairs[0].text)
    either = next((one.text for one in pairs if one.either), "")
    first = next((name for name, some in proofs.items() if some), "")
    if all(proofs.values()):
        texts = " and ".join(some[0].text for some in proofs.values())
        return Order(why=f"{texts} contradict each other", open=either)
    if first:
        why = f"{proofs[first][0].text} can only be {first} first"
        return Order(first, why, len(proofs[first]) >= _SURE, either, proved=True)
    if form.startswith(".") and either:
        return Order(DAY, "dots stand between day, month and year", open=either)
    return Order(open=either)


def _only(pairs: list[Pair], first: str) -> list[Pair]:
    """The pairs that are a day when read this way, and none when read the other way."""
    return [
        one
        for one in pairs
        if (one.day_first is None, one.month_first is None) == (first != DAY, first == DAY)
    ]


def _has_year_last(pair: Pair) -> bool:
    """Whether the pair is no day with the year first, as "31-12-98" or "12-31-13"."""
    return not pair.may_be_year_first


def said_orders(detail: Mapping[str, str], form: str) -> str:
    """What the plan says of a form: for the whole column, or for this form alone."""
    return detail.get("date_order") or detail.get(f"date_order {form}", "")

"""Whether 03/04/2024 is in March or in April: decided by a column's own values."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_PARTS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:[ T].*)?")
_MOSTLY = 0.9


@dataclass(frozen=True, slots=True)
class Order:
    """What stands first in a column's dates: `day`, `month`, or nothing where it can't matter.

    `open` is a value that can be read two ways, where no value decides; `separator` is the
    sign between the parts; `why` says what decided.
    """

    first: str = ""
    why: str = ""
    sure: bool = True
    separator: str = ""
    open: str = ""


def date_order(texts: Iterable[str]) -> Order:
    """Decide the order from distinct texts.

    >>> date_order(["17-06-2013", "03-04-2014"]).first
    'day'
    >>> date_order(["12/31/2006 0:00"]).first
    'month'
    >>> date_order(["03/04/2024", "05/05/2024"]).open
    '03/04/2024'
    >>> date_order(["2024-03-04"])
    Order(first='', why='', sure=True, separator='', open='')
    """
    parts = [found for text in texts if (found := _PARTS.fullmatch(text))]
    if not parts:
        return Order()
    pairs = [(int(found[1]), int(found[3]), found) for found in parts]
    day_first = [found for first, second, found in pairs if first > 12 >= second]
    month_first = [found for first, second, found in pairs if second > 12 >= first]
    separator = parts[0][2]
    if day_first or month_first:
        return _decided(day_first, month_first, separator)
    either = next((found for first, second, found in pairs if first != second), None)
    if either is None:
        return Order("day", "", separator=separator)
    if separator == ".":
        return Order("day", "dots stand between day, month and year", False, separator)
    return Order(separator=separator, open=either[0])


def _decided(
    day_first: list[re.Match[str]], month_first: list[re.Match[str]], separator: str
) -> Order:
    days, months = len(day_first), len(month_first)
    first, most = ("day", days) if days >= months else ("month", months)
    proof = (day_first if first == "day" else month_first)[0][0]
    why = f"{proof} can only be {first} first"
    if most == days + months:
        return Order(first, why, separator=separator)
    if most >= _MOSTLY * (days + months):
        return Order(first, f"{why}, a few values are the other way round", False, separator)
    other = (month_first if first == "day" else day_first)[0][0]
    return Order(separator=separator, why=f"{proof} and {other} contradict each other", open=proof)

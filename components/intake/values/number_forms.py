"""The ways a number is written, each text by itself: with a decimal point, or a decimal comma."""

import re
from dataclasses import dataclass, replace

_CURRENCIES = (
    "EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|INR|JPY|CNY|BRL|MXN|CAD|AUD|NZD|SGD|HKD|ZAR"
    r"|R\$|US\$|Fr\.?|kr\.?|zł|Kč|[$€£¥₹₽₩]"
)
_AMOUNT = re.compile(
    rf"(?P<before>[-−–+(]?) ?(?:{_CURRENCIES})? ?(?P<after>[-−–]?)(?P<digits>[\d.,'’ ]*\d)"
    rf"(?P<power>[eE][+-]?\d{{1,3}})? ?(?:{_CURRENCIES})?(?P<end> ?[-−)]?)",
    re.ASCII,
)
_BY_SPACE = r"[1-9]\d{0,2}(?:(?: \d{3})+|(?:'\d{3})+)"
_BY_TWO = r"[1-9]\d?(?:,\d\d)+,\d{3}"
_GROUPED = {
    ".": re.compile(rf"\d+|[1-9]\d{{0,2}}(?:,\d{{3}})+|{_BY_TWO}|{_BY_SPACE}", re.ASCII),
    ",": re.compile(rf"\d+|[1-9]\d{{0,2}}(?:\.\d{{3}})+|{_BY_SPACE}", re.ASCII),
}
"""What may stand before each decimal mark; lakhs are grouped by two: 2,39,554."""
_GROUPS = str.maketrans("", "", ".,' ")


@dataclass(frozen=True, slots=True)
class Number:
    """A number by its two readings, None where there is none; they differ in "1.234" only.

    `mark` is the one sign that makes them differ.
    """

    point: float | None
    comma: float | None
    mark: str = ""

    @property
    def either(self) -> bool:
        """Whether the text is a number in both readings, and not the same one."""
        return self.point is not None and self.comma is not None and self.point != self.comma

    @property
    def only(self) -> float | None:
        """The number where there is one reading, or where both are the same."""
        return self.comma if self.point is None else self.point

    def within(self, most: float) -> "Number":
        """Without a reading that is bigger than a field can hold, where the other is not."""
        if self.point is None or self.comma is None or not self.either:
            return self
        big = [abs(self.point) > most, abs(self.comma) > most]
        if big == [True, False]:
            return replace(self, point=None)
        return replace(self, comma=None) if big == [False, True] else self


def number_form(word: str) -> Number | None:
    """The readings of a text; None where it is no number.

    >>> number_form("1.234"), number_form("2,39,554"), number_form("(1,234.50)")
    (Number(point=1.234, comma=1234.0, mark='.'), Number(point=239554.0, comma=None, mark=','),
     Number(point=-1234.5, comma=None, mark=','))
    >>> number_form("3 - 5"), number_form("1.2.3")
    (None, None)
    """
    if word.isascii() and word.isdigit():
        return Number(float(word), float(word))
    found = _AMOUNT.fullmatch(word)
    if not found or not _signed_once(found):
        return None
    core = found["digits"].replace("’", "'").strip()
    power = found["power"] or ""
    point, comma = (_reading(core, mark, power) for mark in (".", ","))
    if point is None and comma is None:
        return None
    sign = -1 if any(found[name].strip(" +") for name in ("before", "after", "end")) else 1
    marks = [mark for mark in core if mark in ".,"]
    return Number(
        None if point is None else sign * point,
        None if comma is None else sign * comma,
        marks[0] if marks else "",
    )


def is_number(text: str) -> bool:
    """Whether a text is written like a number, an amount or a percentage."""
    return number_form(" ".join(text.split()).rstrip("% ")) is not None


def _signed_once(found: re.Match[str]) -> bool:
    """Brackets come in pairs, and a minus stands at one place only."""
    end = found["end"].strip()
    if (found["before"] == "(") != (end == ")"):
        return False
    signs = [found["before"].strip("("), found["after"], end.strip(")")]
    return sum(map(bool, signs)) + (end == ")") <= 1


def _reading(core: str, mark: str, power: str) -> float | None:
    whole, _, rest = core.rpartition(mark) if mark in core else (core, "", "")
    if rest and not rest.isdigit():
        return None
    if not _GROUPED[mark].fullmatch(whole) and (whole or not rest):
        return None
    if power and whole.translate(_GROUPS) != whole:
        return None
    return float(f"{whole.translate(_GROUPS) or 0}.{rest or 0}{power}")

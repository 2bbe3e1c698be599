"""Damage to the text of cells: in one cell, in half of a column, in all of it."""

from collections.abc import Callable
from datetime import date
from random import Random

from tests.proofs.small_company import SERVICE, TextFile

Change = Callable[[str], str]
"""From the text of a cell to another."""
Make = Callable[[Random, str], Change]
"""Settles how cells under a header change."""
Spoil = Callable[[Random, TextFile], TextFile | None]

_HOMOGLYPHS = {"0": "О", "1": "l", "2": "２", "5": "Ƽ", "6": "б", "a": "а", "e": "е", "C": "С"}
_HOMOGLYPHS |= {"o": "о", "i": "і", "p": "р", "A": "А", "E": "Е", "-": "‐", "3": "З"}
_BAD_RATINGS = ("tbd", "Meets some", "4-5", "3–4", "7", "0", "?", "exceeds!", "4/5", "see form")
_UNITS: dict[str, tuple[Callable[[float], float], ...]] = {
    "FTE": (lambda x: 100 * x, lambda x: 40 * x),
    "Goal attainment": (lambda x: x / 100,),
    SERVICE: (lambda x: x / 12, lambda x: x * 30),
}
_ORDERS = ("%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%d.%m.%y", "%d/%m/%y", "%m/%d/%y", "%d-%m-%Y")
_ZEROS = (",0", ".0", ",00", ".000", ",000")


def in_one(make: Make, *headers: str) -> Spoil:
    """Change one cell that holds something, below one of the headers or anywhere."""

    def spoil(dice: Random, file: TextFile) -> TextFile | None:
        held = [(row, column) for column in _columns(file, headers) for row in _held(file, column)]
        if not held:
            return None
        row, column = dice.choice(held)
        change = make(dice, file.header[column])
        return file.with_cell(row, column, change(file.rows[row][column]))

    return spoil


def in_all(make: Make, *headers: str) -> Spoil:
    """Change every cell of one column in one way."""
    return _in_column(lambda dice, header: [make(dice, header)], headers)


def in_half(make: Make, *headers: str) -> Spoil:
    """Change about every second cell of a column in one way; the others stay."""
    return _in_column(lambda dice, header: [make(dice, header), lambda text: text], headers)


def in_halves(make: Make, *headers: str) -> Spoil:
    """Change one half of a column in one way, the other half in another."""
    return _in_column(lambda dice, header: [make(dice, header), make(dice, header)], headers)


def _in_column(ways: Callable[[Random, str], list[Change]], headers: tuple[str, ...]) -> Spoil:
    def spoil(dice: Random, file: TextFile) -> TextFile | None:
        columns = [one for one in _columns(file, headers) if _held(file, one)]
        if not columns:
            return None
        column = dice.choice(columns)
        changes = ways(dice, file.header[column])
        for row in _held(file, column):
            file = file.with_cell(row, column, dice.choice(changes)(file.rows[row][column]))
        return file

    return spoil


def _columns(file: TextFile, headers: tuple[str, ...]) -> list[int]:
    return [at for at, one in enumerate(file.header) if not headers or one in headers]


def _held(file: TextFile, column: int) -> list[int]:
    return [at for at, row in enumerate(file.rows) if row[column]]


def typo(dice: Random, _: str = "") -> Change:
    """A letter lost, doubled or swapped with the next."""

    def change(text: str) -> str:
        at = dice.randrange(len(text))
        ways = (
            text[:at] + text[at + 1 :],
            text[:at] + text[at] + text[at:],
            text[:at] + text[at : at + 2][::-1] + text[at + 2 :],
        )
        return dice.choice(ways)

    return change


def blank(_: Random, __: str) -> Change:
    """Nothing is left."""
    return lambda _: ""


def other_order(dice: Random, _: str) -> Change:
    """Day and month change places, or the day is written as elsewhere."""

    def change(text: str) -> str:
        year, month, day = text.split("-")
        ways = (f"{year}-{day}-{month}", f"{day}/{month}/{year}", f"{month}/{day}/{year}")
        return dice.choice((*ways, f"{day}.{month}.{year}", f"{day}.{month}.{year[2:]}"))

    return change


def one_order(dice: Random, _: str) -> Change:
    """Days as one country writes them."""
    order = dice.choice(_ORDERS)
    return lambda text: f"{date.fromisoformat(text):{order}}"


def other_unit(dice: Random, header: str) -> Change:
    """The same amounts in another unit."""
    convert = dice.choice(_UNITS[header])
    return lambda text: f"{convert(float(text)):.4g}"


def other_mark(dice: Random, _: str) -> Change:
    """A number with the other decimal mark, or with a mark where there was none."""
    added = dice.choice((*_ZEROS, ",5", ".5"))
    return lambda text: text.replace(".", ",") if "." in text else text + added


def one_mark(dice: Random, _: str) -> Change:
    """Numbers with so many decimals, behind one mark."""
    mark, places = dice.choice(".,"), dice.choice((1, 2, 3))
    return lambda text: f"{float(text):.{places}f}".replace(".", mark)


def homoglyph(dice: Random, _: str) -> Change:
    """One letter or digit becomes another that looks the same."""

    def change(text: str) -> str:
        places = [at for at, sign in enumerate(text) if sign in _HOMOGLYPHS]
        if not places:
            return text
        at = dice.choice(places)
        return text[:at] + _HOMOGLYPHS[text[at]] + text[at + 1 :]

    return change


def cut(dice: Random, _: str) -> Change:
    """What stands behind some letter is lost."""
    return lambda text: text[: dice.randrange(len(text))]


def other_rating(dice: Random, _: str) -> Change:
    """A rating that is on no scale of its column."""
    return lambda _: dice.choice(_BAD_RATINGS)

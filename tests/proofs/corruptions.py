"""One random corruption at a time of text files: what happens to exports on their way."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from components.intake import Upload
from tests.proofs.small_company import TextFile

Files = tuple[TextFile, ...]
Spoil = Callable[[Random, TextFile], TextFile | None]
"""Gives the spoiled file, or None where this file holds nothing of the kind."""

_HOMOGLYPHS = {"0": "О", "1": "l", "2": "２", "5": "Ƽ", "6": "б", "a": "а", "e": "е", "C": "С"}
_BAD_RATINGS = ("tbd", "Meets some", "4-5", "3–4", "7", "0", "?", "exceeds!", "4/5", "see form")
_UNITS = {
    "FTE": (lambda x: 100 * x, lambda x: 40 * x),
    "Goal attainment": (lambda x: x / 100,),
    "Service (months)": (lambda x: x / 12, lambda x: x * 30),
}
_DAYS = ("Hire date", "Exit date", "Effective date", "End date", "Review date", "Recorded on")
_WORDS = ("Relation", "Event", "Exit kind", "Track", "Work mode", "Potential", "Key role", "Region")
_IDS = ("Employee ID", "Manager ID", "Reviewer ID")


@dataclass(frozen=True)
class Corrupted:
    """The files after one corruption; `lines` are those of the spoiled file, header first."""

    kind: str
    file: str
    uploads: tuple[Upload, ...]
    lines: dict[str, list[tuple[str, ...]]]


def corrupt(seed: int, files: Files) -> Corrupted:
    """Corrupt one place of one file; the same seed gives the same corruption."""
    dice = Random(seed)
    kinds = list(KINDS)
    kind = kinds[seed % len(kinds)]
    for _ in range(200):
        file = dice.choice(files)
        spoiled = KINDS[kind](dice, file)
        if spoiled is not None and spoiled != file:
            changed = tuple(spoiled if one.name == file.name else one for one in files)
            return _corrupted(kind, file.name, changed)
    raise AssertionError(f"No file holds anything for: {kind}")


def _corrupted(kind: str, name: str, files: Files) -> Corrupted:
    lines = {one.name: [one.header, *one.rows] for one in files}
    return Corrupted(kind, name, tuple(one.upload() for one in files), lines)


def _cell(*headers: str) -> Callable[[Random, TextFile], tuple[int, int, str] | None]:
    """Pick a cell that holds something, below one of the headers or anywhere."""

    def pick(dice: Random, file: TextFile) -> tuple[int, int, str] | None:
        columns = [i for i, one in enumerate(file.header) if not headers or one in headers]
        held = [
            (down, across, row[across])
            for down, row in enumerate(file.rows)
            for across in columns
            if row[across]
        ]
        return dice.choice(held) if held else None

    return pick


def _each_cell(change: Callable[[Random, str, str], str], *headers: str) -> Spoil:
    """A corruption of one cell: from its text and header to another text."""
    pick = _cell(*headers)

    def spoil(dice: Random, file: TextFile) -> TextFile | None:
        found = pick(dice, file)
        if found is None:
            return None
        row, column, text = found
        return file.with_cell(row, column, change(dice, text, file.header[column]))

    return spoil


def typo(dice: Random, text: str, _: str) -> str:
    """A letter lost, doubled or swapped with the next."""
    at = dice.randrange(len(text))
    ways = (
        text[:at] + text[at + 1 :],
        text[:at] + text[at] + text[at:],
        text[:at] + text[at : at + 2][::-1] + text[at + 2 :],
    )
    return dice.choice(ways)


def other_order(dice: Random, text: str, _: str) -> str:
    """Day and month change places, or the day is written as elsewhere."""
    year, month, day = text.split("-")
    ways = (f"{year}-{day}-{month}", f"{day}/{month}/{year}", f"{month}/{day}/{year}")
    return dice.choice((*ways, f"{day}.{month}.{year}", f"{day}.{month}.{year[2:]}"))


def other_unit(dice: Random, text: str, header: str) -> str:
    """The same amount in another unit."""
    return f"{dice.choice(_UNITS[header])(float(text)):.4g}"


def other_mark(dice: Random, text: str, _: str) -> str:
    """A number with the other decimal mark, or with a mark where there was none."""
    return text.replace(".", ",") if "." in text else text + dice.choice((",0", ",5", ".000"))


def homoglyph(dice: Random, text: str, _: str) -> str:
    """One letter or digit becomes another that looks the same."""
    places = [at for at, sign in enumerate(text) if sign in _HOMOGLYPHS]
    if not places:
        return text
    at = dice.choice(places)
    return text[:at] + _HOMOGLYPHS[text[at]] + text[at + 1 :]


def cut(dice: Random, text: str, _: str) -> str:
    """What stands behind some letter is lost."""
    return text[: dice.randrange(len(text))]


def two_cells_swapped(dice: Random, file: TextFile) -> TextFile:
    """Two neighbours of one row change places."""
    row = dice.randrange(len(file.rows))
    at = dice.randrange(len(file.header) - 1)
    line = list(file.rows[row])
    line[at], line[at + 1] = line[at + 1], line[at]
    return file.with_row(row, tuple(line))


def two_columns_swapped(dice: Random, file: TextFile) -> TextFile:
    """The cells of two columns change places; the headers stay."""
    one, other = dice.sample(range(1, len(file.header)), 2)
    order = list(range(len(file.header)))
    order[one], order[other] = other, one
    return replace(file, rows=tuple(tuple(row[at] for at in order) for row in file.rows))


def doubled_row(dice: Random, file: TextFile) -> TextFile:
    """A row stands twice."""
    at = dice.randrange(len(file.rows))
    return replace(file, rows=(*file.rows[: at + 1], *file.rows[at:]))


def shifted_row(dice: Random, file: TextFile) -> TextFile:
    """From some cell on everything stands one column further right; the last cell falls off."""
    row = dice.randrange(len(file.rows))
    at = dice.randrange(len(file.header))
    line = file.rows[row]
    return file.with_row(row, (*line[:at], "", *line[at:-1]))


def header_typo(dice: Random, file: TextFile) -> TextFile:
    """A typing mistake in a header."""
    at = dice.randrange(len(file.header))
    header = (*file.header[:at], typo(dice, file.header[at], ""), *file.header[at + 1 :])
    return replace(file, header=header)


def cut_file(dice: Random, file: TextFile) -> TextFile:
    """The file ends in the middle of a row."""
    row = dice.randrange(1, len(file.rows))
    last = file.rows[row][: dice.randrange(2, len(file.header))]
    return replace(file, rows=(*file.rows[:row], last))


KINDS: dict[str, Spoil] = {
    "typo in a word": _each_cell(typo, *_WORDS),
    "typo anywhere": _each_cell(typo),
    "typo in a header": header_typo,
    "date order": _each_cell(other_order, *_DAYS),
    "cells swapped": two_cells_swapped,
    "columns swapped": two_columns_swapped,
    "blanked": _each_cell(lambda _, __, ___: ""),
    "row doubled": doubled_row,
    "row shifted right": shifted_row,
    "unit": _each_cell(other_unit, *_UNITS),
    "decimal mark": _each_cell(other_mark, *_UNITS, "Rating"),
    "homoglyph in an id": _each_cell(homoglyph, *_IDS),
    "text cut": _each_cell(cut),
    "file cut": cut_file,
    "rating not of the scale": _each_cell(lambda dice, _, __: dice.choice(_BAD_RATINGS), "Rating"),
}

"""Damage to rows, columns and headers."""

from dataclasses import replace
from random import Random

from tests.proofs.small_company import TextFile
from tests.proofs.spoiled_cells import typo


def two_cells_swapped(dice: Random, file: TextFile) -> TextFile:
    """Two neighbours of one row change places."""
    row = dice.randrange(len(file.rows))
    at = dice.randrange(len(file.header) - 1)
    line = list(file.rows[row])
    line[at], line[at + 1] = line[at + 1], line[at]
    return file.with_row(row, tuple(line))


def two_columns_swapped(dice: Random, file: TextFile) -> TextFile:
    """The cells of two columns change places; the headers stay."""
    one, other = dice.sample(range(len(file.header)), 2)
    order = list(range(len(file.header)))
    order[one], order[other] = other, one
    return replace(file, rows=tuple(tuple(row[at] for at in order) for row in file.rows))


def doubled_row(dice: Random, file: TextFile) -> TextFile:
    """A row stands twice."""
    at = dice.randrange(len(file.rows))
    return replace(file, rows=(*file.rows[: at + 1], *file.rows[at:]))


def shifted_right(dice: Random, file: TextFile) -> TextFile:
    """From some cell on everything stands one column further right; the last cell falls off."""
    row = dice.randrange(len(file.rows))
    at = dice.randrange(len(file.header))
    line = file.rows[row]
    return file.with_row(row, (*line[:at], "", *line[at:-1]))


def shifted_left(dice: Random, file: TextFile) -> TextFile:
    """A cell is lost, and everything behind it stands one column further left."""
    row = dice.randrange(len(file.rows))
    at = dice.randrange(len(file.header))
    line = file.rows[row]
    return file.with_row(row, (*line[:at], *line[at + 1 :], ""))


def header_typo(dice: Random, file: TextFile) -> TextFile:
    """A typing mistake in a header."""
    at = dice.randrange(len(file.header))
    wrong = typo(dice)(file.header[at])
    return replace(file, header=(*file.header[:at], wrong, *file.header[at + 1 :]))


def cut_file(dice: Random, file: TextFile) -> TextFile:
    """The file ends in the middle of a row."""
    row = dice.randrange(1, len(file.rows))
    last = file.rows[row][: dice.randrange(2, len(file.header))]
    return replace(file, rows=(*file.rows[:row], last))

"""Finding partners among numbers of two sides: equal ones in turn, single ones, rising runs."""

from bisect import bisect_left

import numpy as np
import numpy.typing as npt

from components.intake.corrected.grids import Codes

ALIKE = 0.5
"""Rows of which at least so many filled cells are equal can be one row before and after."""
_SEED = 20_000_101


def in_turn(then: Codes, now: Codes) -> tuple[Codes, Codes]:
    """Places of equal numbers on either side: the first with the first, and so on.

    >>> [places.tolist() for places in in_turn(np.array([7, 8, 7]), np.array([7, 7, 7, 9]))]
    [[0, 2], [0, 1]]
    """
    longest = max(len(then), len(now)) + 1
    _, before, after = np.intersect1d(
        then * longest + _turn(then),
        now * longest + _turn(now),
        assume_unique=True,
        return_indices=True,
    )
    return before, after


def once_on_each_side(then: Codes, now: Codes) -> tuple[Codes, Codes]:
    """Places of numbers that stand once on either side; -1 is no number.

    >>> [p.tolist() for p in once_on_each_side(np.array([7, 8, 8, -1]), np.array([8, 7, -1]))]
    [[0], [1]]
    """
    values, places = zip(_single(then), _single(now), strict=True)
    _, before, after = np.intersect1d(*values, assume_unique=True, return_indices=True)
    return places[0][before], places[1][after]


def alike(then: Codes, now: Codes) -> npt.NDArray[np.bool_]:
    """Whether enough filled cells of rows beside one another are equal."""
    filled = (then >= 0) | (now >= 0)
    equal = ((then == now) & filled).sum(axis=1)
    enough: npt.NDArray[np.bool_] = equal >= ALIKE * filled.sum(axis=1)
    return enough


def but_one_cell(cells: Codes, column: int) -> Codes:
    """A number for each row by all of its cells but that one."""
    others = np.delete(cells, column, axis=1)
    weights = np.random.default_rng(_SEED).integers(1, 2**62, others.shape[1])
    mixed = ((others + 2) * weights) ^ ((others + 2) * weights >> 29)
    found: Codes = (mixed * weights).sum(axis=1) & (2**62 - 1)
    return found


def longest_rising(numbers: Codes) -> list[int]:
    """Places of the longest run of rising numbers.

    >>> longest_rising(np.array([3, 1, 2, 9, 4]))
    [1, 2, 4]
    """
    tails: list[int] = []
    at_tail: list[int] = []
    comes_from: list[int] = []
    for place, number in enumerate(numbers.tolist()):
        length = bisect_left(tails, number)
        comes_from.append(at_tail[length - 1] if length else -1)
        if length == len(tails):
            tails.append(number)
            at_tail.append(place)
        else:
            tails[length], at_tail[length] = number, place
    return _followed(comes_from, at_tail[-1] if at_tail else -1)


def _followed(comes_from: list[int], last: int) -> list[int]:
    found = []
    while last >= 0:
        found.append(last)
        last = comes_from[last]
    return found[::-1]


def _turn(numbers: Codes) -> Codes:
    """How many equal numbers stand before each.

    >>> _turn(np.array([7, 8, 7])).tolist()
    [0, 0, 1]
    """
    order = np.argsort(numbers, kind="stable")
    ordered = numbers[order]
    begins = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]])[: len(ordered)])
    lengths = np.diff(np.append(begins, len(ordered)))
    turns = np.empty(len(numbers), np.int64)
    turns[order] = np.arange(len(ordered)) - np.repeat(begins, lengths)
    return turns


def _single(numbers: Codes) -> tuple[Codes, Codes]:
    values, places, counts = np.unique(numbers, return_index=True, return_counts=True)
    kept = (counts == 1) & (values >= 0)
    return values[kept], places[kept]

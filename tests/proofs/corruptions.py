"""One random corruption at a time of text files: what happens to exports on their way.

Each kind of damage has its ways, in one cell or in many; they stand in the two modules of
spoiled cells and rows.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import zip_longest
from random import Random

from components.intake import Upload
from tests.proofs import spoiled_cells as cells
from tests.proofs import spoiled_rows as rows
from tests.proofs.small_company import SERVICE, TextFile

Files = tuple[TextFile, ...]
Lines = list[tuple[str, ...]]
Cell = tuple[int, int]
"""A row as a spreadsheet program counts it, and a 0-based column."""
Spoil = Callable[[Random, TextFile], TextFile | None]
"""Gives the spoiled file, or None where this file holds nothing of the kind."""

_DAYS = ("Hire date", "Exit date", "Notice date", "Effective date", "End date", "Recorded on")
_DAYS += ("Review date", "Asked on", "Last career conversation", "Date", "Decided on", "As of")
_DAYS += ("Productive on", "Ended on", "Last touchpoint")
_WORDS = ("Relation", "Event", "Exit kind", "Track", "Work mode", "Potential", "Key role", "Region")
_WORDS += ("Hire source", "Intent", "Horizon", "Preferred track", "Said by", "Kind", "Outcome")
_WORDS += ("Winner", "Decline reason", "Audience", "Outcome stated", "Role", "Is primary")
_IDS = ("Employee ID", "Manager ID", "Reviewer ID", "Incumbent ID", "Offered by", "Candidate ID")
_UNITS = ("FTE", "Goal attainment", SERVICE)
_NUMBERS = (*_UNITS, "Rating", "Self", "Manager", "Peer", "Score", "Direct reports", "Sequence")


@dataclass(frozen=True)
class Way:
    """One way of a kind of damage; `same` tells that its cells still mean what they meant."""

    spoil: Spoil
    same: bool = False


KINDS: dict[str, tuple[Way, ...]] = {
    "typo": (
        Way(cells.in_one(cells.typo, *_WORDS)),
        Way(cells.in_one(cells.typo)),
        Way(rows.header_typo),
    ),
    "date order": (
        Way(cells.in_one(cells.other_order, *_DAYS)),
        Way(cells.in_all(cells.one_order, *_DAYS), same=True),
        Way(cells.in_half(cells.one_order, *_DAYS), same=True),
        Way(cells.in_halves(cells.one_order, *_DAYS), same=True),
    ),
    "swapped": (Way(rows.two_cells_swapped), Way(rows.two_columns_swapped)),
    "blanked": (Way(cells.in_one(cells.blank)), Way(cells.in_half(cells.blank))),
    "row doubled": (Way(rows.doubled_row),),
    "row shifted": (Way(rows.shifted_right), Way(rows.shifted_left)),
    "unit": (
        Way(cells.in_one(cells.other_unit, *_UNITS)),
        Way(cells.in_all(cells.other_unit, *_UNITS), same=True),
    ),
    "decimal mark": (
        Way(cells.in_one(cells.other_mark, *_NUMBERS)),
        Way(cells.in_all(cells.one_mark, *_NUMBERS), same=True),
    ),
    "homoglyph": (Way(cells.in_one(cells.homoglyph, *_IDS)), Way(cells.in_one(cells.homoglyph))),
    "cut off": (Way(cells.in_one(cells.cut)), Way(rows.cut_file)),
    "no such rating": (Way(cells.in_one(cells.other_rating, "Rating")),),
}
"""The ten kinds that a thousand corruptions are made of, and ratings that are on no scale."""


@dataclass(frozen=True)
class Corrupted:
    """The files after one corruption: what was done, the lines of each, header first."""

    kind: str
    way: Way
    file: str
    uploads: tuple[Upload, ...]
    lines: dict[str, Lines]
    cells: frozenset[Cell]
    """The cells of the spoiled file that hold, or are headed by, something else than before."""


def corrupt(seed: int, files: Files) -> Corrupted:
    """Corrupt one place of one file; the same seed gives the same corruption."""
    dice = Random(seed)
    kind = list(KINDS)[seed % len(KINDS)]
    for _ in range(500):
        way = dice.choice(KINDS[kind])
        (file,) = dice.choices(files, weights=[len(one.header) for one in files])
        spoiled = way.spoil(dice, file)
        if spoiled is not None and spoiled != file:
            return _corrupted((kind, way), files, (file, spoiled))
    raise AssertionError(f"No file holds anything for: {kind}")


def _corrupted(done: tuple[str, Way], files: Files, one: tuple[TextFile, TextFile]) -> Corrupted:
    (kind, way), (before, after) = done, one
    changed = tuple(after if file.name == before.name else file for file in files)
    lines = {file.name: [file.header, *file.rows] for file in changed}
    spoiled = _changed([before.header, *before.rows], lines[before.name])
    uploads = tuple(file.upload() for file in changed)
    return Corrupted(kind, way, before.name, uploads, lines, frozenset(spoiled))


def _changed(before: Lines, after: Lines) -> set[Cell]:
    """Every cell that differs, of a row that came the whole row, below a header the column."""
    if len(after) > len(before):
        came = next((at for at, line in enumerate(before) if line != after[at]), len(before))
        return {(came + 1, column) for column in range(len(after[came]))}
    found = {
        (number, column)
        for number, (old, new) in enumerate(zip(before, after, strict=False), 1)
        for column, (was, is_now) in enumerate(zip_longest(old, new, fillvalue=""))
        if was != is_now
    }
    headed = {column for number, column in found if number == 1}
    below = {(number, column) for number in range(2, len(after) + 1) for column in headed}
    return below | {cell for cell in found if cell[0] > 1}

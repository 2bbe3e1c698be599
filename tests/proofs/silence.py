"""What counts as changed silently, and the rival's rule beside it.

A canonical value is changed silently when the text of its own cell does not say it (`meaning`)
and no problem that the clean files don't have names the cell (`told`). A value that is gone
counts too: a text that says something, in a column that the clean files are read from, with no
value in its field and no such problem. Where damage writes a column anew without another meaning
(days in another order), a cell may also hold the value that it held in the clean files.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from components.intake import Reading
from components.tables.dataset import Dataset
from components.tables.fields import Kind
from components.tables.schema import GROUP_ATTRIBUTES, TABLES
from tests.proofs.corruptions import Corrupted, Lines
from tests.proofs.meaning import Known, named_scales, number, says, says_nothing
from tests.proofs.small_company import MAIN
from tests.proofs.told import Told

Place = tuple[str, int, str, str]
"""File, column, table and field."""
At = tuple[Place, int]
"""A place, and a row."""

MIDDLE = 3.0
_SCALE = range(1, 6)
_GROUPS = frozenset({"gender", "age_band", "part_time", "caregiver"})


@dataclass(frozen=True)
class Clean:
    """The reading of the files as they were: the value at each place, the problems."""

    held: Mapping[At, Any]
    places: frozenset[Place]
    problems: frozenset[tuple[str, str, str]]

    @classmethod
    def of(cls, reading: Reading) -> "Clean":
        """Learn from the clean files."""
        held = {(place, row): value for place, row, value in values(reading.dataset)}
        problems = frozenset((one.code, one.file, one.value) for one in reading.problems)
        return cls(held, frozenset(place for place, _ in held), problems)


@dataclass
class Outcome:
    """What became of the cells that a corruption changed; `silent` counts every other too."""

    changed: int = 0
    as_written: int = 0
    listed: int = 0
    silent: list[str] = field(default_factory=list)


def values(dataset: Dataset) -> Iterator[tuple[Place, int, Any]]:
    """Every canonical value that stands in a cell: its column and field, its row, the value."""
    for name, every in dataset.tables.items():
        if name == GROUP_ATTRIBUTES:
            yield from _attributes(dataset, every)
            continue
        frame = _of_cells(every)
        for (sheet, table, one), column in dataset.places.items():
            if table == name and one in frame.columns:
                place = (dataset.sheets[sheet].file, column, table, one)
                yield from ((place, row, value) for row, value in _of_sheet(frame, sheet, one))


def _of_sheet(frame: pd.DataFrame, sheet: int, name: str) -> Iterator[tuple[int, Any]]:
    """The row and value of each cell of one column; None where there is none."""
    ours = frame["sheet"].to_numpy(dtype="int64") == sheet
    rows = frame["row"].to_numpy(dtype="int64")[ours]
    held = frame[name].to_numpy(dtype=object, na_value=None)[ours]
    return zip(rows.tolist(), held.tolist(), strict=True)


def _of_cells(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows that stand in a file: not those that follow from others, as a current role does."""
    if "derived" in frame.columns:
        return frame[frame["derived"].astype(str).isin(["", "<NA>"])]
    return frame.drop_duplicates(["sheet", "row", "employee_id"], keep="first")


def _attributes(dataset: Dataset, frame: pd.DataFrame) -> Iterator[tuple[Place, int, Any]]:
    told = zip(frame["sheet"], frame["row"], frame["attribute"], frame["value"], strict=True)
    for sheet, row, attribute, value in told:
        column = dataset.places.get((sheet, "people", attribute))
        if column is not None:
            yield (dataset.sheets[sheet].file, column, "people", attribute), int(row), value


def judged(corrupted: Corrupted, reading: Reading, clean: Clean) -> Outcome:
    """Every cell that changed, and every value changed silently, in words."""
    told = Told(
        one for one in reading.problems if (one.code, one.file, one.value) not in clean.problems
    )
    held = {(place, row): value for place, row, value in values(reading.dataset)}
    wrong = dict(_not_said(corrupted, held, clean))
    wrong |= _gone(corrupted, held, clean)
    found = Outcome(changed=len(corrupted.cells))
    silent = {cell for cell in wrong if not told.about(*cell)}
    found.silent = [f"{corrupted.kind}: {wrong[cell]}" for cell in sorted(silent)]
    for row, column in corrupted.cells:
        cell = (corrupted.file, row, column)
        found.listed += told.about(*cell)
        found.as_written += cell not in silent and not told.about(*cell)
    return found


def _not_said(
    corrupted: Corrupted, held: Mapping[At, Any], clean: Clean
) -> Iterator[tuple[tuple[str, int, int], str]]:
    """Cells whose text does not say the value that was read."""
    lines = corrupted.lines
    known = {place: _labels(place, lines) for place in {place for place, _ in held}}
    for (place, row), value in held.items():
        file, column, _, name = place
        text = _text(lines[file], row, column)
        same = corrupted.way.same and clean.held.get((place, row), ...) == value
        if not same and not says(text, value, _kind(place), known[place]):
            yield (file, row, column), f"{file} row {row}, {name}: {text!r} became {value!r}"


def _gone(
    corrupted: Corrupted, held: Mapping[At, Any], clean: Clean
) -> dict[tuple[str, int, int], str]:
    """Cells that say something which no field holds."""
    found = {}
    for place in sorted(clean.places):
        file, column, table, name = place
        if MAIN[file] != table and name not in _GROUPS:
            continue
        for row in range(2, len(corrupted.lines[file]) + 1):
            text = _text(corrupted.lines[file], row, column)
            if (place, row) not in held and not says_nothing(text, _kind(place)):
                found[(file, row, column)] = f"{file} row {row}, {name}: {text!r} is gone"
    return found


def _labels(place: Place, lines: Mapping[str, Lines]) -> Known:
    """What labels stand for in a column of ratings: as on the scale that holds them all."""
    if _kind(place) is not Kind.RATING:
        return {}
    held = {_text(lines[place[0]], row, place[1]) for row in range(2, len(lines[place[0]]) + 1)}
    words = {text.strip().casefold() for text in held} - {""}
    fit = sorted(named_scales(), key=lambda scale: -len(words & scale.keys()))
    return fit[0] if words & fit[0].keys() else {}


def _text(lines: Lines, row: int, column: int) -> str:
    line = lines[row - 1] if row <= len(lines) else ()
    return line[column] if column < len(line) else ""


def _kind(place: Place) -> Kind:
    (found,) = [one.kind for one in TABLES[place[2]].fields if one.name == place[3]]
    return found


def middle_rating_changes(corrupted: Corrupted) -> int:
    """How many ratings the rule "unreadable or empty becomes the middle one" changes silently."""
    header, *rows = corrupted.lines["reviews.csv"]
    if "Rating" not in header:
        return 0
    column = header.index("Rating")
    texts = [row[column] if column < len(row) else "" for row in rows]
    return sum(_by_the_rule(text) != _as_written(text) for text in texts)


def _by_the_rule(text: str) -> float:
    found = number(text)
    return found if found in _SCALE else MIDDLE


def _as_written(text: str) -> float | None:
    found = number(text)
    return found if found in _SCALE else None

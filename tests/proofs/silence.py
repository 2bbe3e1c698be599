"""What counts as changed silently, and the rival's rule beside it.

A canonical value is changed silently when the text of its own cell does not say it (`meaning`)
and no problem that the clean files don't have names the cell, its row, its column or its sheet;
a column that is shown as not used, with the reason, is named. A value that is gone counts too:
a text that says something, in a column that the clean files are read from, with no value and
no such problem; likewise a row without a canonical row.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
from openpyxl.utils.cell import coordinate_to_tuple

from components.intake import Confidence, Reading
from components.tables.dataset import Dataset
from components.tables.fields import Kind
from components.tables.problems import Problem, Severity
from components.tables.schema import GROUP_ATTRIBUTES, TABLES
from tests.proofs.corruptions import Corrupted
from tests.proofs.meaning import NOTHING, Known, named_scales, number, says

Place = tuple[str, int, str, str]
"""File, column, table and field."""

MAIN = {"people.csv": "people", "roles.csv": "roles", "reviews.csv": "reviews"}
MIDDLE = 3.0
_SCALE = range(1, 6)


@dataclass(frozen=True)
class Clean:
    """The reading of the files as they were: which columns are read, what words stand for."""

    places: frozenset[Place]
    words: Mapping[Place, Known]
    problems: frozenset[tuple[str, str, str]]

    @classmethod
    def of(cls, reading: Reading, lines: Mapping[str, list[tuple[str, ...]]]) -> "Clean":
        """Learn from the clean files."""
        words: dict[Place, dict[str, Any]] = {}
        for place, row, value in values(reading.dataset):
            text = _text(lines, place[0], (row, place[1]))
            words.setdefault(place, {})[" ".join(text.split()).casefold()] = value
        return cls(frozenset(words), words, frozenset(map(_key, reading.problems)))


def values(dataset: Dataset) -> Iterator[tuple[Place, int, Any]]:
    """Every canonical value that stands in a cell: its column and field, its row, the value."""
    for name, every in dataset.tables.items():
        if name == GROUP_ATTRIBUTES:
            yield from _attributes(dataset, every)
            continue
        frame = _of_cells(every)
        for (sheet, table, field), column in dataset.places.items():
            if table != name or field not in frame.columns:
                continue
            of_sheet = frame.loc[frame["sheet"] == sheet, ["row", field]]
            place = (dataset.sheets[sheet].file, column, table, field)
            for row, value in zip(of_sheet["row"], of_sheet[field], strict=True):
                yield place, int(row), None if pd.isna(value) else value


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


def silent_changes(corrupted: Corrupted, reading: Reading, clean: Clean) -> list[str]:
    """Every value changed silently, in words."""
    told = _Told([p for p in reading.problems if _key(p) not in clean.problems])
    found = list(values(reading.dataset))
    lines = corrupted.lines
    known = {place: _words(place, lines, clean) for place in {place for place, _, _ in found}}
    wrong = [
        f"{corrupted.kind}: {place[0]} row {row}, {place[3]}: {text!r} became {value!r}"
        for place, row, value in found
        if not says(
            text := _text(lines, place[0], (row, place[1])), value, _kind(place), known[place]
        )
        and not told.about(place[0], row, place[1])
    ]
    told.add_columns(columns_not_used(reading))
    return [*wrong, *_gone(corrupted, found, clean, told)]


def columns_not_used(reading: Reading) -> frozenset[tuple[str, int]]:
    """File and index of each column that is asked about, or shown as not used with a reason."""
    return frozenset(
        (reading.dataset.sheets[plan.sheet].file, column.column)
        for plan in reading.plans
        for column in plan.columns
        if column.asked or (column.confidence == Confidence.UNUSED and column.why)
    )


def _words(place: Place, lines: Mapping[str, list[tuple[str, ...]]], clean: Clean) -> Known:
    """What words stand for in a column: as in the clean files, else as a scale that is known."""
    words = clean.words.get(place, {})
    if place[3] == "manager_id":
        return {**words, "0": None}
    if _kind(place) is not Kind.RATING:
        return words
    held = {line[place[1]].strip().casefold() for line in lines[place[0]][1:] if line[place[1] :]}
    fit = [scale for scale in named_scales() if held - {""} <= scale.keys()]
    return {**fit[0], **words} if fit and not held & words.keys() - {""} else words


def _gone(
    corrupted: Corrupted, found: list[tuple[Place, int, Any]], clean: Clean, told: "_Told"
) -> Iterator[str]:
    held = {(place, row) for place, row, _ in found}
    for place in sorted(clean.places):
        file, column, table, field = place
        if MAIN[file] != table and field not in ("gender", "age_band", "part_time", "caregiver"):
            continue
        for number_of_row, line in enumerate(corrupted.lines[file][1:], 2):
            text = line[column].strip() if column < len(line) else ""
            missing = text.casefold() not in NOTHING and (place, number_of_row) not in held
            if missing and not told.about(file, number_of_row, column):
                yield f"{corrupted.kind}: {file} row {number_of_row}, {field}: {text!r} is gone"


class _Told:
    """What the problems are about."""

    def __init__(self, problems: list[Problem]) -> None:
        self._rows: set[tuple[str, int]] = set()
        self._columns: set[tuple[str, int]] = set()
        self._files: set[str] = set()
        for one in problems:
            self._note(one)

    def add_columns(self, columns: Iterable[tuple[str, int]]) -> None:
        """Whole columns that are shown as not used."""
        self._columns |= set(columns)

    def _note(self, one: Problem) -> None:
        if not one.addresses:
            if one.severity is not Severity.WARNING:
                self._files.add(one.file)
            return
        for address in one.addresses:
            row, column = coordinate_to_tuple(address)
            self._rows.add((one.file, row))
            if row == 1 or one.severity is Severity.QUESTION or one.count > len(one.addresses):
                self._columns.add((one.file, column - 1))

    def about(self, file: str, row: int, column: int) -> bool:
        return file in self._files or (file, row) in self._rows or (file, column) in self._columns


def _key(problem: Problem) -> tuple[str, str, str]:
    return problem.code, problem.file, problem.value


def _text(lines: Mapping[str, list[tuple[str, ...]]], file: str, cell: tuple[int, int]) -> str:
    row, column = cell
    line = lines[file][row - 1] if row <= len(lines[file]) else ()
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

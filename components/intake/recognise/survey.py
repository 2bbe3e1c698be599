"""A first look at one sheet: header, columns, what each header may stand for, what was said."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

import pyarrow.compute as pc

from components.intake.answers import LEAVE_OUT, SheetAnswer
from components.intake.plan import Confidence
from components.intake.recognise.beside import as_beside
from components.intake.recognise.body import Body, Column, body_of
from components.intake.recognise.candidate import Candidate
from components.intake.recognise.candidates import candidates_of, is_known
from components.intake.recognise.formats import without_blanks
from components.intake.recognise.head import Head, find_head, head_at
from components.intake.recognise.id_column import is_bare, names_people
from components.intake.recognise.naming import Naming, as_named, naming_of
from components.intake.recognise.which_table import Found
from components.settings import Settings, header_key, label_key
from components.tables import columns as col
from components.tables.schema import TABLES
from components.tables.sheets import Sheet


@dataclass(frozen=True, slots=True)
class Survey:
    """One sheet looked at. Keys of the mappings are column indexes.

    `said` holds the answer about a column, None where it is to be left out; `doubled` the
    columns whose header another column has too, with other values; `copies` those that repeat
    a column, with the letter of the first.
    """

    body: Body
    answer: SheetAnswer
    readings: Mapping[int, tuple[Candidate, ...]]
    said: Mapping[int, str] = field(default_factory=dict)
    doubled: frozenset[int] = frozenset()
    copies: Mapping[int, str] = field(default_factory=dict)

    @property
    def sheet(self) -> Sheet:
        """The sheet itself."""
        return self.body.sheet

    @property
    def free(self) -> tuple[Column, ...]:
        """The columns that recognition decides about."""
        taken = self.said.keys() | self.doubled | self.copies.keys()
        return tuple(column for column in self.body.columns if column.index not in taken)

    def with_reading(self, column: Column, *readings: Candidate) -> "Survey":
        """The same, and the column may stand for these only."""
        return replace(self, readings={**self.readings, column.index: readings})

    def found(self) -> Found:
        """The fields its headers may stand for, answers included."""
        readings = [
            one
            for column in self.free
            for one in self.readings[column.index]
            if one.slip or not one.asked
        ]
        fields: dict[str, dict[str, bool]] = {}
        for table, name, sure in (*_as_read(readings), *_as_said(self.said)):
            before = fields.setdefault(table, {}).get(name, False)
            fields[table][name] = before or sure
        if any(col.EMPLOYEE_ID in fields[table] for table in fields if table not in _OF_ROLES):
            fields = _numbered(fields)
        scored = sum("competency" in one.detail for one in readings)
        cycles = sum("cycle" in one.detail for one in readings)
        title = f"{self.sheet.file.rpartition('.')[0]} {self.sheet.name}"
        codes = {one.field for one in readings if one.table == "people" and one.codes}
        codes -= {one.field for one in readings if one.table == "people" and not one.codes}
        codes -= {name for _, name, _ in _as_said(self.said)}
        return Found(_without_scores(fields, scored), scored, cycles, title, frozenset(codes))

    def repeats(self, column: Column) -> bool:
        """Whether a value of the column comes in more than one row."""
        values = self.body.all_of(column)
        return bool(pc.count_distinct(values).as_py() < len(values) - values.null_count)


def survey(number: int, sheet: Sheet, answer: SheetAnswer, settings: Settings) -> Survey | None:
    """Look at one sheet; None where it has no header row and no answer says so."""
    named = {header_key(header) for header in answer.columns}

    def knows(text: str) -> bool:
        return header_key(text) in named or is_known(text, settings)

    head: Head | None = (
        find_head(sheet, knows) if answer.header_row is None else head_at(sheet, answer.header_row)
    )
    if head is None:
        return None
    body = without_blanks(body_of(number, sheet, head), answer)
    readings = {one.index: candidates_of(one.header, settings) for one in body.columns}
    readings = as_beside(body, _named(body, readings))
    said = _said(body, answer)
    doubled, copies = _doubled(body, said)
    return Survey(body, answer, readings, said, doubled, copies)


def _named(
    body: Body, readings: dict[int, tuple[Candidate, ...]]
) -> dict[int, tuple[Candidate, ...]]:
    """The readings, those of columns that name somebody held against their values."""
    own = next((one for one in body.columns if names_people(readings[one.index])), None)
    ids = naming_of(own.values) if own else Naming.UNCLEAR
    numbered = own or next((one for one in body.columns if is_bare(one)), None)
    numbers = frozenset(numbered.values.distinct) if numbered else frozenset()
    return {one.index: as_named(one, readings[one.index], ids, numbers) for one in body.columns}


_OF_ROLES = frozenset({"successors"})
"""Tables whose employee IDs may have a name of their own: a successor is no employee elsewhere."""

Finding = tuple[str, str, bool]
"""Table, field, and whether the name is sure."""


def _as_read(readings: list[Candidate]) -> Iterator[Finding]:
    return ((one.table, one.field, one.confidence == Confidence.SURE) for one in readings)


def _as_said(said: Mapping[int, str]) -> Iterator[Finding]:
    """A bare field counts for every table that has it."""
    for place in said.values():
        table, dot, name = place.rpartition(".")
        tables = [table] if dot else [one.name for one in TABLES.values() if name in one.names]
        yield from ((one, name, True) for one in tables)


def _numbered(fields: dict[str, dict[str, bool]]) -> dict[str, dict[str, bool]]:
    """An employee ID is one for every table."""
    with_id = [table.name for table in TABLES.values() if col.EMPLOYEE_ID in table.names]
    return fields | {table: {col.EMPLOYEE_ID: True, **fields.get(table, {})} for table in with_id}


def _without_scores(fields: dict[str, dict[str, bool]], scored: int) -> dict[str, dict[str, bool]]:
    """Columns named after a competency don't make the long form of the table."""
    if scored and col.COMPETENCY not in fields.get("competencies", {}):
        kept = {col.EMPLOYEE_ID, col.CYCLE} & fields["competencies"].keys()
        fields["competencies"] = {name: fields["competencies"][name] for name in kept}
    return fields


def _said(body: Body, answer: SheetAnswer) -> dict[int, str]:
    """Answers by column index: by the header as written, else as it is compared, else by letter."""
    said: dict[int, str] = {}
    for header, place in answer.columns.items():
        for column in _meant(body, header):
            said[column.index] = place.strip() or LEAVE_OUT
    return said


def _meant(body: Body, header: str) -> list[Column]:
    by_letter = [one for one in body.columns if f"column {one.letter}" == header]
    exact = [one for one in body.columns if one.header == " ".join(header.split())]
    alike = [one for one in body.columns if header_key(one.header) == header_key(header)]
    return by_letter or exact or alike


def _doubled(body: Body, said: Mapping[int, str]) -> tuple[frozenset[int], dict[int, str]]:
    """Columns under one header: copies of the first, or doubled where the values differ.

    What was said of one of them leaves the others open.
    """
    groups: dict[str, list[Column]] = {}
    for column in body.columns:
        groups.setdefault(label_key(column.header), []).append(column)
    doubled: set[int] = set()
    copies: dict[int, str] = {}
    for first, *others in groups.values():
        values = body.all_of(first)
        same = [other for other in others if body.all_of(other).equals(values)]
        copies |= {other.index: first.letter for other in same}
        if len(same) < len(others):
            doubled |= {first.index, *(one.index for one in others)} - copies.keys()
    open_copies = {at: letter for at, letter in copies.items() if at not in said}
    return frozenset(doubled - said.keys()), open_copies


def unmatched(survey: Survey) -> list[str]:
    """Headers an answer names that the sheet doesn't have."""
    return [header for header in survey.answer.columns if not _meant(survey.body, header)]

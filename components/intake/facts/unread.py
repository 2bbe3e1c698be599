"""Problems of cells: texts that could not be read, with the address of each."""

from collections.abc import Iterator

import numpy as np

from components.intake.facts.findings import Place, Rows, Wording, by_value
from components.intake.facts.sheet_rows import Given, SheetRows, field_of
from components.tables.fields import Kind
from components.tables.problems import Problem, Severity

_LISTED = "The cell counts as unknown. Correct it in the file and load it again."

_DATE = Wording(
    "unreadable_date",
    "“{value}” can't be read as a date.",
    "“{value}” can't be read as a date, in {count} cells.",
    "The cell counts as no date. Write it as 2024-01-31, or say which of day and month is first.",
)
_NUMBER = Wording(
    "unreadable_number",
    "“{value}” can't be read as a number.",
    "“{value}” can't be read as a number, in {count} cells.",
    _LISTED,
)
_RATING = Wording(
    "unknown_rating",
    "“{value}” is a rating on no scale that fits this column.",
    "“{value}” is a rating on no scale that fits this column, in {count} cells.",
    "The rating counts as unknown. Add the label to a scale in config/ratings.toml, or correct it.",
    Severity.QUESTION,
)
_CHOICE = Wording(
    "unknown_choice",
    "“{value}” is none of the words known here.",
    "“{value}” is none of the words known here, in {count} cells.",
    "The cell counts as unknown. Add the word to config/values.toml, or correct it.",
)
_BY_KIND = {
    Kind.DATE: _DATE,
    Kind.NUMBER: _NUMBER,
    Kind.WHOLE: _NUMBER,
    Kind.PERCENT: _NUMBER,
    Kind.MONTHS: _NUMBER,
    Kind.RATING: _RATING,
    Kind.CHOICE: _CHOICE,
    Kind.YES_NO: _CHOICE,
    Kind.GROUP: _CHOICE,
}


def unread(rows: SheetRows) -> Iterator[Problem]:
    """Every cell of a sheet that could not be read, once for each column it stands in."""
    for given in rows.given:
        marked = given.column.unread
        if marked.any():
            wording = _BY_KIND[field_of(given.plan).kind]
            place = Place(rows.source, given.plan.column)
            yield from by_value(wording, place, _groups(given, rows.first))


def _groups(given: Given, first: int) -> list[Rows]:
    """The row numbers of each unread text, texts in the order they first stand."""
    at = given.column.distinct.rows_of(given.column.unread)
    codes = given.column.distinct.codes()[at]
    order = np.argsort(codes, kind="stable")
    ends = np.flatnonzero(np.diff(codes[order])) + 1
    groups = [(group + first).astype(np.int32) for group in np.split(at[order], ends)]
    return sorted((group for group in groups if len(group)), key=lambda group: int(group[0]))

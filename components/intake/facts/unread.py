"""Problems of cells: texts that could not be read, with the address of each."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from components.intake.facts.doubted import doubted
from components.intake.facts.findings import Place, Rows, Wording, by_text, by_value
from components.intake.facts.open_questions import open_questions
from components.intake.facts.scores import holds_scores
from components.intake.facts.setting_aside import KEY_DATES
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
_KEY_DATE = replace(
    _DATE, now="The row was set aside, because it needs its date. Write it as 2024-01-31."
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
_SCORE = Wording(
    "unreadable_number",
    "“{value}” is no score on the scale of the competencies.",
    "“{value}” is no score on the scale of the competencies, in {count} cells.",
    "The score counts as unknown. Correct it, or set the scale in config/competencies.toml.",
)
_OPEN = Wording(
    "scale_unknown",
    "“{value}” is on no scale that is known.",
    "The values of this column fit no scale that is known, as “{value}”; {count} cells.",
    "They count as unknown until you say, on Load data or in answers, which scale the column is "
    "on. A scale that is always yours belongs into config/ratings.toml.",
    Severity.QUESTION,
)
_NO_SUCH = replace(
    _OPEN,
    one="The answers say that “{value}” is on a scale that is not known.",
    many="The answers put this column, with “{value}”, on an unknown scale; {count} cells.",
    now="They count as unknown. Name a scale of config/ratings.toml or of the same answers.",
)
_SCORES_OPEN = Wording(
    "score_scale",
    "“{value}” is no score on the scale of the competencies.",
    "The scores of this column are on another scale than the competencies, as “{value}”; "
    "{count} cells.",
    "They count as unknown until you say, on Load data or in answers, which score each label is. "
    "Or set lowest and highest in config/competencies.toml.",
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
}


def unread(rows: SheetRows) -> Iterator[Problem]:
    """Every cell of a sheet that could not be read, or only doubtfully, column by column."""
    for given in rows.given:
        yield from doubted(given, rows.source, rows.first)
        if given.column.unread.any():
            yield from _of_column(given, rows)


def _of_column(given: Given, rows: SheetRows) -> Iterator[Problem]:
    key = _dates_the_row(given, rows)
    yield from open_questions(given, rows.source, rows.first, key=key)
    groups = _groups(given, rows.first)
    place = Place(rows.source, given.plan.column)
    if groups and _scale_is_open(given):
        cells = np.concatenate(groups)
        wording = _open(given)
        yield place.problem(wording, int(cells[0]), count=len(cells), rows=cells)
    else:
        yield from by_value(_wording(given, rows), place, groups)


def _open(given: Given) -> Wording:
    """How it is said that a whole column could not be read."""
    if holds_scores(given.plan):
        return _SCORES_OPEN
    named = "scale" in given.plan.detail and not given.column.scale
    return _NO_SUCH if named else _OPEN


def _scale_is_open(given: Given) -> bool:
    """No label of a column of ratings or scores could be read."""
    graded = field_of(given.plan).kind is Kind.RATING or holds_scores(given.plan)
    return graded and given.column.values.null_count == len(given.column.values)


def _wording(given: Given, rows: SheetRows) -> Wording:
    if _dates_the_row(given, rows):
        return _KEY_DATE
    if holds_scores(given.plan):
        return _SCORE
    return _BY_KIND.get(field_of(given.plan).kind, _CHOICE)


def _dates_the_row(given: Given, rows: SheetRows) -> bool:
    return given.plan.table == rows.table and given.plan.field == KEY_DATES.get(rows.table)


def _groups(given: Given, first: int) -> list[Rows]:
    """The row numbers of each text that no answer would make readable, in order."""
    unread = given.column.unread.copy()
    for asked in given.column.open.values():
        unread &= ~asked
    at = given.column.distinct.rows_of(unread)
    return by_text(given.column.distinct.codes()[at], (at + first).astype(np.int32))

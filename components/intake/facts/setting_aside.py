"""Rows that can't be facts: without an id, said twice, without their date, ending too soon."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow.compute as pc

from components.intake.facts.equal_rows import first_equal
from components.intake.facts.fields import cycles
from components.intake.facts.findings import Place, Wording, by_cell
from components.intake.facts.sheet_rows import SheetRows, with_id
from components.tables import columns as col
from components.tables.problems import Problem, Severity
from components.tables.schema import TABLES

Mask = npt.NDArray[np.bool_]

KEY_DATES = {"roles": col.EFFECTIVE_DATE, "pay": col.EFFECTIVE_DATE, "aspirations": col.ASKED_ON}
KEY_DATES |= dict.fromkeys(("opportunities", "artifacts", "scorecards"), col.DATE)
"""The date without which a row is no fact, by table."""

_MISSING_ID = Wording(
    "missing_id",
    "The row has no employee ID.",
    "{count} rows have no employee ID; the first is named here.",
    "The row was set aside. Fill in the ID and load the file again.",
    Severity.ERROR,
)
_DUPLICATE = Wording(
    "duplicate_row",
    "The row repeats an earlier row of the sheet.",
    "{count} rows repeat earlier rows of the sheet; the first is named here.",
    "It counts once. Nothing needs to be done.",
)
_MISSING_DATE = Wording(
    "missing_date",
    "The row has no date.",
    "{count} rows have no date; the first is named here.",
    "The row was set aside. Fill in the date and load the file again.",
    Severity.ERROR,
)
_NO_DATE_COLUMN = Wording(
    "no_date_column",
    "No column of the sheet is known to hold the date of its row.",
    "No column of the sheet is known to hold the date of its {count} rows.",
    "They were set aside. Say on Load data or in an answers file which column holds the date.",
    Severity.ERROR,
)
_NO_CYCLE = Wording(
    "missing_date",
    "The review has neither a cycle nor a date.",
    "{count} reviews have neither a cycle nor a date; the first is named here.",
    "The row was set aside. Fill in one of the two and load the file again.",
    Severity.ERROR,
)
_ENDS_FIRST = Wording(
    "end_before_start",
    "The end date “{value}” lies before the start of the row.",
    "{count} rows end before they start; the first is named here.",
    "The row was set aside. Correct one of its two dates.",
)


@dataclass(frozen=True)
class Sifted:
    """The rows that remain, and why others don't."""

    rows: SheetRows
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class _Wrong:
    """Rows to set aside, and the column to name; `told` marks those named already."""

    marked: Mask
    wording: Wording
    column: int
    told: Mask | None = None

    @property
    def named(self) -> Mask:
        """The rows to name."""
        return self.marked if self.told is None else self.marked & ~self.told


def sift(rows: SheetRows) -> Sifted:
    """Set aside what can't be a fact, one reason after the other."""
    problems: list[Problem] = []
    for reason in (_without_id, _repeated, _undated, _without_cycle, _ending_first):
        wrong = reason(rows)
        if wrong is not None and wrong.marked.any():
            place = Place(rows.source, wrong.column)
            problems += by_cell(wrong.wording, place, rows.row[wrong.named])
            rows = rows.keep(~wrong.marked)
    return Sifted(rows, tuple(problems))


def _without_id(rows: SheetRows) -> _Wrong | None:
    """Rows about nobody; a scorecard may be about somebody who was never hired."""
    if not TABLES[rows.table].field(col.EMPLOYEE_ID).required:
        return None
    return _Wrong(~with_id(rows), _MISSING_ID, rows.key.plan.column)


def _repeated(rows: SheetRows) -> _Wrong:
    return _Wrong(_repeats(rows), _DUPLICATE, rows.key.plan.column)


def _undated(rows: SheetRows) -> _Wrong | None:
    if rows.table not in KEY_DATES:
        return None
    given = rows.named(rows.table, KEY_DATES[rows.table])
    if given is None:
        every = np.ones(len(rows.row), dtype=np.bool_)
        return _Wrong(every, _NO_DATE_COLUMN, rows.key.plan.column)
    unread = np.append(given.column.unread, False)[given.column.distinct.codes()[rows.kept]]
    missing = np.asarray(pc.is_null(given.values))
    return _Wrong(missing, _MISSING_DATE, given.plan.column, told=unread)


def _without_cycle(rows: SheetRows) -> _Wrong | None:
    """A review needs a cycle or a date."""
    named = [rows.named("reviews", name) for name in (col.CYCLE, col.REVIEW_DATE)]
    given = [one for one in named if one is not None]
    if rows.table != "reviews" or not given or cycles(rows):
        return None
    missing = np.ones(len(rows.row), dtype=np.bool_)
    for one in given:
        missing &= np.asarray(pc.is_null(one.values))
    return _Wrong(missing, _NO_CYCLE, given[0].plan.column)


def _ending_first(rows: SheetRows) -> _Wrong | None:
    start, end = (rows.named("roles", name) for name in (col.EFFECTIVE_DATE, col.END_DATE))
    if rows.table != "roles" or start is None or end is None:
        return None
    before = pc.fill_null(pc.less(end.values, start.values), fill_value=False)
    return _Wrong(np.asarray(before), _ENDS_FIRST, end.plan.column)


def _repeats(rows: SheetRows) -> Mask:
    """Rows equal in every used column to an earlier one."""
    texts = [given.column.distinct.codes()[rows.kept] for given in rows.given]
    repeats: Mask = first_equal(texts) != np.arange(len(rows.row))
    return repeats

"""Rows that can't be facts: without an id, said twice, without their date, ending too soon."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow.compute as pc

from components.intake.facts.fields import fields
from components.intake.facts.findings import Place, Wording, by_cell
from components.intake.facts.sheet_rows import SheetRows, with_id
from components.tables import columns as col
from components.tables.problems import Problem, Severity

Mask = npt.NDArray[np.bool_]
Rows = npt.NDArray[np.int64]

_DATED = {"roles": col.EFFECTIVE_DATE, "pay": col.EFFECTIVE_DATE, "aspirations": col.ASKED_ON}
_DATED |= dict.fromkeys(("opportunities", "artifacts", "scorecards"), col.DATE)

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


def sift(rows: SheetRows) -> Sifted:
    """Set aside what can't be a fact, one reason after the other."""
    problems: list[Problem] = []
    for wrong in (_without_id, _repeated, _undated, _ending_first):
        marked, wording, column = wrong(rows)
        if marked.any():
            problems += by_cell(wording, Place(rows.source, column), rows.row[marked])
            rows = rows.keep(~marked)
    return Sifted(rows, tuple(problems))


def _without_id(rows: SheetRows) -> tuple[Mask, Wording, int]:
    return ~with_id(rows), _MISSING_ID, rows.key.plan.column


def _repeated(rows: SheetRows) -> tuple[Mask, Wording, int]:
    return _repeats(rows), _DUPLICATE, rows.key.plan.column


def _undated(rows: SheetRows) -> tuple[Mask, Wording, int]:
    name = _DATED.get(rows.table, "")
    given = rows.named(rows.table, name)
    if given is None:
        return np.zeros(len(rows.row), dtype=np.bool_), _MISSING_DATE, rows.key.plan.column
    return np.asarray(pc.is_null(given.values)), _MISSING_DATE, given.plan.column


def _ending_first(rows: SheetRows) -> tuple[Mask, Wording, int]:
    own = fields(rows, "roles") if rows.table == "roles" else {}
    end = rows.named("roles", col.END_DATE)
    if end is None or col.EFFECTIVE_DATE not in own:
        return np.zeros(len(rows.row), dtype=np.bool_), _ENDS_FIRST, 0
    before = pc.fill_null(pc.less(own[col.END_DATE], own[col.EFFECTIVE_DATE]), fill_value=False)
    return np.asarray(before), _ENDS_FIRST, end.plan.column


def _repeats(rows: SheetRows) -> Mask:
    """Rows equal in every used column to an earlier one.

    Rows are compared by a number made of their texts; where two numbers agree, the texts are
    compared themselves.
    """
    texts = [given.column.distinct.codes()[rows.kept] for given in rows.given]
    mixed = np.zeros(len(rows.row), dtype=np.uint64)
    for codes in texts:
        mixed = (mixed ^ codes.astype(np.uint64)) * _ODD
        mixed ^= mixed >> np.uint64(29)
    in_order = np.sort(mixed)
    twice = in_order[1:][in_order[1:] == in_order[:-1]]
    suspects = np.flatnonzero(np.isin(mixed, twice)) if len(twice) else np.empty(0, np.int64)
    return _equal_to_earlier(texts, suspects, len(rows.row))


_ODD = np.uint64(0x9E3779B97F4A7C15)


def _equal_to_earlier(texts: list[npt.NDArray[np.int32]], suspects: Rows, count: int) -> Mask:
    repeats = np.zeros(count, dtype=np.bool_)
    if len(suspects):
        table = np.column_stack([codes[suspects] for codes in texts])
        _, first = np.unique(table, axis=0, return_index=True)
        repeats[np.delete(suspects, first)] = True
    return repeats

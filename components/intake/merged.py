"""Merged cells in the rows of a table: only the first cell holds the value, unless it is said."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import pyarrow as pa

from components.intake.answers import Answers
from components.intake.plan import SheetPlan
from components.tables.problems import MOST_CELLS, Problem, Severity
from components.tables.sheets import MERGED, Sheet, column_index

_RANGE = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")


@dataclass(frozen=True, slots=True)
class _Range:
    """A merged range: columns from A = 0, rows as shown; first and last are part of it."""

    address: str
    columns: tuple[int, int]
    rows: tuple[int, int]


def filled(sheet: Sheet) -> Sheet:
    """The sheet with the value of each merged cell in all the rows that it covers.

    Only its first column is filled: a cell that covers several columns says nothing of each.
    """
    changed: dict[int, list[str | None]] = {}
    for one in _ranges(sheet):
        across, rows = one.columns[0] - sheet.first_column, _held(one, sheet)
        if not 0 <= across < sheet.columns or len(rows) < 2:
            continue
        texts = changed.setdefault(across, sheet.text.column(across).to_pylist())
        if rows[0] == one.rows[0] - sheet.first_row:
            texts[rows[0] : rows[-1] + 1] = [texts[rows[0]]] * len(rows)
    text = sheet.text
    for across, texts in changed.items():
        column = pa.array(texts, text.schema.field(across).type)
        text = text.set_column(across, text.column_names[across], column)
    return replace(sheet, text=text) if changed else sheet


def merged_cells(
    sheets: Sequence[Sheet], plans: Iterable[SheetPlan], answers: Answers
) -> Iterator[Problem]:
    """One problem for each used column whose cells are merged over several rows.

    None where it was said whether the value holds for all of them. Merged titles and headers
    are no problem.
    """
    for plan in plans:
        sheet = sheets[plan.sheet]
        if plan.table and answers.about(sheet).fill_merged is None:
            yield from _of_sheet(sheet, plan)


def _of_sheet(sheet: Sheet, plan: SheetPlan) -> Iterator[Problem]:
    used = {column.column: column for column in plan.columns if column.used}
    found: dict[int, list[_Range]] = {}
    for one in _ranges(sheet):
        if one.rows[1] > plan.header_row and one.rows[0] <= plan.last_row:
            for column in range(one.columns[0], min(one.columns[1], max(used, default=0)) + 1):
                found.setdefault(column, []).append(one)
    for column in sorted(found.keys() & used.keys()):
        yield _problem(sheet, column, found[column], used[column].header)


def _problem(sheet: Sheet, column: int, ranges: Sequence[_Range], header: str) -> Problem:
    covered = [
        sheet.address(row, column)
        for one in ranges
        for row in range(one.rows[0], one.rows[1] + 1)
        if (row, column) != (one.rows[0], one.columns[0])
    ]
    first = ranges[0]
    more = f" and {len(ranges) - 1} more" if len(ranges) > 1 else ""
    return Problem(
        "merged-cells",
        Severity.WARNING,
        f"Cells of {header} are merged: {first.address}{more}. Only the first cell of each holds "
        "its value.",
        "The others count as empty. Say on Load data or in an answers file that the value holds "
        "for all the rows it covers (fill_merged = true), or that it does not (false).",
        file=sheet.file,
        sheet=sheet.name,
        cell=sheet.address(first.rows[0], first.columns[0]),
        value=sheet.quote(first.rows[0], first.columns[0]) or "",
        count=len(covered),
        cells=tuple(covered[:MOST_CELLS]),
    )


def _ranges(sheet: Sheet) -> Iterator[_Range]:
    for note in sheet.notes:
        found = _RANGE.fullmatch(note.removeprefix(MERGED)) if note.startswith(MERGED) else None
        if found:
            left, top, right, bottom = found.groups()
            yield _Range(
                f"{left}{top}:{right}{bottom}",
                (column_index(left), column_index(right)),
                (int(top), int(bottom)),
            )


def _held(one: _Range, sheet: Sheet) -> range:
    """The 0-based rows of the text that a range covers."""
    first = max(one.rows[0] - sheet.first_row, 0)
    return range(first, min(one.rows[1] - sheet.first_row + 1, sheet.rows))

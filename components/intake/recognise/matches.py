"""Matches: what each column was taken for, one row per column, as people read it."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.intake.plan import ColumnPlan, Confidence, SheetPlan
from components.tables.sheets import Sheet, column_letter


@dataclass(frozen=True, slots=True)
class Match:
    """One column: where it stands, what it was taken for, how surely and why."""

    file: str
    sheet: str
    column: str
    header: str
    table: str
    field: str
    confidence: Confidence
    why: str


def matches(sheets: Sequence[Sheet], plans: Sequence[SheetPlan]) -> tuple[Match, ...]:
    """One match per column of every sheet; a sheet without header has one per held column."""
    return tuple(
        _match(sheets[plan.sheet], column)
        for plan in plans
        for column in plan.columns or _unread(sheets[plan.sheet], plan.why)
    )


def _match(sheet: Sheet, plan: ColumnPlan) -> Match:
    return Match(
        sheet.file,
        sheet.name,
        column_letter(plan.column),
        plan.header,
        plan.table,
        plan.field,
        plan.confidence,
        plan.why,
    )


def _unread(sheet: Sheet, why: str) -> list[ColumnPlan]:
    first = sheet.first_column
    return [ColumnPlan(first + place, "", why=why) for place in range(sheet.columns)]

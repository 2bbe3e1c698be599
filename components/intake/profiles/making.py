"""A profile made of a reading: every column that was confirmed, and how its values are written."""

from collections.abc import Iterator, Sequence

from components.intake.answers import LEAVE_OUT, NO_HEADER, Answers, ColumnFormat, SheetAnswer
from components.intake.plan import ColumnPlan, Confidence, SheetPlan
from components.tables.sheets import Sheet, column_letter

_EVIDENT = ("date_order", "decimal", "unit", "scale")
"""What the values of one file decided about a column holds for the next file too."""


def profile_of(sheets: Sequence[Sheet], plans: Sequence[SheetPlan], answers: Answers) -> Answers:
    """All that holds for the next files of the same kind.

    The columns that are used and those that are not, the formats that were said or evident,
    scales, levels and joins. The review cycle and the snapshot day of one file are not in it,
    nor where its header stood: the next file has its own.
    """
    kept = [_sheet(sheets[plan.sheet], plan, answers) for plan in plans if _is_read(plan)]
    return Answers(levels=answers.levels, scales=answers.scales, sheet=tuple(kept))


def _is_read(plan: SheetPlan) -> bool:
    return bool(plan.columns) and (bool(plan.table) or plan.lookup)


def _sheet(sheet: Sheet, plan: SheetPlan, answers: Answers) -> SheetAnswer:
    said = answers.about(sheet)
    formats = {_named(one): found for one in plan.columns if (found := _format(one, said))}
    return said.model_copy(
        update={
            "file": sheet.file,
            "sheet": sheet.name,
            "table": plan.table or None,
            "header_row": NO_HEADER if said.header_row == NO_HEADER else None,
            "lookup": True if plan.lookup else None,
            "date_order": None,
            "cycle": None,
            "known_on": None,
            "headers": tuple(one.header for one in plan.columns if one.header),
            "columns": {} if plan.lookup else dict(_places(plan)),
            "formats": formats,
        }
    )


def _named(column: ColumnPlan) -> str:
    return column.header or f"column {column_letter(column.column)}"


def _places(plan: SheetPlan) -> Iterator[tuple[str, str]]:
    """Header → place of every column that is settled; of two under one header, by letter."""
    headers = [one.header for one in plan.columns]
    for one in plan.columns:
        twice = headers.count(one.header) > 1
        name = f"column {column_letter(one.column)}" if twice else _named(one)
        if one.used:
            yield name, f"{one.table}.{one.field}"
        elif one.confidence is Confidence.UNUSED and not twice:
            yield name, LEAVE_OUT


def _format(column: ColumnPlan, said: SheetAnswer) -> ColumnFormat | None:
    """What was said about a column, completed by what its values showed."""
    given = said.formats.get(column.header, ColumnFormat())
    evident = {name: column.detail[name] for name in _EVIDENT if name in column.detail}
    known = given.model_dump()
    missing = {name: value for name, value in evident.items() if known[name] is None}
    whole = ColumnFormat.model_validate(known | missing) if column.used else given
    return whole if whole != ColumnFormat() else None

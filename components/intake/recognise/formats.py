"""What answers say about how a column's values are written, put into its plan's detail."""

from dataclasses import replace

from components.intake.answers import ColumnFormat, SheetAnswer
from components.intake.plan import ColumnPlan
from components.settings import header_key
from components.tables.sheets import column_letter

BETWEEN = "\x1f"
"""Stands between the texts of one detail."""


def with_formats(plans: tuple[ColumnPlan, ...], answer: SheetAnswer) -> tuple[ColumnPlan, ...]:
    """The plans, each with what was said about its header in its detail."""
    return tuple(_with_format(plan, format_of(plan, answer)) for plan in plans)


def format_of(plan: ColumnPlan, answer: SheetAnswer) -> ColumnFormat | None:
    """What was said about the values of a column: by its header as written, alike, or letter."""
    formats = answer.formats
    exact = formats.get(plan.header) or formats.get(f"column {column_letter(plan.column)}")
    key = header_key(plan.header)
    return exact or next((one for name, one in formats.items() if header_key(name) == key), None)


def _with_format(plan: ColumnPlan, said: ColumnFormat | None) -> ColumnPlan:
    if said is None:
        return plan
    given = said.model_dump(exclude_none=True, exclude={"blanks", "values"})
    texts = {"blanks": said.blanks, "values": said.values}
    joined = {name: BETWEEN.join(some) for name, some in texts.items() if some}
    words = {name: f"{value:g}" if name == "full_time" else value for name, value in given.items()}
    return replace(plan, detail={**plan.detail, **words, **joined})

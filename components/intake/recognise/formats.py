"""What answers say about how a column's values are written, put into its plan's detail."""

from collections.abc import Mapping
from dataclasses import replace

from components.intake.answers import ColumnFormat, SheetAnswer
from components.intake.plan import BETWEEN, ColumnPlan
from components.intake.recognise.body import Body, Column
from components.settings import header_key, label_key
from components.tables.sheets import column_letter


def with_formats(plans: tuple[ColumnPlan, ...], answer: SheetAnswer) -> tuple[ColumnPlan, ...]:
    """The plans, each with what was said about its header in its detail."""
    return tuple(
        _with_format(plan, format_of(plan.header, plan.column, answer.formats)) for plan in plans
    )


def without_blanks(body: Body, answer: SheetAnswer) -> Body:
    """The body whose columns hold no texts that were said to mean "nothing here" in them."""
    if not answer.formats:
        return body
    columns = (
        _without(one, format_of(one.header, one.index, answer.formats)) for one in body.columns
    )
    return replace(body, columns=tuple(columns))


def _without(column: Column, said: ColumnFormat | None) -> Column:
    if said is None or not said.blanks:
        return column
    blanks, values = frozenset(map(label_key, said.blanks)), column.values
    pairs = zip(values.distinct, values.counts, strict=True)
    kept = [(text, count) for text, count in pairs if label_key(text) not in blanks]
    counts = tuple(count for _, count in kept)
    texts = tuple(text for text, _ in kept)
    return replace(
        column, values=replace(values, distinct=texts, counts=counts, filled=sum(counts))
    )


def format_of(header: str, column: int, formats: Mapping[str, ColumnFormat]) -> ColumnFormat | None:
    """What was said about the values of a column: by its header as written, alike, or letter."""
    exact = formats.get(header) or formats.get(f"column {column_letter(column)}")
    key = header_key(header)
    return exact or next((one for name, one in formats.items() if header_key(name) == key), None)


def _with_format(plan: ColumnPlan, said: ColumnFormat | None) -> ColumnPlan:
    if said is None:
        return plan
    given = said.model_dump(exclude_none=True, exclude={"blanks", "values"})
    texts = {"blanks": said.blanks, "values": said.values}
    joined = {name: BETWEEN.join(some) for name, some in texts.items() if some}
    words = {name: f"{value:g}" if name == "full_time" else value for name, value in given.items()}
    return replace(plan, detail={**plan.detail, **words, **joined})

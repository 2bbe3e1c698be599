"""In what a duration counts, where its header does not say: years, or months."""

from dataclasses import replace

from components.intake.plan import ColumnPlan, Confidence
from components.intake.recognise.body import Body
from components.intake.recognise.evidence import Values
from components.intake.values import number_form
from components.settings import header_words
from components.tables.fields import Kind
from components.tables.schema import TABLES

_SAID = {"year": "years", "yr": "years", "month": "months", "mo": "months", "day": "days"}
_MANY_ROWS = 500
_A_WORKING_LIFE = 50


def with_units(body: Body, plans: tuple[ColumnPlan, ...]) -> tuple[ColumnPlan, ...]:
    """The plans with the unit of each duration in its detail."""
    values = {column.index: column.values for column in body.columns}
    return tuple(
        _with_unit(plan, values[plan.column]) if _needs_unit(plan) else plan for plan in plans
    )


def _needs_unit(plan: ColumnPlan) -> bool:
    known = plan.used and plan.table in TABLES and plan.field in TABLES[plan.table].names
    return (
        known
        and "unit" not in plan.detail
        and TABLES[plan.table].field(plan.field).kind == Kind.MONTHS
    )


def _with_unit(plan: ColumnPlan, values: Values) -> ColumnPlan:
    unit, why = unit_of(plan.field if plan.why == "same name" else plan.header, values)
    if not unit:
        return plan
    detail = {**plan.detail, "unit": unit}
    if not why:
        return replace(plan, detail=detail)
    return replace(plan, detail=detail, confidence=Confidence.LIKELY, why=f"{plan.why}; {why}")


def unit_of(header: str, values: Values) -> tuple[str, str]:
    """The unit and why; both empty where the texts name it themselves ("2 years 1 month").

    >>> unit_of("Tenure (years)", Values(("4", "12")))
    ('years', '')
    >>> unit_of("Tenure", Values(("4.6", "12")))
    ('years', 'fractions: read as years')
    >>> unit_of("Tenure", Values(("4", "112")))
    ('months', 'up to 112: read as months')
    """
    words = header_words(header).replace("(", " ").replace(")", " ").split()
    single = [word.removesuffix("s") for word in words]
    said = next((_SAID[word] for word in single if word in _SAID), "")
    if said:
        return said, ""
    forms = [form for form in map(number_form, values.distinct) if form is not None]
    numbers = [form.only or 0.0 for form in forms]
    if not numbers or len(numbers) < 0.5 * len(values.distinct):
        return "", ""
    return _by_size(max(numbers), any(number % 1 for number in numbers), values.rows)


def _by_size(most: float, fractions: bool, rows: int) -> tuple[str, str]:
    if fractions and most <= _A_WORKING_LIFE:
        return "years", "fractions: read as years"
    if rows >= _MANY_ROWS and most <= _A_WORKING_LIFE:
        return "years", f"none above {most:g} in many rows: read as years"
    if most > _A_WORKING_LIFE:
        return "months", f"up to {most:g}: read as months"
    return "months", "no unit is named: read as months"

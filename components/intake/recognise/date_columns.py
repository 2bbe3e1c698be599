"""The order of day and month of each date column: said, decided by values, or asked."""

from dataclasses import replace

import pyarrow.compute as pc

from components.intake.plan import ColumnPlan, Confidence
from components.intake.recognise.body import Body, Column
from components.intake.recognise.candidates import Candidate
from components.intake.recognise.date_order import Order, date_order
from components.intake.recognise.fit import kind_of
from components.tables.fields import Kind
from components.tables.schema import TABLES


def ordered_dates(
    body: Body, plans: tuple[ColumnPlan, ...], said: str | None
) -> tuple[tuple[ColumnPlan, ...], dict[int, Order]]:
    """The plans with the date order of each date column in its detail, and what stays open.

    A column none of whose values decides follows another of the sheet that is written in the
    same way and decided by its own values; else its plan is asked.
    """
    columns = {column.index: column for column in body.columns}
    orders = {
        plan.column: _order(body, columns[plan.column])
        for plan in plans
        if plan.used and _is_date(plan)
    }
    decided = {one.separator: one for one in orders.values() if one.first and one.sure and one.why}
    settled = tuple(
        _with_order(plan, orders[plan.column], decided, said) if plan.column in orders else plan
        for plan in plans
    )
    still_open = {
        plan.column: orders[plan.column]
        for plan in settled
        if plan.column in orders and plan.confidence == Confidence.ASKED
    }
    return settled, still_open


def _order(body: Body, column: Column) -> Order:
    order = date_order(column.values.distinct)
    if not order.open or column.values.whole:
        return order
    every = pc.unique(body.all_of(column)).to_pylist()
    return date_order(text.strip() for text in every if text)


def _is_date(plan: ColumnPlan) -> bool:
    if plan.table not in TABLES or plan.field not in TABLES[plan.table].names:
        return False
    reading = Candidate(plan.table, plan.field, plan.confidence, plan.why, detail=plan.detail)
    return kind_of(reading) == Kind.DATE


def _with_order(
    plan: ColumnPlan, order: Order, decided: dict[str, Order], said: str | None
) -> ColumnPlan:
    if not order.separator or "date_order" in plan.detail:
        return plan
    if said:
        return _first(plan, said)
    if order.first:
        likely = None if order.sure else order.why
        return _first(plan, order.first, likely)
    model = decided.get(order.separator)
    if model and not order.why:
        return _first(plan, model.first, f"{model.why}, in another column written the same way")
    asked = f"Does the day or the month stand first in {order.open}?"
    why = order.why or f"{order.open} can be read two ways"
    return replace(plan, confidence=Confidence.ASKED, why=f"{plan.why}, but {why}", asked=asked)


def _first(plan: ColumnPlan, first: str, likely: str | None = None) -> ColumnPlan:
    detail = {**plan.detail, "date_order": first}
    if likely is None:
        return replace(plan, detail=detail)
    why = f"{plan.why}; {first} first: {likely}"
    return replace(plan, detail=detail, confidence=Confidence.LIKELY, why=why)

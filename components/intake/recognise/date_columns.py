"""The order of day and month of each date column: said, decided by values, or left to be asked."""

from collections.abc import Mapping
from dataclasses import replace

import pyarrow.compute as pc

from components.intake.plan import ColumnPlan, Confidence
from components.intake.recognise.body import Body, Column
from components.intake.recognise.candidate import Candidate
from components.intake.recognise.fit import kind_of
from components.intake.values import Order, orders
from components.tables.fields import Kind
from components.tables.schema import TABLES
from components.tables.sheets import FROM_1904

Orders = Mapping[str, Order]
"""The order of each form that a column's days are written in, such as 31/12/2024."""


def ordered_dates(
    body: Body, plans: tuple[ColumnPlan, ...], said: str | None
) -> tuple[ColumnPlan, ...]:
    """The plans with the order of day and month of each date column in its detail.

    Each form of a column is decided by its own values, else by the answer about the sheet, else
    by another column of the sheet whose values decide the same form. Where a form stays open
    the column is used all the same and the question stands in its plan: only the values that
    can be read two ways are not read.
    """
    columns = {column.index: column for column in body.columns}
    found = {
        plan.column: _orders(body, columns[plan.column])
        for plan in plans
        if plan.used and _is_date(plan)
    }
    models = _models(found)
    settled = []
    for plan in plans:
        mine = found.get(plan.column)
        with_order = plan
        if mine and "date_order" not in plan.detail:
            answered = {form: _settled(one, said, models.get(form)) for form, one in mine.items()}
            with_order = _with_orders(plan, answered)
        settled.append(with_order if mine is None else _with_system(with_order, body))
    return tuple(settled)


def _orders(body: Body, column: Column) -> Orders:
    """By the values looked at; where these leave something open, by all."""
    some = orders(column.values.distinct)
    if column.values.whole or all(one.sure or not one.open for one in some.values()):
        return some
    every = pc.unique(body.all_of(column)).to_pylist()
    return orders(" ".join(text.split()) for text in every if text)


def _is_date(plan: ColumnPlan) -> bool:
    if plan.table not in TABLES or plan.field not in TABLES[plan.table].names:
        return False
    reading = Candidate(plan.table, plan.field, plan.confidence, plan.why, detail=plan.detail)
    return kind_of(reading) == Kind.DATE


def _models(found: Mapping[int, Orders]) -> dict[str, Order]:
    """The orders that columns prove; a form about which two columns differ is no model."""
    proofs: dict[str, dict[str, Order]] = {}
    for some in found.values():
        for form, order in some.items():
            if order.proved:
                proofs.setdefault(form, {}).setdefault(order.first, order)
    return {form: next(iter(one.values())) for form, one in proofs.items() if len(one) == 1}


def _settled(order: Order, said: str | None, model: Order | None) -> Order:
    """The order of a form: by its values, an answer, a habit, or another column."""
    if order.proved or not order.open:
        return order
    if said:
        return Order(said, sure=True)
    if not order.is_open or order.why or model is None:
        return order
    why = f"{model.why}, in another column written the same way"
    return replace(model, why=why, sure=False, open=order.open)


def _with_orders(plan: ColumnPlan, found: Orders) -> ColumnPlan:
    likely = [f"{one.first} first: {one.why}" for one in found.values() if _is_likely(one)]
    asked = [one for one in found.values() if one.is_open]
    with_detail = replace(plan, detail={**plan.detail, **_in_detail(found)})
    if not likely and not asked:
        return with_detail
    reasons = [one.why or f"{one.open} can be read two ways" for one in asked]
    return replace(
        with_detail,
        confidence=Confidence.LIKELY,
        why="; ".join([plan.why, *likely, *reasons]),
        asked=f"Does the day or the month stand first in {asked[0].open}?" if asked else "",
    )


def _is_likely(order: Order) -> bool:
    return bool(order.first and order.open) and not (order.sure or order.is_open)


def _in_detail(found: Orders) -> dict[str, str]:
    """One order for the whole column where all its forms agree, else one for each form."""
    firsts = {one.first for one in found.values() if one.first or one.open}
    if len(firsts) == 1 and firsts <= {"day", "month"}:
        return {"date_order": firsts.pop()}
    return {
        f"date_order {form}": one.first
        for form, one in found.items()
        if one.first and not one.is_open
    }


def _with_system(plan: ColumnPlan, body: Body) -> ColumnPlan:
    if FROM_1904 not in body.sheet.notes:
        return plan
    return replace(plan, detail={**plan.detail, "date_system": "1904"})

"""Columns under unknown names, proposed by what they hold; never taken before somebody says so.

Each finder looks at one column and says what it could be, or nothing. A proposal needs strong
evidence and a field that no other column holds: everything else would only be noise.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from components.intake.plan import ColumnPlan, Confidence
from components.intake.recognise.by_dates import dated
from components.intake.recognise.by_people import addressed, named, numbered
from components.intake.recognise.by_scores import scored
from components.intake.recognise.by_some_words import half_said
from components.intake.recognise.by_titles import titled
from components.intake.recognise.by_words import levelled, rated, worded
from components.intake.recognise.look import Look, Proposal
from components.tables.schema import TABLES

FINDERS: tuple[Callable[[Look], Proposal | None], ...] = (
    addressed,
    numbered,
    named,
    dated,
    rated,
    levelled,
    worded,
    titled,
    scored,
    half_said,
)


def proposed(look: Look) -> dict[int, ColumnPlan]:
    """Plans for unknown columns, all of them asked; of two that fit one field, neither."""
    found: dict[int, ColumnPlan] = {}
    for column in look.unknown:
        mine = look.at(column)
        proposal = next(filter(None, (finder(mine) for finder in FINDERS)), None)
        if proposal is not None:
            found[column.index] = _plan(mine, proposal)
    return _each_once(found)


def _plan(look: Look, proposal: Proposal) -> ColumnPlan:
    column = look.column
    label = TABLES[proposal.table].field(proposal.field).label
    said = "no header" if look.survey.body.head.names < 0 else "unknown name"
    return ColumnPlan(
        column.index,
        column.header,
        proposal.table,
        proposal.field,
        Confidence.ASKED,
        f"{said}; {proposal.why}",
        proposal.detail,
        proposal.asked or f"Is this the {_lower(label)}?",
    )


def _each_once(found: Mapping[int, ColumnPlan]) -> dict[int, ColumnPlan]:
    """Columns that fit one field know each other and are not proposed for it."""
    holders: dict[tuple[str, str, str], list[int]] = {}
    for index, plan in found.items():
        holders.setdefault(_slot(plan), []).append(index)
    kept = {}
    for index, plan in found.items():
        alike = holders[_slot(plan)]
        if len(alike) == 1:
            kept[index] = plan
        elif len(alike) == 2:
            kept[index] = replace(plan, rivals=tuple(one for one in alike if one != index))
    return kept


def _slot(plan: ColumnPlan) -> tuple[str, str, str]:
    """What one column holds: a field, or the score of one competency."""
    return plan.table, plan.field, plan.detail.get("competency", "")


def _lower(label: str) -> str:
    return label[0].lower() + label[1:]

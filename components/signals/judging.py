"""Judging: every rule that is on, applied to every active person."""

from typing import Any

import narwhals as nw
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from components.analysis import Measures
from components.settings import Settings
from components.signals.catalogue import RULES, limits_of
from components.signals.flag_rows import Marks, Verdict, rows_of, whole
from components.signals.flags import Flags
from components.signals.reasons import lacking, reasons, since, with_own_limits
from components.signals.rule import Limits, Need, Part, Rule
from components.tables import columns as col

Fields = frozenset[tuple[str, str]]


def judge(measures: Measures, settings: Settings) -> Flags:
    """Flags and notices of every active person on the day of the measures."""
    limits = limits_of(settings)
    off = {rule.key: why for rule in RULES if (why := why_off(rule, measures))}
    on = [rule for rule in RULES if rule.key not in off]
    people = measures.people if on else measures.people.iloc[:0]
    table = pa.table({name: whole(people[name]) for name in people.columns})
    active = np.asarray(pc.fill_null(pc.equal(table[col.STATUS], "active"), fill_value=False))
    verdicts = [
        _verdict(rule, limits[rule.key], looked_at(table, rule, measures.given), active)
        for rule in on or RULES
    ]
    partly = {rule.key: lacks for rule in on if (lacks := _not_looked_at(rule, measures))}
    return Flags(rows_of(verdicts, people, active), off, partly)


def states(rule: Rule, limits: Limits, people: Any) -> Any:
    """The frame with the rule's answer in `applies`, on any engine that Narwhals knows."""
    return people.with_columns(applies=rule.applies(limits))


def why_off(rule: Rule, measures: Measures) -> str:
    """Why the rule can't run on this data and what would switch it on; empty where it can."""
    lacks = lacks_for(rule, measures.given)
    if not lacks:
        return ""
    between = " or " if rule.parts else " and "
    what, add = (between.join(getattr(one, name) for one in lacks) for name in ("words", "remedy"))
    return f"Off: no {what}. Add {add} to switch it on."


def lacks_for(rule: Rule, given: Fields) -> list[Need | Part]:
    """What the rule can't do without and was not given; empty where it can run."""
    lacks: list[Need | Part] = [need for need in rule.needs if not given.intersection(need.any_of)]
    if rule.parts and not any(given.issuperset(part.all_of) for part in rule.parts):
        lacks += rule.parts
    return lacks


def looked_at(people: pa.Table, rule: Rule, given: Fields) -> pa.Table:
    """People with a column for each part of the rule: whether it is looked at."""
    for part in rule.parts:
        is_given = pa.repeat(pa.scalar(given.issuperset(part.all_of)), people.num_rows)
        people = people.append_column(part.looked_at_name, is_given)
    return people


def _verdict(rule: Rule, limits: Limits, people: pa.Table, active: Marks) -> Verdict:
    frame = states(rule, limits, nw.from_native(people, eager_only=True))
    answers = frame.to_native()["applies"]
    unknown = np.asarray(pc.is_null(answers)) & active
    yes = np.asarray(pc.fill_null(answers, fill_value=False)) & active
    fired = with_own_limits(rule, limits, people.filter(pa.array(yes)))
    return Verdict(
        rule=rule,
        yes=yes,
        unknown=unknown,
        reason=reasons(rule, limits, fired),
        since=since(rule, limits, fired),
        missing=lacking(rule, people.filter(pa.array(unknown))),
    )


def _not_looked_at(rule: Rule, measures: Measures) -> str:
    """Parts of a rule whose tables were not given, and what to add; empty where none lacks."""
    lacks = [part for part in rule.parts if not measures.given.issuperset(part.all_of)]
    if not lacks:
        return ""
    what, add = (" and ".join(getattr(one, name) for one in lacks) for name in ("words", "remedy"))
    return f"Not looked at: {what}. Add {add} to look at them too."
